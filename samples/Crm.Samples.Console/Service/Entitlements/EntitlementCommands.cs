using System.CommandLine;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Hosting;

namespace Crm.Samples.Console.Service.Entitlements;

/// <summary><c>crm entitlement …</c>: what customers are entitled to, and what they have used of it.</summary>
internal static class EntitlementCommands
{
    private static readonly Argument<string> s_id = new("ENTITLEMENT") { Description = "The entitlement's id." };
    private static readonly Option<string?> s_reason = new("--reason") { Description = "Why." };

    public static Command Create() => new Command("entitlement", "Entitlements to service: cases or hours of a contract, and what is left of them.").With(
        EntitlementGrantCommand.Create(),
        List(),
        Show(),
        Renew(),
        Change("extend", "Move the last day.", [EntitlementTexts.Until], (doors, run, id, token) => doors.ExtendAsync(id, EntitlementTexts.Day(run, EntitlementTexts.Until), null, token)),
        Change("top-up", "Add more.", [EntitlementTexts.Amount, s_reason], (doors, run, id, token) => doors.TopUpAsync(id, run.Get(EntitlementTexts.Amount), run.Get(s_reason), null, token)),
        Change("suspend", "Let no new case be opened under it for the time being.", [s_reason], (doors, run, id, token) => doors.SuspendAsync(id, run.Get(s_reason), null, token)),
        Change("resume", "Let cases be opened under it again.", [], (doors, _, id, token) => doors.ResumeAsync(id, null, token)),
        Change("revoke", "End it for good.", [s_reason], (doors, run, id, token) => doors.RevokeAsync(id, run.Get(s_reason), null, token)),
        Cover(),
        Report());

    private static Command List()
    {
        var customer = new Argument<string>("CUSTOMER") { Description = CustomerLookup.Keys };
        return new Command("list", "The entitlements of a customer.").With(customer).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var found = await session.Get<Domain.Service.Entitlements>().ListAsync((await session.CustomerAsync(run.Get(customer), token)).Id, token);
                run.Output.Write(
                    new { Items = found.Select(EntitlementTexts.Document) },
                    report => report.Table(
                        ["Id", "Contract", "Product", "Counts", "Total", "Left", "From", "Until", "Status"],
                        found.Select(e => new object?[] { e.Id, e.Contract, e.Sku, e.Unit, e.Total, e.Remaining, e.ValidFrom, e.ValidUntil, e.Status })));
            },
            token));
    }

    private static Command Show() => new Command("show", "One entitlement with its account.").With(s_id).Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var found = await session.EntitlementAsync(run.Get(s_id), token);
            var entries = await session.Get<Domain.Service.Entitlements>().EntriesAsync(found.Id, 0, PageRequest.MaxTake, token);
            run.Output.Write(
                new { Entitlement = EntitlementTexts.Document(found), Entries = entries.Select(e => new { e.Number, e.Kind, e.Amount, e.Remaining, Case = e.CaseId, e.Note, Actor = e.ActorId, e.At }) },
                report => EntitlementTexts.Fields(report, found).Line().Table(
                    ["#", "At", "Entry", "Amount", "Left", "Case", "Note"],
                    entries.Select(e => new object?[] { e.Number, e.At, e.Kind, e.Amount, e.Remaining, e.CaseId, e.Note })));
        },
        token));

    private static Command Renew()
    {
        var total = new Option<decimal?>("--total") { Description = "How much; as much as before when left out." };
        return Change("renew", "Grant the same again for the next period.", [EntitlementTexts.From, EntitlementTexts.Until, total], (doors, run, id, token) =>
            doors.RenewAsync(id, EntitlementTexts.Day(run, EntitlementTexts.From), EntitlementTexts.Day(run, EntitlementTexts.Until), run.Get(total), token));
    }

    private static Command Cover()
    {
        var about = new Argument<string>("CASE") { Description = CaseLookup.Keys };
        return new Command("cover", "Name the entitlement of a case that was opened without one.").With(about, s_id).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var (found, entitlement) = (await session.CaseAsync(run.Get(about), token), await session.EntitlementAsync(run.Get(s_id), token));
                await session.Get<Domain.Service.Entitlements>().CoverAsync(found.Id, entitlement.Id, token).OrFail();
                await session.SaveAsync(token);
                EntitlementTexts.Print(run, entitlement);
            },
            token));
    }

    private static Command Report()
    {
        var about = new Argument<string>("CASE") { Description = CaseLookup.Keys };
        var hours = new Option<decimal>("--hours") { Description = "Hours of work, such as 1.25.", Required = true };
        var note = new Option<string?>("--note") { Description = "What was done." };
        return new Command("report", "Report hours of work on a case.").With(about, hours, note).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var found = await session.CaseAsync(run.Get(about), token);
                var entitlement = await session.Get<Domain.Service.Entitlements>().ReportTimeAsync(found.Id, run.Get(hours), run.Get(note), token).OrFail();
                await session.SaveAsync(token);
                EntitlementTexts.Print(run, entitlement);
            },
            token));
    }

    private static Command Change(
        string verb, string description, IEnumerable<Option> options, Func<Domain.Service.Entitlements, Run, EntitlementId, CancellationToken, Task<CrmResult<Entitlement>>> act) =>
        new Command(verb, description).With([s_id, .. options]).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var found = await session.EntitlementAsync(run.Get(s_id), token);
                var changed = await act(session.Get<Domain.Service.Entitlements>(), run, found.Id, token).OrFail();
                await session.SaveAsync(token);
                EntitlementTexts.Print(run, changed);
            },
            token));

    private static async Task<Entitlement> EntitlementAsync(this CrmSession session, string key, CancellationToken cancellationToken) =>
        (EntitlementId.TryParse(key, null, out var id) ? await session.Get<Domain.Service.Entitlements>().FindAsync(id, cancellationToken) : null).OrFail(session.Errors.EntitlementNotFound(key));
}
