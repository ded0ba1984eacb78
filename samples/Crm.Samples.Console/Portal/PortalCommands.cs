using System.CommandLine;
using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.SelfService;
using Crm.Persistence.EfCore.Outbox;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Portal;

/// <summary><c>crm portal …</c>: accounts of the portal, and what customers do there themselves.</summary>
internal static class PortalCommands
{
    private static readonly Argument<string> s_account = new("ACCOUNT") { Description = "The account's id." };
    private static readonly Option<string?> s_reason = new("--reason") { Description = "Why." };

    public static Command Create() => new Command("portal", "Self-service: accounts, and what customers do themselves with --as ACCOUNT.").With(
    [
        Invite(), Reinvite(), Open(), Accept(), Accounts(),
        Change("role", "Give an account another role.", new Argument<string>("ROLE") { Description = "member or administrator" }, (accounts, id, run, role, token) => accounts.ChangeRoleAsync(id, PortalOptions.Role(role!), cancellationToken: token)),
        Change("block", "Block an account at once.", null, (accounts, id, run, _, token) => accounts.BlockAsync(id, run.Get(s_reason), cancellationToken: token)),
        Change("unblock", "Open a blocked account again.", null, (accounts, id, _, _, token) => accounts.UnblockAsync(id, cancellationToken: token)),
        Change("close", "Close an account for good, or take its invitation back.", null, (accounts, id, run, _, token) => accounts.CloseAsync(id, run.Get(s_reason), cancellationToken: token)),
        .. ColleagueCommands.All(),
        .. OwnDataCommands.All(),
        .. ChangeDeskCommands.All(),
        .. PortalCaseCommands.All(), .. PortalOrderCommands.All(), .. PortalVisitCommands.All(), .. PortalReadingCommands.All(),
    ]);

    public static async Task DispatchAsync(CrmSession session, CancellationToken token)
    {
        while (await session.Get<IOutboxDispatcher>().DispatchAsync(token) > 0)
        {
        }
    }

    private static Command Invite()
    {
        var customer = new Argument<string>("CUSTOMER") { Description = CustomerLookup.Keys };
        var email = new Option<string>("--email") { Description = "The address to sign in with.", Required = true };
        var organisation = new Option<string?>("--organisation") { Description = "The organisation that the account belongs to: " + CustomerLookup.Keys };
        var administrator = new Option<bool>("--administrator") { Description = "It administers its organisation." };
        var send = Sends();
        return new Command("invite", "Invite a customer to an account.").With(customer, email, organisation, administrator, send).Does(async (run, token) =>
        {
            var address = PortalOptions.Email(run.Get(email)!);
            SuppressionKey.Ensure(run.Database);
            await run.WithCrmAsync(
                async session =>
                {
                    var request = new PortalAccountRequest((await session.CustomerAsync(run.Get(customer), token)).Id, address)
                    {
                        OrganisationId = run.Get(organisation) is { } named ? (await session.CustomerAsync(named, token)).Id : null,
                        Role = run.Get(administrator) ? PortalRole.Administrator : PortalRole.Member, IsSent = run.Get(send),
                    };
                    await WriteAsync(run, session, await session.Get<PortalAccounts>().InviteAsync(request, token).OrFail(), token);
                },
                token);
        });
    }

    private static Command Reinvite()
    {
        var send = Sends();
        return new Command("reinvite", "Invite again; the invitation before leads nowhere any more.").With(s_account, send).Does((run, token) =>
        {
            SuppressionKey.Ensure(run.Database);
            return run.WithCrmAsync(
                async session => await WriteAsync(
                    run, session, await session.Get<PortalAccounts>().ReinviteAsync(PortalOptions.Account(session, run.Get(s_account)), run.Get(send), cancellationToken: token).OrFail(), token),
                token);
        });
    }

    private static Command Open()
    {
        var text = new Argument<string>("TOKEN") { Description = "The token of the link." };
        return new Command("open", "What the invited person sees who follows the link.").With(text).Does((run, token) => run.WithCrmAsync(
            Actor.Guest,
            async session =>
            {
                var open = (await session.Get<PortalInvitations>().ReadAsync(run.Get(text), token)).OrFail(session.Errors.PortalInvitationUnknown());
                run.Output.Write(open, report => report.Fields(("E-mail", open.Email), ("Organisation", open.Organisation), ("Role", open.Role), ("Until", open.ExpiresAt)));
            },
            token));
    }

    private static Command Accept()
    {
        var text = new Argument<string>("TOKEN") { Description = "The token of the link." };
        return new Command("accept", "Accept an invitation, without signing in.").With(text).Does((run, token) => run.WithCrmAsync(
            Actor.Guest,
            async session =>
            {
                var account = await session.Get<PortalInvitations>().AcceptAsync(run.Get(text), token).OrFail();
                await session.SaveAsync(token);
                run.Output.Write(new { Account = account }, report => report.Fields(("Account", account)));
            },
            token));
    }

    private static Command Accounts()
    {
        var (customer, organisation) = (new Option<string?>("--customer") { Description = "Those of a customer." }, new Option<string?>("--organisation") { Description = "Those of an organisation." });
        var page = new PageOptions();
        return new Command("accounts", "Accounts, newest first.").With([customer, organisation, .. page.All]).Does((run, token) => run.WithCrmAsync(
            async session => PortalView.Write(run.Output, await session.Get<PortalAccounts>().ListAsync(
                new PortalAccountCriteria
                {
                    CustomerId = run.Get(customer) is { } named ? (await session.CustomerAsync(named, token)).Id : null,
                    OrganisationId = run.Get(organisation) is { } firm ? (await session.CustomerAsync(firm, token)).Id : null,
                },
                page.Read(run),
                token)),
            token));
    }

    private static Command Change(string name, string description, Argument<string>? extra, Func<PortalAccounts, PortalAccountId, Run, string?, CancellationToken, Task<CrmResult<PortalAccountView>>> change) =>
        new Command(name, description).With(extra is null ? [s_account, s_reason] : [s_account, extra]).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var changed = await change(session.Get<PortalAccounts>(), PortalOptions.Account(session, run.Get(s_account)), run, extra is null ? null : run.Get(extra), token).OrFail();
                await session.SaveAsync(token);
                PortalView.Write(run.Output, changed);
            },
            token));

    private static async Task WriteAsync(Run run, CrmSession session, IssuedPortalInvitation issued, CancellationToken token)
    {
        await session.SaveAsync(token);
        await DispatchAsync(session, token);
        await using var after = session.Again();
        PortalView.Write(run.Output, await after.Get<PortalAccounts>().FindAsync(issued.Account.Id, token) ?? issued.Account, issued.Token);
    }

    private static Option<bool> Sends() => new("--send") { Description = "Send it by the template portal-invitation, which names portal.token, instead of printing the token." };
}
