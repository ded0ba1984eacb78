using System.CommandLine;
using Crm.Analytics.Targeting;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Analysis;

/// <summary>Which columns of a file say who a target is and what is known of customers.</summary>
internal sealed class MarketSearchOptions
{
    private readonly Option<string?> _target = new("--target") { Description = "Of a file with a row for each customer, the column that says who is a target (1 or 0).", HelpName = "COL" };
    private readonly Option<string?> _attributes = new("--attributes") { Description = "The columns to describe targets by; those with numbers alone are cut into ranges.", HelpName = "A,B" };
    private readonly Option<string?> _choices = new("--as-choices") { Description = "Columns with numbers that are codes, each a choice of its own.", HelpName = "A,B" };
    private readonly Option<int?> _conditions = new("--max-conditions") { Description = "The most conditions that hold together (3).", HelpName = "N" };
    private readonly Option<int?> _least = new("--min-customers") { Description = "The fewest customers of a group (20).", HelpName = "N" };

    public IEnumerable<Symbol> All => [_target, _attributes, _choices, _conditions, _least];

    public void RefuseAll(Run run)
    {
        if (run.Get(_target) is not null || run.Get(_attributes) is not null || run.Get(_choices) is not null || run.Get(_conditions) is not null || run.Get(_least) is not null)
        {
            throw CommandFailure.Usage("--product ranks customers of purchases; --target and --attributes take a file with a row for each customer.");
        }
    }

    public MarketQuestion Read(Run run, AnalysisRequest request)
    {
        var target = run.Get(_target) ?? throw CommandFailure.Usage("--target: a column is expected; or name a product of purchases with --product.");
        var (attributes, choices) = (Names(run.Get(_attributes)), Names(run.Get(_choices)));
        if (attributes.Length == 0 || request.Files.Length == 0)
        {
            throw CommandFailure.Usage("--attributes: columns of a file are expected.");
        }

        if (choices.Except(attributes, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } stranger)
        {
            throw CommandFailure.Usage($"--as-choices {stranger}: it is not among --attributes.");
        }

        var options = new TargetMarketOptions
        {
            MaximumConditions = run.Get(_conditions) is null or (>= 1 and <= 6) ? run.Get(_conditions) ?? 3 : throw CommandFailure.Usage("--max-conditions: 1 to 6 is expected."),
            MinimumCustomers = run.Get(_least) is null or > 0 ? run.Get(_least) ?? 20 : throw CommandFailure.Usage("--min-customers: 1 or more is expected."),
            Count = request.Top ?? 20,
        };
        return Read(request, target, attributes, choices, options);
    }

    private static MarketQuestion Read(AnalysisRequest request, string target, string[] attributes, string[] choices, TargetMarketOptions options)
    {
        var (targets, cells) = (new List<bool>(), attributes.Select(_ => new List<string?>()).ToArray());
        string[] names = [.. attributes.Append(target).Distinct(StringComparer.OrdinalIgnoreCase)];
        foreach (var source in request.Files.Select(TextSource.Of))
        {
            DelimitedText.ReadRows(source, request.Columns, names, names, row =>
            {
                targets.Add(row.Required(target).ToLowerInvariant() switch
                {
                    "1" or "true" or "yes" => true,
                    "0" or "false" or "no" => false,
                    var other => throw row.Bad(target, "ValueInvalid", $"{other} does not say who is a target: 1 or 0 is expected, true or false, yes or no."),
                });
                for (var i = 0; i < attributes.Length; i++)
                {
                    cells[i].Add(row.Text(attributes[i]));
                }
            });
        }

        return new MarketQuestion(
            [.. attributes.Select((name, i) => Attribute(name, cells[i], choices.Contains(name, StringComparer.OrdinalIgnoreCase)))], [.. targets], options);
    }

    private static MarketAttribute Attribute(string name, List<string?> cells, bool isChoice) =>
        isChoice || cells.Exists(cell => cell is not null && Cells.ParseNumber(cell) is null)
            ? MarketAttribute.OfChoices(name, cells)
            : MarketAttribute.OfNumbers(name, cells.ConvertAll(cell => cell is null ? null : Cells.ParseNumber(cell)));

    private static string[] Names(string? text) =>
        [.. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase)];
}
