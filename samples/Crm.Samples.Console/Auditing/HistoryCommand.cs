using System.CommandLine;
using Crm.Domain.Auditing;
using Crm.Domain.Primitives;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Input;
using Crm.Samples.Console.Output;
using NodaTime;
using NodaTime.Text;

namespace Crm.Samples.Console.Auditing;

/// <summary><c>crm customer history</c>: who changed what, or what the customer was at an instant.</summary>
internal static class HistoryCommand
{
    public static Command Create()
    {
        var key = new Argument<string>("KEY") { Description = CustomerLookup.Keys };
        var field = new Option<string?>("--field") { Description = "Only changes of this field or kind of part, such as DisplayName, ContactPoint or ContactPoint.Value." };
        var asOf = new Option<string?>("--as-of") { Description = "What the customer was at an instant, or at the end of a day.", HelpName = "WHEN" };
        var paging = new PageOptions();
        return new Command("history", "Who changed what of a customer, when and why; or what the customer was.").With([key, field, asOf, .. paging.All]).Does((run, token) =>
        {
            var at = run.Get(asOf) is { } when ? End(when) : (Instant?)null;
            var request = paging.Read(run);
            return run.WithCrmAsync(
                async session =>
                {
                    var customer = await session.CustomerAsync(run.Get(key), token);
                    if (at is { } instant)
                    {
                        var state = await session.Get<AuditTrail>().AsOfAsync(customer.ToSubject(), instant, token).OrFail();
                        Write(run, state, instant);
                        return;
                    }

                    Write(run, await session.Get<AuditTrail>()
                        .HistoryAsync(customer.ToSubject(), new AuditCriteria { Field = run.Get(field) }, request, token).OrFail());
                },
                token);
        });
    }

    private static void Write(Run run, Page<AuditedSave> page) => run.Output.Write(
        new { page.Items, Next = page.Next?.ToString() },
        report => report
            .Table(
                ["When", "Who", "What", "Before", "After", "Why"],
                page.Items.SelectMany(s => s.Changes.DefaultIfEmpty(new FieldChange(null, null, string.Join(' ', s.Acts), null, null))
                    .Select(c => new object?[] { s.At, s.ActorName, c.Part is null ? c.Field : $"{c.Part}.{c.Field}", c.Before, c.After, s.Reason })))
            .More(page.Next));

    private static void Write(Run run, RecordState state, Instant asOf) => run.Output.Write(
        new { AsOf = asOf, state.RecordType, state.Version, state.SavedAt, state.Fields, state.Parts },
        report =>
        {
            report.Heading($"{state["DisplayName"]} at {InstantPattern.General.Format(asOf)}")
                .Fields([.. state.Fields.Select(f => (f.Key, (object?)f.Value))])
                .Table(["Part", "Field", "Value"], state.Parts.SelectMany(p => p.Fields.Select(f => new object?[] { p.Kind, f.Key, f.Value })));
        });

    private static Instant End(string text) =>
        InstantPattern.ExtendedIso.Parse(text).TryGetValue(default, out var at) ? at
        : Cells.ParseDay(text) is { } day ? day.PlusDays(1).AtMidnight().InUtc().ToInstant() - Duration.FromMilliseconds(1)
        : throw CommandFailure.Usage($"--as-of {text}: a day such as 1998-07-01 or an instant such as 1998-07-01T09:00:00Z is expected.");
}
