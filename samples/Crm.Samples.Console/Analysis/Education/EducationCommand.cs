using System.CommandLine;
using Crm.Analytics.Education;
using Crm.Analytics.Recommendations;
using Crm.Analytics.Uplift;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Analysis;

/// <summary><c>crm analyze education</c>: whom to tell about which product, and what to teach.</summary>
internal static class EducationCommand
{
    public static Command Create()
    {
        var options = new AnalysisOptions();
        var inputs = new EducationInputOptions();
        var count = new Option<int>("--count") { Description = "How many products each customer is told about at most.", DefaultValueFactory = _ => 3, HelpName = "N" };
        var control = new Option<double?>("--control") { Description = "The share of customers who are left untold, to see the effect.", HelpName = "SHARE" };
        var experiment = new Option<string>("--experiment") { Description = "The name of the control group: another name draws another group.", DefaultValueFactory = _ => "education" };
        return new Command("education", "Products that customers do not have and others like them do, with what there is to teach; for those who agreed to be told.")
            .With([.. options.All, .. inputs.All, count, control, experiment]).Does(async (run, token) =>
            {
                var request = options.Read(run);
                var sources = inputs.Read(run, request);
                var most = run.Get(count) is > 0 and var n ? n : throw CommandFailure.Usage("--count: 1 or more is expected.");
                var group = run.Get(control) is not { } share ? null
                    : share is > 0 and < 1 ? new ControlGroup(run.Get(experiment)!, share) : throw CommandFailure.Usage("--control: a share between 0 and 1 is expected.");
                var input = await PurchaseInputs.ReadAsync(request, token);
                var (found, timing) = await Timing.MeasureAsync(request, "Education", () => Answer(ObservedLog.Build(input, request), request, most, group));
                var table = EducationCandidates.From(await EducationInputs.CompleteAsync(found, sources, request, token));
                run.Output.Write(Document(table, timing), report => Print(report, table, request.Top ?? 20));
            });
    }

    private static EducationQuestion Answer(ObservedLog observed, AnalysisRequest request, int count, ControlGroup? control)
    {
        var owned = OwnedProducts.From(observed.Log);
        return new EducationQuestion
        {
            Owned = owned,
            Rules = EducationRules.From(observed.Log, request.Threads),
            Offers = NextProducts.From(owned, ItemKnn.Fit(owned, new ItemKnnOptions { DegreeOfParallelism = request.Threads }), new NextProductOptions { Count = count, DegreeOfParallelism = request.Threads }),
            PerCustomer = count,
            Control = control,
        };
    }

    private static object Document(EducationTable table, Timing timing) => new
    {
        table.Customers,
        table.WithoutConsent,
        table.WithoutLesson,
        Candidates = table.Candidates.Select(one => new
        {
            Customer = one.Customer.ToString(),
            Product = one.Product.ToString(),
            one.Item,
            Because = one.Because.Select(product => product.ToString()),
            one.Confidence,
            one.Lift,
            one.Score,
            one.IsControl,
        }),
        timing.Milliseconds,
        timing.CpuMilliseconds,
    };

    private static void Print(Report report, EducationTable table, int rows) => report
        .Fields(("Customers to tell", table.Customers), ("Of them left untold", table.Candidates.Where(one => one.IsControl).Select(one => one.Customer).Distinct().Count()),
            ("Without consent", table.WithoutConsent), ("Nothing to teach about", table.WithoutLesson))
        .Table(
            ["Customer", "Product", "Teach", "Because of", "Share", "Lift", ""],
            table.Candidates.Take(rows).Select(one => new object?[]
            {
                one.Customer.ToString(), one.Product.ToString(), one.Item, string.Join(", ", one.Because.Take(2)), one.Confidence, one.Lift, one.IsControl ? "control" : null,
            }));
}
