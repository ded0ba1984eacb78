using System.CommandLine;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Outbox;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Output;
using NodaTime;

namespace Crm.Samples.Console.Interactions;

/// <summary><c>crm message send|list|show|run|withdraw|retry|delivered|bounced</c>.</summary>
internal static class MessageCommands
{
    private static readonly Dictionary<string, OutboundStatus> s_statuses = Enum.GetValues<OutboundStatus>().ToDictionary(s => s.ToString(), s => s, StringComparer.OrdinalIgnoreCase);

    public static Command Create() => new Command("message", "Messages that go out, into files of the folder \"outbox\".").With(
        Send(), List(), Show(), Run(),
        Change("withdraw", "Call a message off that was not sent yet.", (s, id, token) => s.Get<MessageDesk>().WithdrawAsync(id, cancellationToken: token)),
        Change("retry", "Try a parked message again.", (s, id, token) => s.Get<MessageDesk>().RetryAsync(id, cancellationToken: token)),
        Report("delivered", "Note that a message arrived.", (s, id, _, token) => s.Get<MessageDeliveries>().DeliveredAsync(id, token)),
        Report("bounced", "Note that a message came back.", (s, id, reason, token) => s.Get<MessageDeliveries>().BouncedAsync(id, reason ?? "unknown", token)));

    private static Command Send()
    {
        var key = new Argument<string>("CUSTOMER") { Description = CustomerLookup.Keys };
        var (template, language) = (new Option<string?>("--template") { Description = "A template's key." }, new Option<string?>("--language") { Description = "The language of the template; the customer's by default." });
        var (channel, purpose) = (new Option<string?>("--channel") { Description = "The channel, for free words." }, new Option<string?>("--purpose") { Description = "The purpose, for free words." });
        var (subject, text) = (new Option<string?>("--subject") { Description = "The subject, for free words." }, new Option<string?>("--text") { Description = "The body, for free words: text, @FILE, or -." });
        var (address, about) = (new Option<string?>("--address") { Description = "Another address than the preferred one." }, new Option<string?>("--about") { Description = "The record it is about, KIND:ID." });
        var (automatic, at) = (new Option<bool>("--automatic") { Description = "As if a rule sent it." }, new Option<string?>("--at") { Description = "Not before this moment." });
        var values = MessageOptions.ValueOption();
        return new Command("send", "Write a message and send it, if it may be sent.").With(key, template, language, channel, purpose, subject, text, address, about, automatic, at, values).Does((run, token) =>
        {
            var (over, tongue, given) = (run.Get(channel) is { } named ? MessageOptions.Channel(named) : null, MessageOptions.Language(run.Get(language)), MessageOptions.Values(run.Get(values)));
            var (record, moment) = (run.Get(about) is { } reference ? ActivityTexts.About(reference) : null, run.Get(at) is { } later ? ActivityTexts.Moment("--at", later, DateTimeZone.Utc) : (Instant?)null);
            return run.WithCrmAsync(
                async session =>
                {
                    var draft = new MessageDraft((await session.CustomerAsync(run.Get(key), token)).Id)
                    {
                        TemplateKey = run.Get(template), Language = tongue, Values = given, Channel = over, Purpose = run.Get(purpose), Subject = run.Get(subject), Text = await MessageOptions.TextAsync(run.Get(text), token),
                        Address = run.Get(address), About = record, IsAutomatic = run.Get(automatic), SendAt = moment,
                    };
                    var queued = await session.Get<MessageDesk>().ComposeAsync(draft, token).OrFail();
                    await session.SaveAsync(token);
                    await DispatchAsync(session, token);
                    await WriteAsync(run, session, queued.Id, token);
                },
                token);
        });
    }

    private static Command List()
    {
        var (customer, status) = (new Option<string?>("--customer") { Description = CustomerLookup.Keys }, new Option<string[]>("--status") { Description = "queued, sent, delivered, bounced, failed, refused, withdrawn" });
        var page = new PageOptions();
        return new Command("list", "Messages, queued last first.").With([customer, status, .. page.All]).Does((run, token) =>
        {
            var (request, wanted) = (page.Read(run), (run.Get(status) ?? []).Select(s => s.OneOf("--status", s_statuses)).ToList());
            return run.WithCrmAsync(
                async session =>
                {
                    var known = run.Get(customer) is { } key ? (await session.CustomerAsync(key, token)).Id : (Domain.Customers.CustomerId?)null;
                    var found = await session.Get<MessageDesk>().ListAsync(new OutboundCriteria { CustomerId = known, Statuses = wanted }, request, token);
                    run.Output.Write(
                        new { Items = found.Items.Select(MessageRows.Row), Next = found.Next?.ToString() }, report => report.Table(MessageRows.Columns, found.Items.Select(MessageRows.Cells)).More(found.Next));
                },
                token);
        });
    }

    private static Command Show()
    {
        var key = Key();
        return new Command("show", "One message.").With(key).Does((run, token) => run.WithCrmAsync(session => WriteAsync(run, session, Id(session, run.Get(key)), token), token));
    }

    private static Command Run() => new Command("run", "Send what is due: messages of a later time, and those that wait after a failed try.").Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var released = await session.Get<MessageDeliveries>().ReleaseDueAsync(MessageDeliveries.MaxTake, token).OrFail();
            await session.SaveAsync(token);
            await DispatchAsync(session, token);
            var next = await session.Get<MessageDeliveries>().NextDueAsync(token);
            run.Output.Write(new { Released = released, NextDue = next }, report => report.Fields(("Released", released), ("Next", next)));
        },
        token));

    private static Command Change(string name, string description, Func<CrmSession, OutboundMessageId, CancellationToken, Task<CrmResult<OutboundMessage>>> change)
    {
        var key = Key();
        return new Command(name, description).With(key).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var id = Id(session, run.Get(key));
                await change(session, id, token).OrFail();
                await session.SaveAsync(token);
                await DispatchAsync(session, token);
                await WriteAsync(run, session, id, token);
            },
            token));
    }

    private static Command Report(string name, string description, Func<CrmSession, string, string?, CancellationToken, Task<CrmResult<OutboundMessage>>> note)
    {
        var (key, reason) = (new Argument<string>("MESSAGE-ID") { Description = "The Message-ID that it was sent under." }, new Option<string?>("--reason") { Description = "Why, as the other side says." });
        return new Command(name, description).With(key, reason).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var noted = await note(session, run.Get(key), run.Get(reason), token).OrFail();
                await session.SaveAsync(token);
                run.Output.Write(MessageRows.Document(noted), report => report.Show(noted));
            },
            token));
    }

    private static Argument<string> Key() => new("ID") { Description = "The message's id." };

    private static OutboundMessageId Id(CrmSession session, string text) =>
        OutboundMessageId.TryParse(text, null, out var id) ? id : throw CommandFailure.Refused([session.Errors.MessageNotFound(text)]);

    private static async Task WriteAsync(Run run, CrmSession session, OutboundMessageId id, CancellationToken cancellationToken)
    {
        // The outbox changed it in a scope of its own.
        await using var reader = session.Again();
        var found = (await reader.Get<MessageDesk>().FindAsync(id, cancellationToken)).OrFail(session.Errors.MessageNotFound(id.ToString()));
        run.Output.Write(MessageRows.Document(found), report => report.Show(found));
    }

    private static async Task DispatchAsync(CrmSession session, CancellationToken cancellationToken)
    {
        while (await session.Get<IOutboxDispatcher>().DispatchAsync(cancellationToken) > 0)
        {
        }
    }
}
