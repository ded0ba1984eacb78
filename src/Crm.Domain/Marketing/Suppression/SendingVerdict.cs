using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>Whether and when a customer gets a message.</summary>
/// <param name="CustomerId">The customer as asked.</param>
/// <param name="RecipientId">The living customer: the survivor of one that was merged.</param>
/// <param name="Reason">Why not; null when the customer does.</param>
public sealed record SendingVerdict(CustomerId CustomerId, CustomerId RecipientId, SkipReason? Reason)
{
    /// <summary>Whether the customer gets it, or would without being held back.</summary>
    public bool MaySend => Reason is null;

    /// <summary>Whether the customer is held back.</summary>
    public bool IsHeldBack { get; init; }

    /// <summary>The address; null where the channel needs none, or the customer gets nothing.</summary>
    public string? Address { get; init; }

    /// <summary>By which two notations of the address are the same.</summary>
    public string? AddressKey { get; init; }

    /// <summary>When it is to be sent: within the window, on a day that the frequency cap leaves free.</summary>
    public Instant? DueAt { get; init; }

    /// <summary>The customer's own day of <see cref="DueAt"/>.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>The zone that counted.</summary>
    public string? Zone { get; init; }

    /// <summary>Whether the frequency cap put it off.</summary>
    public bool IsPostponed { get; init; }

    /// <summary>Whether it counts under the frequency cap: whatever needs consent does.</summary>
    public bool IsCounted { get; init; }
}
