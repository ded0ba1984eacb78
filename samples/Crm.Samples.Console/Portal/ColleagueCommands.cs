using System.CommandLine;
using Crm.Domain.Primitives;
using Crm.Domain.SelfService;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Portal;

/// <summary><c>crm portal colleagues|invite-colleague|… --as ACCOUNT</c>: what an administrator of an organisation does.</summary>
internal static class ColleagueCommands
{
    private static readonly Argument<string> s_account = new("ACCOUNT") { Description = "The colleague's account." };
    private static readonly Option<string?> s_reason = new("--reason") { Description = "Why." };

    public static IEnumerable<Command> All() =>
    [
        List(), Invite(),
        Change("reinvite-colleague", "Invite a colleague again.", null, (accounts, id, _, _, token) => accounts.ReinviteAsync(id, token)),
        Change("role-of-colleague", "Give a colleague another role.", new Argument<string>("ROLE") { Description = "member or administrator" }, (accounts, id, _, role, token) => accounts.ChangeRoleAsync(id, PortalOptions.Role(role!), token)),
        Change("block-colleague", "Block a colleague's account.", null, (accounts, id, run, _, token) => accounts.BlockAsync(id, run.Get(s_reason), token)),
        Change("unblock-colleague", "Open a colleague's account again.", null, (accounts, id, _, _, token) => accounts.UnblockAsync(id, token)),
        Change("close-colleague", "Close a colleague's account.", null, (accounts, id, run, _, token) => accounts.CloseAsync(id, run.Get(s_reason), token)),
    ];

    private static Command List()
    {
        var page = new PageOptions();
        return new Command("colleagues", "The accounts of the administrator's organisation.").With([PortalOptions.As, .. page.All]).Does((run, token) => run.WithPortalAsync(
            async session => PortalView.Write(run.Output, await session.Get<OrganisationAccounts>().ListAsync(page.Read(run), token)), token));
    }

    private static Command Invite()
    {
        var (email, role) = (new Argument<string>("EMAIL") { Description = "The colleague's address." }, new Option<string>("--role") { Description = "member or administrator", DefaultValueFactory = _ => "member" });
        var (given, family) = (new Option<string?>("--given") { Description = "Given name." }, new Option<string?>("--family") { Description = "Family name." });
        return new Command("invite-colleague", "Invite a colleague by the template portal-invitation.").With(PortalOptions.As, email, given, family, role).Does((run, token) =>
        {
            var invitation = new ColleagueInvitation(
                run.Get(given) is null && run.Get(family) is null ? throw CommandFailure.Usage("--given or --family is expected.") : new PersonName(run.Get(given), run.Get(family)),
                PortalOptions.Email(run.Get(email)), PortalOptions.Role(run.Get(role)!));
            return run.WithPortalAsync(
                async session =>
                {
                    var account = await session.Get<OrganisationAccounts>().InviteAsync(invitation, token).OrFail();
                    await session.SaveAsync(token);
                    await PortalCommands.DispatchAsync(session, token);
                    PortalView.Write(run.Output, account);
                },
                token);
        });
    }

    private static Command Change(string name, string description, Argument<string>? extra, Func<OrganisationAccounts, PortalAccountId, Run, string?, CancellationToken, Task<CrmResult<PortalAccountView>>> change) =>
        new Command(name, description).With(extra is null ? [PortalOptions.As, s_account, s_reason] : [PortalOptions.As, s_account, extra]).Does((run, token) => run.WithPortalAsync(
            async session =>
            {
                var changed = await change(session.Get<OrganisationAccounts>(), PortalOptions.Account(session, run.Get(s_account)), run, extra is null ? null : run.Get(extra), token).OrFail();
                await session.SaveAsync(token);
                await PortalCommands.DispatchAsync(session, token);
                PortalView.Write(run.Output, changed);
            },
            token));
}
