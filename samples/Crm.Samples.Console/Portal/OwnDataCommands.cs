using System.CommandLine;
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Privacy;
using Crm.Domain.SelfService;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Portal;

/// <summary><c>crm portal account|change|withdraw|confirm|renew|requests|consent --as ACCOUNT</c>: what customers read and change of themselves.</summary>
internal static class OwnDataCommands
{
    private static readonly Argument<string> s_request = new("REQUEST") { Description = "The change's id." };
    private static readonly Option<string?> s_customer = new("--customer") { Description = "The customer's id: the organisation of an administrator; the account's own customer when left out." };

    public static IEnumerable<Command> All() =>
    [
        Account(), Change(), Confirm(), Requests(), Consent(),
        Act("withdraw", "Take a change back that waits.", (changes, id, token) => changes.WithdrawAsync(id, token)),
        Act("renew", "Have another code sent.", (changes, id, token) => changes.RenewCodeAsync(id, token)),
    ];

    public static ChangeRequestId Request(CrmSession session, string text) => ChangeRequestId.TryParse(text, null, out var id) ? id : throw CommandFailure.Refused([session.Errors.ChangeRequestNotFound(text)]);

    private static Command Account() => new Command("account", "A customer's own data, consents, and changes that wait.").With(PortalOptions.As, s_customer).Does((run, token) => run.WithPortalAsync(
        async session =>
        {
            var id = Customer(run, session);
            var own = (await session.Get<CustomerPortal>().ReadAsync(id, token)).OrFail(session.Errors.CustomerNotFound(id.ToString()));
            run.Output.Write(
                new
                {
                    own.Profile.Id, own.Profile.Kind, own.Profile.DisplayName, own.Profile.Name, Language = own.Profile.Language?.Value, own.Profile.ContactPoints, own.Profile.Addresses, own.Profile.Version,
                    Consents = own.Consents.Select(c => new { Purpose = c.Purpose.Value, Channel = c.Channel.Value, c.Standing }), Changes = own.Changes.Select(ChangeView.Of),
                },
                report => report.Heading(own.Profile.DisplayName).Fields(("Language", own.Profile.Language?.Value), ("Version", own.Profile.Version))
                    .Table(["Contact point", "Kind", "Value", "Primary"], own.Profile.ContactPoints.Select(p => new object?[] { p.Id, p.Kind, p.Value, p.IsPrimary ? "yes" : "" }))
                    .Table(["Address", "Value"], own.Profile.Addresses.Select(a => new object?[] { a.Kind, a.Address }))
                    .Table(["Purpose", "Channel", "Stands"], own.Consents.Select(c => new object?[] { c.Purpose.Value, c.Channel.Value, c.Standing }))
                    .Table(["Waiting change", "Data", "Status"], own.Changes.Select(c => new object?[] { c.Id, c.Domain, c.Status })));
        },
        token));

    private static Command Change()
    {
        var options = new OwnDataOptions();
        var seen = new Option<long?>("--seen") { Description = "The version of the data that was read; a later one is a conflict." };
        return new Command("change", "Ask for a change: made at once, by a code that goes to the old address, or by staff, as the business says.").With([PortalOptions.As, s_customer, seen, .. options.All]).Does((run, token) =>
        {
            var change = options.Read(run);
            return run.WithPortalAsync(
                async session =>
                {
                    var made = await session.Get<OwnDataChanges>().RequestAsync(Customer(run, session), change, run.Get(seen), token).OrFail();
                    await SaveAsync(session, token);
                    ChangeView.Write(run.Output, made);
                },
                token);
        });
    }

    private static Command Confirm()
    {
        var code = new Argument<string>("CODE") { Description = "The code of the message." };
        return new Command("confirm", "Enter the code that went to the old address.").With(PortalOptions.As, s_request, code).Does((run, token) => run.WithPortalAsync(
            async session =>
            {
                var confirmed = await session.Get<OwnDataChanges>().ConfirmAsync(Request(session, run.Get(s_request)), run.Get(code), token).OrFail();
                await SaveAsync(session, token);
                run.Output.Write(
                    new { Right = confirmed.IsRight, Request = ChangeView.Of(confirmed.Request) },
                    report => report.Fields(("Right", confirmed.IsRight ? "yes" : "no"), ("Status", confirmed.Request.Status), ("Attempts left", confirmed.Request.AttemptsLeft)));
            },
            token));
    }

    private static Command Requests()
    {
        var page = new PageOptions();
        return new Command("changes", "The changes that a customer asked for, newest first.").With([PortalOptions.As, s_customer, .. page.All]).Does((run, token) => run.WithPortalAsync(
            async session => ChangeView.Write(run.Output, await session.Get<OwnDataChanges>().ListAsync(Customer(run, session), page.Read(run), token)), token));
    }

    private static Command Consent()
    {
        var (purpose, channel) = (new Option<string?>("--purpose") { Description = "The purpose; every one when left out, for withdrawals." }, new Option<string?>("--channel") { Description = "The channel; every one when left out, for withdrawals." });
        var wording = new Option<string?>("--wording") { Description = "Which version of which wording was shown." };
        return new Command("consent", "Agree, or take consent back.").With(
            new Command("grant", "Agree to a purpose on a channel.").With(PortalOptions.As, s_customer, purpose, channel, wording).Does((run, token) =>
            {
                var (to, over) = run.Get(purpose) is { } p && run.Get(channel) is { } c ? (new PurposeKey(p), new ChannelKey(c)) : throw CommandFailure.Usage("--purpose and --channel are expected.");
                return ConsentAsync(run, (portal, id) => portal.GrantConsentAsync(id, to, over, run.Get(wording), token), token);
            }),
            new Command("withdraw", "Take consent back.").With(PortalOptions.As, s_customer, purpose, channel).Does((run, token) =>
            {
                var (from, over) = (run.Get(purpose) is { } p ? new PurposeKey(p) : null, run.Get(channel) is { } c ? new ChannelKey(c) : null);
                return ConsentAsync(run, (portal, id) => portal.WithdrawConsentAsync(id, from, over, token), token);
            }));
    }

    private static Task ConsentAsync(Run run, Func<CustomerPortal, CustomerId, Task<Domain.Primitives.CrmResult<ConsentEntryId>>> act, CancellationToken token) => run.WithPortalAsync(
        async session =>
        {
            var entry = await act(session.Get<CustomerPortal>(), Customer(run, session)).OrFail();
            await SaveAsync(session, token);
            run.Output.Write(new { Entry = entry }, report => report.Fields(("Entry", entry)));
        },
        token);

    private static Command Act(string name, string description, Func<OwnDataChanges, ChangeRequestId, CancellationToken, Task<Domain.Primitives.CrmResult<ChangeRequestView>>> act) =>
        new Command(name, description).With(PortalOptions.As, s_request).Does((run, token) => run.WithPortalAsync(
            async session =>
            {
                var changed = await act(session.Get<OwnDataChanges>(), Request(session, run.Get(s_request)), token).OrFail();
                await SaveAsync(session, token);
                ChangeView.Write(run.Output, changed);
            },
            token));

    private static CustomerId Customer(Run run, CrmSession session) => run.Get(s_customer) is not { } named ? CustomerId.From(session.Get<CrmActs>().Gate.Actor.ActsFor[0].Id)
        : CustomerId.TryParse(named, null, out var id) ? id
        : throw CommandFailure.Refused([session.Errors.CustomerNotFound(named)]);

    private static async Task SaveAsync(CrmSession session, CancellationToken token)
    {
        await session.SaveAsync(token);
        await PortalCommands.DispatchAsync(session, token);
    }
}
