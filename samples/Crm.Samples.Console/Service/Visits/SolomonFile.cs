using System.Globalization;
using Crm.Domain.Service;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Service.Visits;

/// <summary>
/// An instance as M. Solomon wrote them: a name, the number of vehicles and their capacity, then a row each of number, place, demand,
/// window and service time, the depot first.
/// </summary>
internal static class SolomonFile
{
    private static readonly string[] s_columns = ["CUST NO.", "XCOORD.", "YCOORD.", "DEMAND", "READY TIME", "DUE DATE", "SERVICE TIME"];

    public static (IReadOnlyList<VisitToPlan> Visits, IReadOnlyList<TechnicianToPlan> Technicians) Read(TextSource source)
    {
        double[]? fleet = null;
        (int Row, double[] Cells)? depot = null;
        var visits = new List<VisitToPlan>();
        foreach (var (row, cells) in Rows(source))
        {
            if (fleet is null)
            {
                fleet = cells.Length == 2 && cells[0] >= 1 && cells[0] <= 10_000 && double.IsInteger(cells[0]) && cells[1] >= 0
                    ? cells
                    : throw Unusable(source, row, "The number of vehicles and their capacity were expected.");
            }
            else if (cells.Length != s_columns.Length || !double.IsInteger(cells[0]))
            {
                throw Unusable(source, row, $"Seven numbers were expected: {string.Join(", ", s_columns)}.");
            }
            else if (cells[4] > cells[5] || cells[3] < 0 || cells[6] < 0)
            {
                throw Unusable(source, row, "A due date after the ready time, and no negative demand or service time were expected.", cells[4] > cells[5] ? s_columns[5] : cells[3] < 0 ? s_columns[3] : s_columns[6]);
            }
            else if (depot is null)
            {
                depot = (row, cells);
            }
            else
            {
                visits.Add(new VisitToPlan(cells[0].ToString(CultureInfo.InvariantCulture), new PlanPoint(cells[1], cells[2])) { Load = cells[3], Earliest = cells[4], Latest = cells[5], Duration = cells[6] });
            }
        }

        if (fleet is null || depot is not { } home)
        {
            throw Unusable(source, 1, "An instance in Solomon's format was expected: vehicles, then the depot and the customers.");
        }

        if (visits.CountBy(v => v.Key, StringComparer.Ordinal).FirstOrDefault(c => c.Value > 1) is { Key: { } twice })
        {
            throw Unusable(source, home.Row, $"Customer {twice} stands here twice.", s_columns[0]);
        }

        return (visits, [.. Enumerable.Range(1, (int)fleet[0]).Select(i => new TechnicianToPlan(i.ToString(CultureInfo.InvariantCulture), new PlanPoint(home.Cells[1], home.Cells[2]))
        {
            From = home.Cells[4], Until = home.Cells[5], Capacity = fleet[1],
        })]);
    }

    // Rows of numbers; titles and headings have letters, and may stand before the customers only.
    private static List<(int Row, double[] Cells)> Rows(TextSource source) => source.Read(text =>
    {
        var rows = new List<(int, double[])>();
        var row = 0;
        while (text.ReadLine() is { } line)
        {
            row++;
            var cells = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (cells is ["EOF"])
            {
                break;
            }

            if (cells.Length > 0 && cells.All(c => double.TryParse(c, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)))
            {
                rows.Add((row, [.. cells.Select(c => double.Parse(c, CultureInfo.InvariantCulture))]));
            }
            else if (rows.Count > 1 && cells.Length > 0)
            {
                throw Unusable(source, row, "Numbers were expected.");
            }
        }

        return rows;
    });

    private static CommandFailure Unusable(TextSource source, int row, string message, string? column = null) =>
        CommandFailure.Input("FileUnusable", message, source.Name, row, column);
}
