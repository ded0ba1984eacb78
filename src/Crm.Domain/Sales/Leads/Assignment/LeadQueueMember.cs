using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Somebody who gets leads of a queue. Part of <see cref="LeadQueue"/>; changed by its acts.</summary>
public sealed class LeadQueueMember
{
    /// <summary>Greatest weight.</summary>
    public const int MaxWeight = 100;

    /// <summary>Greatest capacity.</summary>
    public const int MaxCapacity = 100_000;

    private LeadQueueMember() => UserId = null!;

    internal LeadQueueMember(string userId) => UserId = userId;

    /// <summary>The id in the host's user directory.</summary>
    public string UserId { get; private set; }

    /// <summary>The share of leads, in relation to the others' weights.</summary>
    public int Weight { get; internal set; }

    /// <summary>Most leads of a period; null for any number.</summary>
    public int? Capacity { get; internal set; }

    /// <summary>The first day of the period that <see cref="Given"/> counts; null before the first lead.</summary>
    public LocalDate? Period { get; private set; }

    /// <summary>How many leads it got in that period.</summary>
    public int Given { get; private set; }

    /// <summary>When it got its last lead.</summary>
    public Instant? LastAt { get; private set; }

    /// <summary>How many leads it got in a period.</summary>
    /// <param name="period">The first day of the period.</param>
    /// <returns>The number.</returns>
    public int GivenIn(LocalDate period) => Period == period ? Given : 0;

    internal bool HasRoomIn(LocalDate period) => Capacity is not { } most || GivenIn(period) < most;

    internal void Take(LocalDate period, Instant now) => (Given, Period, LastAt) = (GivenIn(period) + 1, period, now);
}
