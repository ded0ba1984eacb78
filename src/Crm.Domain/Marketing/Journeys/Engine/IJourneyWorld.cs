using Crm.Domain.Criteria;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>What the engine asks and does: the stored customer, or one in memory with a clock that is told what time it is.</summary>
internal interface IJourneyWorld
{
    Instant Now { get; }

    ValueTask<DateTimeZone> ZoneAsync(CancellationToken cancellationToken);

    Task<bool> HoldsAsync(Criterion criterion, CancellationToken cancellationToken);

    Task<JourneyActed> ActAsync(JourneyActionStep step, CancellationToken cancellationToken);

    Task<bool> ReactedAsync(JourneyDecisionStep step, Instant from, Instant until, CancellationToken cancellationToken);
}
