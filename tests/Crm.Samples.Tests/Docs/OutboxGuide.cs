using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Crm.Persistence.EfCore.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/outbox.md.</summary>
internal static class OutboxGuide
{
    public static void Add(IServiceCollection services, string connectionString)
    {
        services.AddDbContext<CrmDbContext>(o => o.UseSqlite(connectionString));
        // docs: outbox-services
        services.AddCrm()
            .AddEventHandler<OrderReturned, ThankForReturn>()
            .AddEventHandler<CaseOpened, PublishCase>()
            .UseEntityFrameworkCore<CrmDbContext>();
        // docs: end
    }

    // docs: outbox-parked
    /// <summary>What was given up and why; oldest first.</summary>
    public static Task<List<OutboxMessage>> ParkedAsync(CrmDbContext db) =>
        db.Set<OutboxMessage>().AsNoTracking().Where(m => m.DoneAt == null && m.ParkedAt != null).OrderBy(m => m.ParkedAt).ToListAsync();

    /// <summary>Tries all of it again, once the cause is repaired.</summary>
    public static async Task ReplayAsync(CrmDbContext db, IOutboxDispatcher dispatcher)
    {
        foreach (var parked in await ParkedAsync(db))
        {
            await dispatcher.ReplayAsync(parked.Id);
        }
    }
    // docs: end

    // docs: outbox-dispatch
    /// <summary>For a host without hosted services: a console program, a scheduled job, a test.</summary>
    public static async Task DeliverAllAsync(IOutboxDispatcher dispatcher, CancellationToken cancellationToken)
    {
        while (await dispatcher.DispatchAsync(cancellationToken) > 0)
        {
        }
    }
    // docs: end
}

// docs: outbox-handler
/// <summary>Changes the database through a front door and does not save: the dispatcher does, together with its own note.</summary>
public sealed class ThankForReturn(ContactHistory history) : ICrmEventHandler<OrderReturned>
{
    public async Task HandleAsync(OrderReturned happened, CrmDelivery delivery, CancellationToken cancellationToken)
    {
        var note = new ContactDetails(happened.CustomerId, Channels.Email, Direction.Outbound, $"Your return of order {happened.Number}");
        _ = (await history.RecordAsync(note, cancellationToken)).Value;   // throws where the act was refused
    }
}
// docs: end

// docs: outbox-publisher
/// <summary>Tells another system. It may be told twice, so the message carries the id by which it recognises a repetition.</summary>
public sealed class PublishCase(IMessageBus bus) : ICrmEventHandler<CaseOpened>
{
    public Task HandleAsync(CaseOpened happened, CrmDelivery delivery, CancellationToken cancellationToken) =>
        bus.SendAsync(delivery.EventId, delivery.EventName, happened, cancellationToken);
}
// docs: end

/// <summary>Stands for the host's bus.</summary>
public interface IMessageBus
{
    Task SendAsync(Guid id, string name, object body, CancellationToken cancellationToken);
}
