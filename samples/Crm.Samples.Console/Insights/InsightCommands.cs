using System.CommandLine;
using Crm.Domain.Insights;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Insights;

/// <summary><c>crm insight refresh|show|list|runs</c>.</summary>
internal static class InsightCommands
{
    private static readonly Dictionary<string, InsightOrder> s_orders = new(StringComparer.OrdinalIgnoreCase)
    {
        ["churn"] = InsightOrder.ChurnProbability,
        ["value"] = InsightOrder.LifetimeValue,
        ["overdue"] = InsightOrder.Overdue,
    };

    public static Command Create() => new Command("insight", "What purchases say of customers: segment, value, churn, next purchase, with the model behind it.")
        .With(InsightRefreshCommand.Create(), Show(), List(), Runs());

    private static Command Show()
    {
        var key = new Argument<string>("KEY") { Description = CustomerLookup.Keys };
        return new Command("show", "The figures on one customer, with model, parameters and data window.").With(key).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var customer = await session.CustomerAsync(run.Get(key), token);
                var found = await session.Get<CustomerInsights>().FindAsync(customer.Id, token)
                    ?? throw CommandFailure.Refused("NoInsight", $"There are no figures on {customer.DisplayName}. Run crm insight refresh after its first purchase.", "customer");
                run.Output.Write(InsightRows.Explained(found), report => InsightRows.Print(report.Heading(customer.DisplayName), found));
            },
            token));
    }

    private static Command List()
    {
        var order = new Option<string>("--order") { Description = "churn, value or overdue, the longest first.", DefaultValueFactory = _ => "churn" };
        var segment = new Option<string?>("--segment") { Description = "Only this segment, such as Champions." };
        var least = new Option<decimal?>("--churn-from") { Description = "Only customers who have left with at least this probability." };
        var take = new Option<int>("--take") { Description = "Rows of a page, at most 1000.", DefaultValueFactory = _ => 50 };
        var after = new Option<string?>("--after") { Description = "Continue after this key, the \"next\" of the page before.", HelpName = "KEY" };
        return new Command("list", "Figures by churn probability, by lifetime value, or the longest overdue first.").With(order, segment, least, take, after).Does((run, token) =>
        {
            var criteria = new InsightCriteria
            {
                Order = (run.Get(order) ?? "").OneOf("--order", s_orders),
                Segment = run.Get(segment),
                ChurnFrom = run.Get(least),
                Take = PageOptions.Rows("--take", run.Get(take)),
                After = run.Get(after) is { } text ? InsightPageKey.TryParse(text) ?? throw CommandFailure.Usage($"--after {text}: the \"next\" of the page before is expected.") : null,
            };
            return run.WithCrmAsync(
                async session =>
                {
                    var page = await session.Get<CustomerInsights>().ListAsync(criteria, token);
                    run.Output.Write(
                        new { Items = page.Items.Select(InsightRows.Figures), Next = page.Next?.ToString() },
                        report =>
                        {
                            report.Table(InsightRows.Columns, page.Items.Select(InsightRows.Cells));
                            if (page.Next is { } next)
                            {
                                report.Line($"More: --after {next}");
                            }
                        });
                },
                token);
        });
    }

    private static Command Runs()
    {
        var paging = new PageOptions();
        return new Command("runs", "The refreshes, newest first: what they read, with which model and parameters, what they did.").With(paging.All).Does((run, token) =>
        {
            var request = paging.Read(run);
            return run.WithCrmAsync(
                async session =>
                {
                    var page = await session.Get<CustomerInsights>().RunsAsync(request, token);
                    run.Output.Write(
                        new { Items = page.Items.Select(InsightRows.Run), Next = page.Next?.ToString() },
                        report => report
                            .Table(
                                ["Run", "As of", "Model", "Facts", "Customers", "Written", "Overdue", "At risk", "Completed"],
                                page.Items.Select(r => new object?[]
                                {
                                    r.Id, r.AsOf, r.Basis.Purchases?.Name, r.Data.Facts, r.Data.Customers, r.Outcome.Written, r.Outcome.Overdue, r.Outcome.AtRisk, r.CompletedAt,
                                }))
                            .More(page.Next));
                },
                token);
        });
    }
}
