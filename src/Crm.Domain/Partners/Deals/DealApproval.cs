using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>One approver of a registration, or of its extension. Part of <see cref="DealRegistration"/>.</summary>
public sealed class DealApproval
{
    private DealApproval() => ApproverId = null!;

    internal DealApproval(int step, bool isExtension, string approverId) => (Step, IsExtension, ApproverId) = (step, isExtension, approverId);

    /// <summary>Its number among all of the registration, from 1; they decide in this order.</summary>
    public int Step { get; private set; }

    /// <summary>Whether it is about a longer period.</summary>
    public bool IsExtension { get; private set; }

    /// <summary>Who decides, by id in the host's user directory.</summary>
    public string ApproverId { get; private set; }

    /// <summary>What was decided; null while it is open.</summary>
    public bool? IsApproved { get; private set; }

    /// <summary>When it was decided; also when it fell away because one before refused.</summary>
    public Instant? DecidedAt { get; private set; }

    /// <summary>Why it was refused.</summary>
    public string? Reason { get; private set; }

    internal void Decide(bool? isApproved, string? reason, Instant now) => (IsApproved, Reason, DecidedAt) = (isApproved, reason, now);
}
