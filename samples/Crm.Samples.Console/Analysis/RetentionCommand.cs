using System.CommandLine;
using System.Globalization;
using Crm.Analytics.Retention;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Analysis;

/// <summary><c>crm analyze retention</c>: customers who first bought in the same period, followed through the periods after it.</summary>
internal static class RetentionCommand
{
    private const int AgesForPeople = 12;

    public static Command Create()
    {
        var options = new AnalysisOptions();
        var period = PeriodOption.Create();
        return new Command("retention", "Customers and revenue by cohort and period since the first purchase.").With([.. options.All, period]).Does(async (run, token) =>
        {
            var request = options.Read(run);
            var rules = new RetentionOptions { Period = run.ReadPeriod(period), Returns = request.Returns, DegreeOfParallelism = request.Threads };
            var input = await PurchaseInputs.ReadAsync(request, token);
            var (table, timing) = await Timing.MeasureAsync(request, "Retention", () => From(input, request, rules));
            run.Output.Write(Document(request, input, table, timing), report => Print(report, request, table));
        });
    }

    private static RetentionTable From(PurchaseInput input, AnalysisRequest request, RetentionOptions rules)
    {
        try
        {
            return CohortRetention.From(ObservedLog.Build(input, request).Log, rules);
        }
        catch (ArgumentException tooMany) when (tooMany is not ArgumentOutOfRangeException)
        {
            throw CommandFailure.Refused("TooManyPeriods", tooMany.Message, "period");
        }
    }

    private static object Document(AnalysisRequest request, PurchaseInput input, RetentionTable table, Timing timing) => new
    {
        Period = table.Period.ToString(),
        table.AsOf,
        table.Window,
        table.LastPeriodIsPartial,
        table.RevenueWithoutCohort,
        input.RowsRead,
        input.RowsWithoutCustomer,
        Customers = Enumerable.Range(0, table.Periods).Sum(table.Size),
        Cohorts = Cohorts(request, table).Select(c => new
        {
            Cohort = table.StartOf(c),
            Size = table.Size(c),
            Active = Ages(table, c).Select(a => table.Customers(c, a)),
            Revenue = Ages(table, c).Select(a => table.Revenue(c, a)),
            Retention = Ages(table, c).Select(a => table.Retention(c, a)),
        }),
        Retention = Enumerable.Range(0, table.Periods).Select(a => table.Retention(a)),
        RevenueRetention = Enumerable.Range(0, table.Periods).Select(a => table.RevenueRetention(a)),
        timing.Milliseconds,
        timing.CpuMilliseconds,
    };

    private static void Print(Report report, AnalysisRequest request, RetentionTable table)
    {
        var ages = Math.Min(table.Periods, AgesForPeople + 1);
        report
            .Fields(("Period", table.Period), ("As of", table.AsOf), ("Last period is partial", table.LastPeriodIsPartial ? "yes" : null))
            .Table(
                ["Cohort", "Customers", .. Enumerable.Range(1, Math.Max(0, ages - 1)).Select(a => a.ToString(CultureInfo.InvariantCulture))],
                Cohorts(request, table).Select(c => Row(table, c, ages)));
    }

    private static object?[] Row(RetentionTable table, int cohort, int ages) =>
    [
        table.StartOf(cohort), table.Size(cohort),
        .. Enumerable.Range(1, Math.Max(0, ages - 1)).Select(a => a < table.Ages(cohort) ? Percent(table.Retention(cohort, a)) : null),
    ];

    private static IEnumerable<int> Cohorts(AnalysisRequest request, RetentionTable table) =>
        request.Top is null ? Enumerable.Range(0, table.Periods) : Listing.Of(table.Periods, request.Top, table.Size).Order();

    private static IEnumerable<int> Ages(RetentionTable table, int cohort) => Enumerable.Range(0, table.Ages(cohort));

    private static string? Percent(double? share) => share is { } known ? FormattableString.Invariant($"{100 * known:0.#} %") : null;
}
