using System.CommandLine;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Input;
using Crm.Samples.Console.Output;
using NodaTime.Text;

namespace Crm.Samples.Console.Interactions;

/// <summary><c>crm timeline CUSTOMER</c>.</summary>
internal static class TimelineCommand
{
    public static Command Create()
    {
        var key = new Argument<string>("CUSTOMER") { Description = CustomerLookup.Keys };
        var kinds = new Option<string?>("--kinds") { Description = "Kinds of happening, such as interaction,case-opened,order-placed." };
        var channels = new Option<string?>("--channel") { Description = "Channels of contacts, such as phone,email." };
        var direction = new Option<string?>("--direction") { Description = "in, out or internal" };
        var agent = new Option<string?>("--agent") { Description = "Who a contact is tied to, or who did something else." };
        var (from, until) = (new Option<string?>("--from") { Description = "From a day or an instant on." }, new Option<string?>("--until") { Description = "Before a day or an instant." });
        var people = new Option<bool>("--people") { Description = "Of an organisation: what happened around its people, too." };
        var before = new Option<string?>("--before") { Description = "A day, an instant, or the \"next\" of the page before.", HelpName = "WHEN" };
        var take = new Option<int>("--take") { Description = "Rows of a page, at most 1000.", DefaultValueFactory = _ => 50 };
        return new Command("timeline", "What happened around a customer, newest first.").With(key, kinds, channels, direction, agent, from, until, people, before, take).Does((run, token) =>
        {
            var criteria = new TimelineCriteria
            {
                Kinds = ContactOptions.List(run.Get(kinds)),
                Channels = [.. ContactOptions.List(run.Get(channels)).Select(ContactOptions.Channel)],
                Direction = run.Get(direction) is { } way ? ContactOptions.Way(way) : null,
                AgentId = run.Get(agent),
                From = ContactOptions.When("--from", run.Get(from)),
                Until = ContactOptions.When("--until", run.Get(until)),
                IncludePeople = run.Get(people),
            };
            var request = new PageRequest { Take = PageOptions.Rows("--take", run.Get(take)), After = Before(run.Get(before)) };
            return run.WithCrmAsync(
                async session =>
                {
                    var customer = await session.CustomerAsync(run.Get(key), token);
                    var page = await session.History.TimelineAsync(customer.ToSubject(), criteria, request, token);
                    run.Output.Write(
                        new { Customer = customer.Id, Items = page.Items.Select(Row), Next = page.Next?.ToString() },
                        report => report.Heading(customer.DisplayName).Timeline(page).More(page.Next, "--before"));
                },
                token);
        });
    }

    public static object Row(TimelineItem item) =>
        new { item.Id, item.At, item.Kind, item.Channel, item.Direction, item.Actor, item.Audience, item.Reference, item.Text, Agent = item.AgentId };

    // Rows of the instant itself come after the empty id, so that "before" means before.
    private static PageKey? Before(string? text) => text is null
        ? null
        : PageKey.TryParse(text)
            ?? (InstantPattern.ExtendedIso.Parse(text).TryGetValue(default, out var at) ? new PageKey(at, Guid.Empty) : null)
            ?? (Cells.ParseDay(text) is { } day ? new PageKey(day.AtMidnight().InUtc().ToInstant(), Guid.Empty) : null)
            ?? throw CommandFailure.Usage($"--before {text}: a day such as 1998-07-01, an instant such as 1998-07-01T09:00:00Z, or a page key is expected.");
}
