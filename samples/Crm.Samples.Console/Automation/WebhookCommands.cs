using System.CommandLine;
using Crm.Domain.Automation;
using Crm.Persistence.EfCore.Automation;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Output;
using Crm.Samples.Console.Sales;

namespace Crm.Samples.Console.Automation;

/// <summary><c>crm webhook …</c>: events for other systems.</summary>
internal static class WebhookCommands
{
    private static readonly Argument<string> s_key = new("WEBHOOK") { Description = "The webhook's key." };
    private static readonly Option<bool> s_loopback = new("--allow-loopback") { Description = "Allow targets on this machine, over plain http too: for trying out." };

    public static Command Create() => new Command("webhook", "Events for other systems: signed, tried again, replayable.").With(Make(), List(), Deliveries(), Replay(), Send());

    private static Command Make()
    {
        var key = new Argument<string>("WEBHOOK") { Description = "The key: lower-case letters, digits and hyphens; unique." };
        var target = new Argument<string>("URL") { Description = "Where events go: https, and reachable from everywhere." };
        var events = new Option<string[]>("--event") { Description = "Stored name of an event, or * for all; may be repeated. None where rules alone send.", AllowMultipleArgumentsPerToken = true };
        var secret = new Option<string?>("--secret") { Description = "The secret, which begins with whsec_; a new one when left out." };
        return new Command("create", "Subscribe another system to events. Prints the secret, once.").With(key, target, events, secret, s_loopback).Does((run, token) => WithCrmAsync(
            run,
            async session =>
            {
                var made = await session.Get<Webhooks>().CreateAsync(run.Get(key), run.Get(target), run.Get(events) ?? [], run.Get(secret), token).OrFail();
                await session.SaveAsync(token);
                run.Output.Write(
                    new { made.Subscription.Id, Webhook = made.Subscription.Key, Url = made.Subscription.Target, Events = made.Subscription.Events.Select(e => e.Name), Active = made.Subscription.IsActive, made.Secret },
                    report => report.Fields(("Webhook", made.Subscription.Key), ("Secret", made.Secret)));
            },
            token));
    }

    private static Command List() => new Command("list", "All webhooks.").Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var all = await session.Get<Webhooks>().ListAsync(token);
            run.Output.Write(
                new { Webhooks = all.Select(s => new { Webhook = s.Key, Url = s.Target, Events = s.Events.Select(e => e.Name), Active = s.IsActive, Reason = s.InactiveReason }) },
                report => report.Table(["Webhook", "URL", "Events", "Active"], all.Select(s => new object?[] { s.Key, s.Target, string.Join(", ", s.Events.Select(e => e.Name)), s.IsActive ? "yes" : "no" })));
        },
        token));

    private static Command Deliveries()
    {
        var status = new Option<string?>("--status") { Description = "With one status: waiting, delivered or parked." };
        var page = new PageOptions();
        return new Command("deliveries", "What came of the events of a webhook, those queued last first.").With([s_key, status, .. page.All]).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                WebhookDeliveryStatus? wanted = run.Get(status) is { } text ? SalesTexts.Choice<WebhookDeliveryStatus>(text, status.Name) : null;
                var found = await session.Get<WebhookDeliveries>().ListAsync(run.Get(s_key), wanted, page.Read(run), token).OrFail();
                run.Output.Write(
                    new { Items = found.Items.Select(Row), Next = found.Next?.ToString() },
                    report => report.Table(["Queued", "Event", "Status", "Tries", "Next"], found.Items.Select(d => new object?[] { d.CreatedAt, d.EventName, d.Status, d.Attempts.Count, d.DueAt })));
            },
            token));
    }

    private static Command Replay()
    {
        var happened = new Argument<string>("EVENT") { Description = "The event's id, as the deliveries show it." };
        return new Command("replay", "Make a delivery due again, under the same id.").With(s_key, happened).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var replayed = await session.Get<WebhookDeliveries>().ReplayAsync(run.Get(s_key), RuleCommands.EventId(session, run.Get(happened)), token).OrFail();
                await session.SaveAsync(token);
                run.Output.Write(Row(replayed), report => report.Fields(("Event", replayed.EventName), ("Due", replayed.DueAt)));
            },
            token));
    }

    private static Command Send() => new Command("send", "Send what is due.").With(s_loopback).Does((run, token) => WithCrmAsync(
        run,
        async session =>
        {
            var tried = await session.Get<IAutomationRounds>().SendWebhooksAsync(token);
            run.Output.Write(new { Tried = tried }, report => report.Fields(("Tried", tried)));
        },
        token));

    private static async Task WithCrmAsync(Run run, Func<CrmSession, Task> work, CancellationToken cancellationToken)
    {
        await using var host = await CrmHost.OpenAsync(run.Database, cancellationToken, configure: o => o.Automation.Webhooks.AllowsLoopback = run.Get(s_loopback));
        await using var session = host.Begin(Terminal.Agent);
        await work(session);
    }

    private static object Row(WebhookDelivery delivery) => new
    {
        Event = delivery.EventId, Name = delivery.EventName, Message = delivery.MessageId, Queued = delivery.CreatedAt, delivery.Status, Due = delivery.DueAt, delivery.DeliveredAt,
        Attempts = delivery.Attempts.Select(a => new { a.At, a.Status, a.Error, Milliseconds = a.Took.TotalMilliseconds }),
    };
}
