using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Outbox;

/// <summary>Something that follows stored events whose names are data: rules and webhooks, journeys. It runs after the handlers and before the event counts as delivered.</summary>
internal interface IEventFollower
{
    /// <summary>Which of a round's events anybody waits for, asked once.</summary>
    Task<HashSet<Guid>> AwaitedAsync(DbContext context, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken);

    /// <summary>Follows one of them; it may come again.</summary>
    Task RunAsync(OutboxMessage message, CancellationToken cancellationToken);
}
