using System.CommandLine;
using Crm.Analytics.Purchases;
using Crm.Analytics.Uplift;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;
using NodaTime;

namespace Crm.Samples.Console.Analysis;

/// <summary>An experiment whose outcome is in purchases: who was in which group, and from which day on.</summary>
internal sealed class UpliftGroupOptions
{
    private static readonly string[] s_names = ["customer", "group"];

    private static readonly Dictionary<string, UpliftMeasure> s_measures = new(StringComparer.OrdinalIgnoreCase)
    {
        ["revenue"] = UpliftMeasure.Revenue,
        ["days"] = UpliftMeasure.PurchaseDays,
    };

    private readonly Option<string?> _groups = new("--groups") { Description = "Of purchases: a file customer,group with everybody in the experiment, treated or control.", HelpName = "FILE" };
    private readonly Option<string?> _start = new("--start") { Description = "The first day whose purchases count as outcome; what was bought before is the past.", HelpName = "DATE" };
    private readonly Option<string?> _measure = new("--measure") { Description = "revenue or days (with a purchase)" };
    private readonly Option<string?> _product = new("--product") { Description = "Count this product alone, such as the one that was taught about." };
    private readonly Option<int?> _past = new("--past-days") { Description = "How many days before the start make up the past; by default all.", HelpName = "N" };

    public IEnumerable<Symbol> All => [_groups, _start, _measure, _product, _past];

    public async Task<Func<UpliftSample>> ReadAsync(Run run, AnalysisRequest request, CancellationToken cancellationToken)
    {
        var path = run.Get(_groups) ?? throw CommandFailure.Usage("Name the groups of purchases with --groups, or the columns of a file with --treated and --outcome.");
        var text = run.Get(_start) ?? throw CommandFailure.Usage("--start: a date is expected.");
        var start = Cells.ParseDay(text) ?? throw CommandFailure.Usage($"--start {text}: a date such as 1997-09-30 is expected.");
        var measure = (run.Get(_measure) ?? "revenue").OneOf("--measure", s_measures);
        var past = run.Get(_past) is not <= 0 ? run.Get(_past) : throw CommandFailure.Usage("--past-days: 1 or more is expected.");
        var members = Members(path);
        var input = await PurchaseInputs.ReadAsync(request, cancellationToken);
        return () =>
        {
            var log = ObservedLog.Build(input, request).Log;
            var product = run.Get(_product) is { } name ? KeyCollector.Like(name, log.Products.Kind) : default;
            return From(log, members, start, new UpliftSampleOptions { Measure = measure, Product = product, PastDays = past });
        };
    }

    private static UpliftSample From(PurchaseLog log, List<(string Customer, bool IsTreated)> members, LocalDate start, UpliftSampleOptions options)
    {
        if (log.ObservedThrough is not { } last || last < start)
        {
            throw CommandFailure.Refused("NothingObserved", $"The purchases end on {log.ObservedThrough?.ToString() ?? "no day"}; the outcome starts on {start}.", "start");
        }

        // Keys of purchases are numbers, GUIDs or texts as a whole column; who bought nothing is in none of them.
        return UpliftSample.From(log, members.Select(member => new UpliftMember(KeyCollector.Like(member.Customer, log.Customers.Kind), member.IsTreated)), start, options);
    }

    private static List<(string Customer, bool IsTreated)> Members(string path)
    {
        var (members, seen) = (new List<(string, bool)>(), new HashSet<string>(StringComparer.Ordinal));
        DelimitedText.ReadRows(TextSource.Of(path), ColumnMap.Parse(null, s_names), s_names, s_names, row =>
        {
            var customer = row.Required("customer");
            members.Add(seen.Add(customer)
                ? (customer, UpliftGroup.IsTreated(row, "group"))
                : throw row.Bad("customer", "CustomerRepeated", $"{customer} is in the experiment twice."));
        });
        return members;
    }
}
