using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>One entry of an entitlement's account. Part of <see cref="Entitlement"/>; never changed.</summary>
public sealed class EntitlementEntry
{
    /// <summary>Longest note.</summary>
    public const int MaxNoteLength = 500;

    private EntitlementEntry() => ActorId = null!;

    internal EntitlementEntry(int number, EntitlementEntryKind kind, decimal amount, decimal remaining, ServiceCaseId? caseId, string? note, string actorId, Instant at)
    {
        (Number, Kind, Amount, Remaining, CaseId, At) = (number, kind, amount, remaining, caseId, at);
        Note = Guard.OptionalLine(note, MaxNoteLength);
        ActorId = Guard.Line(actorId, Actor.MaxIdLength);
    }

    /// <summary>Its place in the account, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>What it is.</summary>
    public EntitlementEntryKind Kind { get; private set; }

    /// <summary>How much, in the entitlement's unit; more than zero.</summary>
    public decimal Amount { get; private set; }

    /// <summary>What is left from here on; negative when more was used than granted.</summary>
    public decimal Remaining { get; private set; }

    /// <summary>The case that it is about.</summary>
    public ServiceCaseId? CaseId { get; private set; }

    /// <summary>Why.</summary>
    public string? Note { get; private set; }

    /// <summary>Id of who made it.</summary>
    public string ActorId { get; private set; }

    /// <summary>When.</summary>
    public Instant At { get; private set; }
}
