using System.Globalization;
using Crm.Domain.Sales;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Sales.Forecasts;

/// <summary>
/// Deals as rows: <c>id</c>, <c>team</c>, <c>stage</c> and <c>tags</c> are what they say, every other column is a field. Columns of
/// many different numbers are cut into fifths of the closed deals.
/// </summary>
internal sealed class WinProbabilityFile
{
    private const int MostDistinctNumbers = 10;
    private const int Parts = 5;

    private static readonly string[] s_won = ["won", "1", "true", "yes", "y"];
    private static readonly string[] s_lost = ["lost", "0", "false", "no", "n"];

    private WinProbabilityFile(IReadOnlyList<WinProbabilityDeal> deals) => Deals = deals;

    public IReadOnlyList<WinProbabilityDeal> Deals { get; }

    public static WinProbabilityFile Read(TextSource source, string outcome, string? holdout, IReadOnlyList<string> stages)
    {
        using var text = new StrictText(source);
        var header = text.Header;
        var (outcomeAt, holdoutAt) = (Column(source, header, outcome), holdout is null ? -1 : Column(source, header, holdout));
        var (id, team, stage, tags) = (Find(header, "id"), Find(header, "team"), stages.Count > 0 ? Find(header, "stage") : -1, Find(header, "tags"));
        if (stages.Count > 0 && stage < 0)
        {
            throw CommandFailure.Input("ColumnMissing", $"--stages needs a column stage; there is {string.Join(", ", header)}.", source.Name, 1, "stage");
        }

        var rows = new List<(string[] Cells, bool? Won, bool IsHeldOut)>();
        while (text.Next() is { } cells)
        {
            var held = holdoutAt >= 0 && (Answer(source, text.Row, holdout!, cells[holdoutAt]) ?? false);
            rows.Add((cells, Answer(source, text.Row, outcome, cells[outcomeAt]), held));
        }

        int[] special = [outcomeAt, holdoutAt, id, team, stage, tags];
        var fields = Enumerable.Range(0, header.Count).Where(i => !special.Contains(i)).Select(i => (Name: header[i], At: i, Cuts: Cuts(rows, i))).ToList();
        return new WinProbabilityFile([.. rows.Select((row, index) => new WinProbabilityDeal(
            id >= 0 && row.Cells[id].Trim() is { Length: > 0 } named ? named : (index + 2).ToString(CultureInfo.InvariantCulture),
            new DealTraits
            {
                Team = team >= 0 && row.Cells[team].Trim() is { Length: > 0 } t ? t : null,
                Stage = stage >= 0 && row.Cells[stage].Trim() is { Length: > 0 } s ? s : null,
                Fields = fields.Select(f => (f.Name, Value: Part(row.Cells[f.At].Trim(), f.Cuts))).Where(f => !IsOutcome(f.Value, row.Won)).ToDictionary(f => f.Name, f => f.Value, StringComparer.OrdinalIgnoreCase),
                Tags = tags >= 0 ? new Dictionary<string, IReadOnlyCollection<string>> { ["tags"] = row.Cells[tags].Split(['|', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) } : new Dictionary<string, IReadOnlyCollection<string>>(),
            },
            row.Won,
            row.IsHeldOut))]);
    }

    private static int Find(IReadOnlyList<string> header, string name) => header.ToList().FindIndex(h => h.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static int Column(TextSource source, IReadOnlyList<string> header, string name) => Find(header, name) is >= 0 and var at
        ? at
        : throw CommandFailure.Input("ColumnMissing", $"The header has no such column, but {string.Join(", ", header)}.", source.Name, 1, name);

    private static bool? Answer(TextSource source, int row, string column, string cell) => cell.Trim().ToLowerInvariant() switch
    {
        "" or "open" => null,
        var word when s_won.Contains(word) => true,
        var word when s_lost.Contains(word) => false,
        var word => throw CommandFailure.Input("OutcomeInvalid", $"{word}: won or lost, 1 or 0, true or false, or nothing was expected.", source.Name, row, column),
    };

    // A stage that only says how the deal ended teaches nothing about open ones.
    private static bool IsOutcome(string value, bool? won) => won is { } known && string.Concat(value.Where(char.IsLetter)).ToUpperInvariant() is var word
        && (known ? word is "WON" or "CLOSEDWON" : word is "LOST" or "CLOSEDLOST");

    private static double[]? Cuts(List<(string[] Cells, bool? Won, bool IsHeldOut)> rows, int column)
    {
        var cells = rows.Where(r => r is { Won: not null, IsHeldOut: false }).Select(r => r.Cells[column].Trim()).Where(c => c.Length > 0).ToList();
        var numbers = cells.Select(Number).OfType<double>().Order().ToList();
        if (numbers.Count < cells.Count || numbers.Distinct().Take(MostDistinctNumbers + 1).Count() <= MostDistinctNumbers)
        {
            return null;
        }

        return [.. Enumerable.Range(1, Parts - 1).Select(i => numbers[i * numbers.Count / Parts]).Distinct()];
    }

    private static string Part(string cell, double[]? cuts)
    {
        if (cuts is null || cell.Length == 0 || Number(cell) is not { } number)
        {
            return cell;
        }

        var part = cuts.Count(c => number >= c);
        return string.Create(CultureInfo.InvariantCulture, $"{(part == 0 ? "" : $"{cuts[part - 1]} ≤ ")}x{(part == cuts.Length ? "" : $" < {cuts[part]}")}");
    }

    private static double? Number(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
