using System.CommandLine;
using Crm.Domain.Access;
using Crm.Domain.Partners;
using Crm.Domain.Primitives;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Sales;

namespace Crm.Samples.Console.Partners;

/// <summary><c>crm partner invite|join|end-account|whoami</c>.</summary>
internal static class PartnerAccountCommands
{
    public static Command Invite()
    {
        var label = new Argument<string>("LABEL") { Description = "For whom the account is." };
        var role = new Option<string>("--role") { Description = "member or administrator.", DefaultValueFactory = _ => "member" };
        return new Command("invite", "Invite somebody to sign in for a partner. The token is shown once.").With(PartnerTexts.Partner, label, role).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var partner = await session.PartnerAsync(run.Get(PartnerTexts.Partner), token);
                var issued = await session.Get<PartnerAccounts>().InviteAsync(partner.Id, run.Get(label), SalesTexts.Choice<PartnerAccountRole>(run.Get(role)!, role.Name), token).OrFail();
                await session.SaveAsync(token);
                run.Output.Write(
                    new { Account = issued.Account.Id, issued.Account.Label, issued.Account.Role, issued.Account.ExpiresAt, issued.Token },
                    report => report.Fields(("Account", issued.Account.Id), ("Until", issued.Account.ExpiresAt), ("Token", issued.Token)));
            },
            token));
    }

    public static Command Join()
    {
        var (secret, principal) = (new Argument<string>("TOKEN") { Description = "The token of the invitation." }, new Argument<string>("PRINCIPAL") { Description = "The id under which its holder signs in." });
        return new Command("join", "Accept an invitation, without signing in.").With(secret, principal).Does((run, token) => run.WithCrmAsync(
            Actor.Guest,
            async session =>
            {
                var partner = await session.Get<PartnerAccounts>().AcceptAsync(run.Get(secret), run.Get(principal), token).OrFail();
                await session.SaveAsync(token);
                run.Output.Write(new { Partner = partner, Principal = run.Get(principal) }, report => report.Fields(("Partner", partner), ("Principal", run.Get(principal))));
            },
            token));
    }

    public static Command End()
    {
        var account = new Argument<string>("ACCOUNT") { Description = "The account's id." };
        return new Command("end-account", "End an account, or take its invitation back.").With(PartnerTexts.Partner, account).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var partner = await session.PartnerAsync(run.Get(PartnerTexts.Partner), token);
                var id = PartnerAccountId.TryParse(run.Get(account), null, out var parsed) ? parsed : throw CommandFailure.Refused([session.Errors.PartnerAccountNotFound(run.Get(account))]);
                var ended = await session.Get<PartnerAccounts>().EndAsync(partner.Id, id, token).OrFail();
                await session.SaveAsync(token);
                run.Output.Write(new { Account = ended }, report => report.Fields(("Ended", ended)));
            },
            token));
    }

    public static Command WhoAmI() => new Command("whoami", "For which partner a principal acts.").With(PartnerTexts.As).Does((run, token) => run.AsPartnerAsync(
        session =>
        {
            var actor = session.Get<CrmActs>().Gate.Actor;
            run.Output.Write(new { actor.Id, actor.Name, Partner = actor.PartnerId() }, report => report.Fields(("Principal", actor.Id), ("Name", actor.Name), ("Partner", actor.PartnerId())));
            return Task.CompletedTask;
        },
        token));
}
