using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>A contact entered a journey, or its control group.</summary>
/// <param name="RunId">The run.</param>
/// <param name="JourneyId">The journey.</param>
/// <param name="Key">Its key.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Kind">How they entered.</param>
/// <param name="Step">The first step.</param>
/// <param name="IsControl">Whether they are only watched.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.journey-entered")]
public sealed record JourneyEntered(
    JourneyRunId RunId, JourneyId JourneyId, string Key, CustomerId CustomerId, JourneyEntryKind Kind, string Step, bool IsControl, Instant OccurredAt) : ICrmEvent
{
    /// <summary>The event by which they entered.</summary>
    public Guid? EventId { get; init; }

    internal Instant? GoalUntil { get; init; }

    internal string? Chain { get; init; }
}

/// <summary>A contact went on to a step at which they wait.</summary>
/// <param name="RunId">The run.</param>
/// <param name="JourneyId">The journey.</param>
/// <param name="Key">Its key.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Step">Where they wait.</param>
/// <param name="Done">The steps that are behind them now.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.journey-advanced")]
public sealed record JourneyAdvanced(JourneyRunId RunId, JourneyId JourneyId, string Key, CustomerId CustomerId, string Step, IReadOnlyList<string> Done, Instant OccurredAt) : ICrmEvent;

/// <summary>A contact did what a decision waits for.</summary>
/// <param name="RunId">The run.</param>
/// <param name="JourneyId">The journey.</param>
/// <param name="Key">Its key.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Step">The decision.</param>
/// <param name="OccurredAt">When it was noticed.</param>
[CrmEvent("marketing.journey-reacted")]
public sealed record JourneyReacted(JourneyRunId RunId, JourneyId JourneyId, string Key, CustomerId CustomerId, string Step, Instant OccurredAt) : ICrmEvent;

/// <summary>A step failed and is tried again later.</summary>
/// <param name="RunId">The run.</param>
/// <param name="JourneyId">The journey.</param>
/// <param name="Key">Its key.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Step">The step from which it begins again.</param>
/// <param name="Code">What failed.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.journey-held-up")]
public sealed record JourneyHeldUp(JourneyRunId RunId, JourneyId JourneyId, string Key, CustomerId CustomerId, string Step, string Code, Instant OccurredAt) : ICrmEvent;

/// <summary>A run is over.</summary>
/// <param name="RunId">The run.</param>
/// <param name="JourneyId">The journey.</param>
/// <param name="Key">Its key.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Done">The last steps.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.journey-ended")]
public sealed record JourneyEnded(JourneyRunId RunId, JourneyId JourneyId, string Key, CustomerId CustomerId, JourneyRunStatus Status, IReadOnlyList<string> Done, Instant OccurredAt) : ICrmEvent;

/// <summary>The goal of a journey was reached in time, by one who takes it or one of the control group.</summary>
/// <param name="RunId">The run.</param>
/// <param name="JourneyId">The journey.</param>
/// <param name="Key">Its key.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="IsControl">Whether they are only watched.</param>
/// <param name="OccurredAt">When it was noticed.</param>
[CrmEvent("marketing.journey-goal-reached")]
public sealed record JourneyGoalReached(JourneyRunId RunId, JourneyId JourneyId, string Key, CustomerId CustomerId, bool IsControl, Instant OccurredAt) : ICrmEvent;
