using System.CommandLine;
using Crm.Analytics.Uplift;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Analysis;

/// <summary>An experiment of which a file has one row for each customer.</summary>
internal sealed class UpliftColumnOptions
{
    private readonly Option<string?> _treated = new("--treated") { Description = "Of a file with a row for each customer, the column that says who was treated (1 or 0).", HelpName = "COL" };
    private readonly Option<string?> _outcome = new("--outcome") { Description = "The column of what came of it.", HelpName = "COL" };
    private readonly Option<string?> _past = new("--past") { Description = "The column of the same from before, which narrows the interval.", HelpName = "COL" };

    public IEnumerable<Symbol> All => [_treated, _outcome, _past];

    public bool IsAsked(Run run) => run.Get(_treated) is not null || run.Get(_outcome) is not null || run.Get(_past) is not null;

    public Func<UpliftSample> Read(Run run, AnalysisRequest request)
    {
        var treated = run.Get(_treated) ?? throw CommandFailure.Usage("--treated: a column is expected.");
        var outcome = run.Get(_outcome) ?? throw CommandFailure.Usage("--outcome: a column is expected.");
        var past = run.Get(_past);
        if (request.Files.Length == 0)
        {
            throw CommandFailure.Usage("--treated: a file is expected.");
        }

        var (groups, outcomes, before) = (new List<bool>(), new List<double>(), new List<double>());
        string[] names = [.. new[] { treated, outcome, past }.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        foreach (var source in request.Files.Select(TextSource.Of))
        {
            DelimitedText.ReadRows(source, request.Columns, names, names, row =>
            {
                groups.Add(UpliftGroup.IsTreated(row, treated));
                outcomes.Add(Number(row, outcome));
                if (past is not null)
                {
                    before.Add(Number(row, past));
                }
            });
        }

        var sample = new UpliftSample([.. groups], [.. outcomes], [.. before]);
        return () => sample;
    }

    private static double Number(DelimitedText row, string name) => (double)(row.Number(name) ?? throw row.Bad(name, "CellEmpty", "A value is expected."));
}
