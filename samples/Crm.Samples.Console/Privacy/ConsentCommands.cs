using System.CommandLine;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Output;
using NodaTime;
using NodaTime.Text;

namespace Crm.Samples.Console.Privacy;

/// <summary><c>crm consent record|withdraw|show|may-contact</c>.</summary>
internal static class ConsentCommands
{
    private static readonly Dictionary<string, ConsentStatus> s_statuses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["granted"] = ConsentStatus.Granted, ["pending"] = ConsentStatus.Pending, ["withdrawn"] = ConsentStatus.Withdrawn,
    };

    private static readonly Dictionary<string, ConsentOrigin> s_origins = new(StringComparer.OrdinalIgnoreCase)
    {
        ["person"] = ConsentOrigin.Person, ["staff"] = ConsentOrigin.Staff, ["automatic"] = ConsentOrigin.Automatic,
    };

    private static readonly Dictionary<string, LawfulBasis> s_bases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["consent"] = LawfulBasis.Consent, ["contract"] = LawfulBasis.Contract, ["legal-obligation"] = LawfulBasis.LegalObligation,
        ["vital-interests"] = LawfulBasis.VitalInterests, ["public-task"] = LawfulBasis.PublicTask, ["legitimate-interests"] = LawfulBasis.LegitimateInterests,
    };

    private static readonly Option<string?> s_purpose = new("--purpose") { Description = "marketing, profiling, research or transactional; without it, every purpose (withdrawals), or none." };
    private static readonly Option<string?> s_source = new("--source") { Description = "Where it comes from." };
    private static readonly Option<string?> s_proof = new("--proof") { Description = "What proves it." };
    private static readonly Option<string?> s_origin = new("--origin") { Description = "person, staff or automatic" };
    private static readonly Option<string?> s_at = new("--at") { Description = "An instant, or a day (UTC); now by default." };

    public static Command Create() => new Command("consent", "What customers agreed to.").With(Record(), Withdraw(), Show(), MayContact());

    private static Command Record()
    {
        var key = Key();
        var channel = new Option<string>("--channel") { Description = "A channel, such as email or phone.", Required = true };
        var status = new Option<string>("--status") { Description = "granted, pending or withdrawn", DefaultValueFactory = _ => "granted" };
        var basis = new Option<string>("--basis") { Description = "The lawful basis: consent, contract, legal-obligation, vital-interests, public-task or legitimate-interests.", DefaultValueFactory = _ => "consent" };
        var wording = new Option<string?>("--wording") { Description = "Which version of which wording the person saw." };
        var until = new Option<string?>("--until") { Description = "When it runs out." };
        return new Command("record", "Add an entry to a customer's consent ledger.").With(key, s_purpose, channel, status, basis, wording, s_source, s_proof, s_origin, s_at, until).Does((run, token) =>
        {
            var (purpose, over) = (Purpose(run), Channel(run.Get(channel)!));
            var (said, ground) = (run.Get(status)!.OneOf("--status", s_statuses), run.Get(basis)!.OneOf("--basis", s_bases));
            return run.WithCrmAsync(
                async session =>
                {
                    var details = new ConsentDetails((await session.CustomerAsync(run.Get(key), token)).Id, purpose, over, said, run.Get(s_source) ?? "crm")
                    {
                        Basis = ground,
                        Wording = run.Get(wording),
                        Proof = run.Get(s_proof),
                        Origin = run.Get(s_origin)?.OneOf("--origin", s_origins) ?? ConsentOrigin.Staff,
                        At = When("--at", run.Get(s_at)),
                        Until = When("--until", run.Get(until)),
                    };
                    await AddedAsync(run, session, session.Get<ConsentDesk>().RecordAsync(details, token), token);
                },
                token);
        });
    }

    private static Command Withdraw()
    {
        var key = Key();
        var channel = new Option<string?>("--channel") { Description = "A channel; without it, every channel." };
        return new Command("withdraw", "Take consent back: one purpose on one channel, a purpose, a channel, or everything.").With(key, s_purpose, channel, s_source, s_proof, s_origin).Does((run, token) =>
        {
            var (purpose, over, origin) = (Purpose(run), run.Get(channel) is { } named ? Channel(named) : null, run.Get(s_origin)?.OneOf("--origin", s_origins));
            return run.WithCrmAsync(
                async session =>
                {
                    var id = (await session.CustomerAsync(run.Get(key), token)).Id;
                    await AddedAsync(run, session, session.Get<ConsentDesk>().WithdrawAsync(id, purpose, over, run.Get(s_source) ?? "crm", origin, run.Get(s_proof), token), token);
                },
                token);
        });
    }

    private static Command Show()
    {
        var key = Key();
        return new Command("show", "Where consent stands, and the whole ledger.").With(key, s_at).Does((run, token) =>
        {
            var at = When("--at", run.Get(s_at));
            return run.WithCrmAsync(
                async session =>
                {
                    var id = (await session.CustomerAsync(run.Get(key), token)).Id;
                    var desk = session.Get<ConsentDesk>();
                    var (states, entries) = (await desk.StatesAsync(id, at, token), await desk.HistoryAsync(id, token));
                    run.Output.Write(
                        new { Customer = id, Consents = states.Select(ConsentRows.State), Entries = entries.Select(ConsentRows.Entry) },
                        report => report
                            .Heading("Consents").Table(ConsentRows.StateColumns, states.Select(ConsentRows.StateCells))
                            .Heading("Entries").Table(ConsentRows.EntryColumns, entries.Select(ConsentRows.EntryCells)));
                },
                token);
        });
    }

    private static Command MayContact()
    {
        var key = Key();
        var channel = new Option<string>("--channel") { Description = "A channel, such as email or phone.", Required = true };
        return new Command("may-contact", "Whether a customer may be contacted, and why not.").With(key, s_purpose, channel, s_at).Does((run, token) =>
        {
            var (purpose, over, at) = (Purpose(run), Channel(run.Get(channel)!), When("--at", run.Get(s_at)));
            return run.WithCrmAsync(
                async session =>
                {
                    var id = (await session.CustomerAsync(run.Get(key), token)).Id;
                    var decision = await session.Get<ContactPermissions>().MayContactAsync(id, purpose, over, at, token).OrFail();
                    run.Output.Write(
                        new
                        {
                            Customer = decision.CustomerId, Purpose = decision.Purpose?.Value, Channel = decision.Channel.Value, decision.At, decision.MayContact, decision.Reason, decision.Barriers,
                            Address = decision.Address?.Value, Entry = decision.Consent?.Decisive?.Id,
                        },
                        report => report.Fields(
                            ("May contact", decision.MayContact ? "yes" : "no"),
                            ("Because", decision.MayContact ? null : string.Join(", ", decision.Barriers.Select(b => session.Errors.NameOf(b)))),
                            ("Address", decision.Address?.Value)));
                },
                token);
        });
    }

    private static async Task AddedAsync(Run run, CrmSession session, Task<CrmResult<ConsentEntry>> act, CancellationToken cancellationToken)
    {
        var entry = (await act.OrFail()).ToRecord();
        await session.SaveAsync(cancellationToken);
        run.Output.Write(ConsentRows.Entry(entry), report => report.Table(ConsentRows.EntryColumns, [ConsentRows.EntryCells(entry)]));
    }

    private static Argument<string> Key() => new("KEY") { Description = CustomerLookup.Keys };

    private static PurposeKey? Purpose(Run run) => run.Get(s_purpose) is { } text ? Named("--purpose", text, t => new PurposeKey(t)) : null;

    private static ChannelKey Channel(string text) => Named("--channel", text, t => new ChannelKey(t));

    private static T Named<T>(string option, string text, Func<string, T> make)
    {
        try
        {
            return make(text);
        }
        catch (ArgumentException)
        {
            throw CommandFailure.Usage($"{option} {text}: lower-case letters, digits and hyphens are expected.");
        }
    }

    private static Instant? When(string option, string? text) => text is null ? null
        : InstantPattern.ExtendedIso.Parse(text).TryGetValue(default, out var instant) ? instant
        : LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var day) ? day.AtMidnight().InUtc().ToInstant()
        : throw CommandFailure.Usage($"{option} {text}: a day like 2026-06-01 or an instant like 2026-06-01T08:00:00Z is expected.");
}
