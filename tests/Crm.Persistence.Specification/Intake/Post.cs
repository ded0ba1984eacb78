using Crm.Domain.Customers;
using Crm.Domain.Intake;
using Crm.Domain.Interactions;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Intake;

/// <summary>Messages as the post brings them.</summary>
internal static class Post
{
    public const string Anna = "anna.rossi@example.com";

    public static InboundMessage Mail(string from, string id, string? subject = "Broken kettle", string? text = "It does not boil.") => new(Channels.Email, new(from))
    {
        MessageId = id, Subject = subject, Text = text, To = [new("help@shop.example")],
    };

    public static InboundMessage With(this InboundMessage message, params (string Name, string Value)[] headers) =>
        message with { Headers = new MailHeaders(headers.Select(h => KeyValuePair.Create(h.Name, h.Value))) };

    public static async Task<IntakeResult> TakeAsync<TContext>(this CrmTestHost<TContext> host, InboundMessage message)
        where TContext : DbContext, ICrmDbContext => (await host.TakeAllAsync(message))[0];

    public static async Task<IReadOnlyList<IntakeResult>> TakeAllAsync<TContext>(this CrmTestHost<TContext> host, params InboundMessage[] messages)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        return (await work.Get<MessageIntake>().TakeAllAsync(messages)).Value;
    }

    public static async Task<CustomerId> AnnaAsync<TContext>(this CrmTestHost<TContext> host)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        return await work.RegisterAsync(Known.Anna);
    }
}
