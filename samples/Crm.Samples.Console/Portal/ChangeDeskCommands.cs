using System.CommandLine;
using Crm.Domain.Primitives;
using Crm.Domain.SelfService;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Portal;

/// <summary><c>crm portal requests|approve|reject|expire</c>: what staff does with changes that customers asked for.</summary>
internal static class ChangeDeskCommands
{
    private static readonly Argument<string> s_request = new("REQUEST") { Description = "The change's id." };

    public static IEnumerable<Command> All()
    {
        var (customer, open, page) = (new Option<string?>("--customer") { Description = CustomerLookup.Keys }, new Option<bool>("--waiting") { Description = "Those that wait for staff." }, new PageOptions());
        var reason = new Option<string>("--reason") { Description = "Why, in words for the customer.", Required = true };
        return
        [
            new Command("requests", "Changes that customers asked for, newest first.").With([customer, open, .. page.All]).Does((run, token) => run.WithCrmAsync(
                async session => ChangeView.Write(run.Output, await session.Get<ChangeRequestDesk>().ListAsync(
                    run.Get(customer) is { } named ? (await session.CustomerAsync(named, token)).Id : null, run.Get(open) ? ChangeRequestStatus.AwaitingApproval : null, page.Read(run), token)),
                token)),
            new Command("approve", "Make a change that waits for staff.").With(s_request).Does((run, token) => DecideAsync(run, (desk, id) => desk.ApproveAsync(id, cancellationToken: token), token)),
            new Command("reject", "Refuse a change.").With(s_request, reason).Does((run, token) => DecideAsync(run, (desk, id) => desk.RejectAsync(id, run.Get(reason)!, cancellationToken: token), token)),
            new Command("expire", "End what waited too long.").Does((run, token) => run.WithCrmAsync(
                async session =>
                {
                    var (done, ended) = (0, 0);
                    do
                    {
                        ended = await session.Get<ChangeRequestDesk>().ExpireAsync(cancellationToken: token).OrFail();
                        await session.SaveAsync(token);
                        done += ended;
                    }
                    while (ended > 0);

                    run.Output.Write(new { Ended = done }, report => report.Fields(("Ended", done)));
                },
                token)),
        ];
    }

    private static Task DecideAsync(Run run, Func<ChangeRequestDesk, ChangeRequestId, Task<CrmResult<ChangeCase>>> decide, CancellationToken token) => run.WithCrmAsync(
        async session =>
        {
            var decided = await decide(session.Get<ChangeRequestDesk>(), OwnDataCommands.Request(session, run.Get(s_request))).OrFail();
            await session.SaveAsync(token);
            ChangeView.Write(run.Output, decided);
        },
        token);
}
