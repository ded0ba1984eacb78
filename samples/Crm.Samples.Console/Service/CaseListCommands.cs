using System.CommandLine;
using Crm.Domain.Service;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Output;
using Crm.Samples.Console.Queues;

namespace Crm.Samples.Console.Service;

/// <summary><c>crm case list|counts</c>.</summary>
internal static class CaseListCommands
{
    private static readonly Dictionary<string, CaseOrder> s_orders = new(StringComparer.OrdinalIgnoreCase)
    {
        ["newest"] = CaseOrder.Newest, ["urgent"] = CaseOrder.MostUrgent, ["waiting"] = CaseOrder.LongestWaiting,
    };

    private static readonly Dictionary<string, CaseCategory> s_categories = Enum.GetValues<CaseCategory>().ToDictionary(c => c.ToString().ToLowerInvariant(), c => c, StringComparer.OrdinalIgnoreCase);
    private static readonly Option<string?> s_customer = new("--customer") { Description = CustomerLookup.Keys };
    private static readonly Option<bool> s_all = new("--all") { Description = "Resolved and closed cases too." };
    private static readonly Option<string?> s_agent = new("--agent") { Description = "Cases of one agent; none for those that nobody works on." };
    private static readonly Option<string?> s_queue = new("--queue") { Description = $"Cases whose work is in a queue. {QueueLookup.Keys}" };
    private static readonly Option<string[]> s_status = new("--status") { Description = "Cases in these statuses.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string[]> s_category = new("--category") { Description = $"Cases of these categories: {string.Join(", ", s_categories.Keys)}.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string[]> s_priority = new("--priority") { Description = string.Join(", ", CaseLookup.Priorities.Keys), AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string?> s_type = new("--type") { Description = "Cases of a type." };
    private static readonly Option<string?> s_parent = new("--parent") { Description = $"Parts of a case. {CaseLookup.Keys}" };

    public static Command List()
    {
        var order = new Option<string>("--order") { Description = string.Join(", ", s_orders.Keys), DefaultValueFactory = _ => "newest" };
        var take = new Option<int>("--take") { Description = "Rows of a page, at most 1000.", DefaultValueFactory = _ => 50 };
        var after = new Option<string?>("--after") { Description = "Continue after this key, the \"next\" of the page before.", HelpName = "KEY" };
        return new Command("list", "Cases that need work.").With([.. Filters(), order, take, after]).Does((run, token) =>
        {
            var (by, rows) = (run.Get(order)!.OneOf(order.Name, s_orders), PageOptions.Rows("--take", run.Get(take)));
            var from = run.Get(after) is { } text ? CasePageKey.TryParse(text) ?? throw CommandFailure.Usage($"--after {text}: the \"next\" of the page before is expected.") : null;
            return run.WithCrmAsync(
                async session =>
                {
                    var page = await session.Get<CaseLists>().ListAsync(await CriteriaAsync(run, session, token), by, rows, from, token);
                    run.Output.Write(
                        new { Items = page.Items.Select(Row), Next = page.Next?.ToString() },
                        report =>
                        {
                            report.Table(
                                ["Number", "Subject", "Status", "Priority", "Agent", "Opened", "Waits for us since"],
                                page.Items.Select(c => new object?[] { c.Number, c.Subject, session.NameOf(c.Status), c.Priority, c.AssigneeId, c.OpenedAt, c.AwaitingSince }));
                            _ = page.Next is null ? report : report.Line($"More: --after {page.Next}");
                        });
                },
                token);
        });
    }

    public static Command Counts() => new Command("counts", "How many cases there are, by status, category and priority.").With(Filters()).Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var counts = await session.Get<CaseLists>().CountAsync(await CriteriaAsync(run, session, token), token);
            run.Output.Write(
                new
                {
                    counts.Total,
                    ByStatus = counts.Tallies.GroupBy(t => t.Status.Value).ToDictionary(g => g.Key, g => g.Sum(t => t.Count)),
                    ByCategory = s_categories.ToDictionary(c => c.Key, c => counts.Of(c.Value)),
                    ByPriority = CaseLookup.Priorities.ToDictionary(p => p.Key, p => counts.Of(p.Value)),
                },
                report => report.Table(
                    ["Status", "Category", .. CaseLookup.Priorities.Values.Select(p => p.ToString()), "Total"],
                    counts.Tallies.GroupBy(t => (t.Status, t.Category)).Select(g => (object?[])
                    [
                        session.NameOf(g.Key.Status), g.Key.Category, .. CaseLookup.Priorities.Values.Select(p => (object?)g.Where(t => t.Priority == p).Sum(t => t.Count)), g.Sum(t => t.Count),
                    ])));
        },
        token));

    private static IEnumerable<Symbol> Filters() => [s_customer, s_all, s_agent, s_queue, s_status, s_category, s_priority, s_type, s_parent];

    private static async Task<CaseCriteria> CriteriaAsync(Run run, CrmSession session, CancellationToken cancellationToken)
    {
        List<CaseStatus> statuses = [.. (run.Get(s_status) ?? []).Select(s => CaseLookup.Status(session, s))];
        List<CaseCategory> categories = [.. (run.Get(s_category) ?? []).Select(c => c.OneOf(s_category.Name, s_categories))];
        var criteria = run.Get(s_all) || statuses.Count + categories.Count > 0 ? new CaseCriteria { Statuses = statuses, Categories = categories } : CaseCriteria.Unresolved;
        return criteria with
        {
            CustomerId = run.Get(s_customer) is { } customer ? (await session.CustomerAsync(customer, cancellationToken)).Id : null,
            AssigneeId = run.Get(s_agent) is { } agent && agent != "none" ? agent : null,
            IsUnassigned = run.Get(s_agent) == "none",
            QueueId = run.Get(s_queue) is { } queue ? (await session.QueueAsync(queue, cancellationToken)).Id : null,
            Priorities = [.. (run.Get(s_priority) ?? []).Select(p => p.OneOf(s_priority.Name, CaseLookup.Priorities))],
            Types = run.Get(s_type) is { } type ? [type] : [],
            ParentId = run.Get(s_parent) is { } parent ? (await CaseLookup.CaseAsync(session, parent, cancellationToken)).Id : null,
        };
    }

    private static object Row(CaseSummary found) => new
    {
        found.Id, Number = found.Number.Value, found.CustomerId, found.Subject, found.Status, found.Category, found.Priority, found.Type, found.AssigneeId, found.OpenedAt, found.AwaitingSince, found.UpdatedAt,
    };
}
