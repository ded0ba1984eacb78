using System.CommandLine;
using Crm.Domain.Access;
using Crm.Domain.Service;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;

namespace Crm.Samples.Console.Service;

/// <summary><c>crm case …</c>.</summary>
internal static class CaseCommands
{
    public static Command Create() => new Command("case", "Open service cases, carry them to a solution, and look at them.").With(
        [CaseListCommands.List(), CaseListCommands.Counts(), Show(), CaseOpenCommand.Open(), CaseOpenCommand.Change(), .. CaseActCommands.All(), CaseMergeCommand.Create(), .. CaseLinkCommands.All(), .. CaseArticleCommands.All(), MessageIdCommand.Create()]);

    private static Command Show()
    {
        var key = new Argument<string>("CASE") { Description = CaseLookup.Keys };
        var customer = new Option<bool>("--as-customer") { Description = "What the customer sees of it." };
        return new Command("show", "One case with its messages.").With(key, customer).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var found = await session.CaseAsync(run.Get(key), token);
                if (run.Get(customer))
                {
                    await ShowToCustomerAsync(run, session, found, token);
                    return;
                }

                var view = await CaseView.ReadAsync(session, found, token);
                run.Output.Write(view.ToDocument(), view.Print);
            },
            token));
    }

    // In the scope of a portal principal that acts for the customer, so that what is printed is what a portal gets.
    private static async Task ShowToCustomerAsync(Run run, CrmSession session, ServiceCase found, CancellationToken cancellationToken)
    {
        await using var portal = new CrmSession(session.Get<ICrmScopeFactory>().Create(new CrmScope(Actor.PortalCustomer("crm-console", [found.CustomerId.ToSubject()]))));
        var seen = (await portal.Get<CustomerCases>().FindAsync(found.Id, cancellationToken)).OrFail(session.Errors.CaseNotFound(found.Number.Value));
        run.Output.Write(
            new
            {
                Number = seen.Number.Value, seen.Subject, seen.Status, Settled = seen.IsSettled, seen.OpenedAt, seen.Solution, Messages = seen.Messages.Select(m => new { m.Id, Ours = m.IsOurs, m.Author, m.At, m.Body }),
            },
            report =>
            {
                report.Heading($"{seen.Number} {seen.Subject}").Fields(("Status", seen.Status), ("Opened", seen.OpenedAt), ("Solution", seen.Solution)).Line();
                foreach (var message in seen.Messages)
                {
                    report.Heading($"{message.At.ToString("uuuu-MM-dd HH:mm", null)} {message.Author}").Line(message.Body).Line();
                }
            });
    }
}
