using System.CommandLine;
using Crm.Domain.Service;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Service;

/// <summary><c>crm case list|show|merge|message-id</c>.</summary>
internal static class CaseCommands
{
    public static Command Create() => new Command("case", "Look at service cases, merge them, and name them to customers.").With(List(), Show(), CaseMergeCommand.Create(), MessageIdCommand.Create());

    private static Command List()
    {
        var customer = new Option<string?>("--customer") { Description = CustomerLookup.Keys };
        var all = new Option<bool>("--all") { Description = "Resolved and closed cases too." };
        var paging = new PageOptions();
        return new Command("list", "Cases that need work, newest first.").With([customer, all, .. paging.All]).Does((run, token) =>
        {
            var request = paging.Read(run);
            return run.WithCrmAsync(
                async session =>
                {
                    var criteria = run.Get(all) ? new CaseCriteria() : CaseCriteria.Unresolved;
                    if (run.Get(customer) is { } key)
                    {
                        criteria = criteria with { CustomerId = (await session.CustomerAsync(key, token)).Id };
                    }

                    var page = await session.Desk.ListAsync(criteria, request, token);
                    run.Output.Write(
                        new { Items = page.Items.Select(Row), Next = page.Next?.ToString() },
                        report => report.Table(
                            ["Number", "Subject", "Status", "Priority", "Agent", "Opened"],
                            page.Items.Select(c => new object?[] { c.Number, c.Subject, session.NameOf(c.Status), c.Priority, c.AssigneeId, c.OpenedAt })).More(page.Next));
                },
                token);
        });
    }

    private static object Row(CaseSummary found) => new
    {
        found.Id, Number = found.Number.Value, found.CustomerId, found.Subject, found.Status, found.Category, found.Priority, found.AssigneeId, found.OpenedAt,
    };

    private static Command Show()
    {
        var key = new Argument<string>("KEY") { Description = "The case's number or id." };
        return new Command("show", "One case with its messages.").With(key).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var view = await CaseView.ReadAsync(session, await session.CaseAsync(run.Get(key), token), token);
                run.Output.Write(view.ToDocument(), view.Print);
            },
            token));
    }
}
