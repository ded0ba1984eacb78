using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>One stay of a customer in a segment, with why it began and ended. Who comes back has another.</summary>
public sealed class SegmentMembership : AggregateRoot<SegmentMembershipId>
{
    /// <summary>Longest note.</summary>
    public const int MaxNoteLength = 500;

    private SegmentMembership() => SegmentKey = null!;

    /// <summary>Begins a stay.</summary>
    /// <param name="id">The id.</param>
    /// <param name="segmentId">The segment.</param>
    /// <param name="key">The segment's key.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="entry">Why it begins.</param>
    /// <param name="now">The current instant.</param>
    public SegmentMembership(SegmentMembershipId id, SegmentId segmentId, string key, CustomerId customerId, SegmentChange entry, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(entry);
        (SegmentId, SegmentKey, CustomerId) = (Guard.NotEmpty(segmentId), Guard.Line(key, Segment.MaxKeyLength), Guard.NotEmpty(customerId));
        (EnteredBecause, EnteredNumber, EnteredBy) = (Guard.Defined(entry.Reason), entry.Number, Guard.OptionalLine(entry.By, Access.Actor.MaxIdLength, nameof(entry)));
        EnteredNote = Guard.OptionalLine(entry.Note, MaxNoteLength, nameof(entry));
        (EnteredAt, IsCurrent) = (now, true);
        Raise(new SegmentEntered(id, segmentId, SegmentKey, customerId, EnteredBecause, now));
    }

    /// <summary>The segment.</summary>
    public SegmentId SegmentId { get; private set; }

    /// <summary>The segment's key, which never changes.</summary>
    public string SegmentKey { get; private set; }

    /// <summary>The customer.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>True while the stay lasts, then null: of one customer and segment one stay lasts at most, and many ended.</summary>
    public bool? IsCurrent { get; private set; }

    /// <summary>When it began.</summary>
    public Instant EnteredAt { get; private set; }

    /// <summary>Why it began.</summary>
    public SegmentReason EnteredBecause { get; private set; }

    /// <summary>The version of the criteria by which it began; null where it began otherwise.</summary>
    public int? EnteredNumber { get; private set; }

    /// <summary>Id of who put the customer in; null where criteria did.</summary>
    public string? EnteredBy { get; private set; }

    /// <summary>What was said about it; null for nothing.</summary>
    public string? EnteredNote { get; private set; }

    /// <summary>When it ended; null while it lasts.</summary>
    public Instant? LeftAt { get; private set; }

    /// <summary>Why it ended; null while it lasts.</summary>
    public SegmentReason? LeftBecause { get; private set; }

    /// <summary>The version of the criteria by which it ended; null where it ended otherwise.</summary>
    public int? LeftNumber { get; private set; }

    /// <summary>Id of who took the customer out; null where criteria did.</summary>
    public string? LeftBy { get; private set; }

    /// <summary>What was said about that; null for nothing.</summary>
    public string? LeftNote { get; private set; }

    /// <summary>Whether the stay can end.</summary>
    /// <returns>The ruling; refused with <c>SegmentMemberMissing</c>.</returns>
    public CrmRuling CanLeave() => IsCurrent == true ? CrmRuling.Permitted : CrmRuling.Refused(e => e.SegmentMemberMissing(CustomerId.ToString(), SegmentKey));

    /// <summary>Ends the stay.</summary>
    /// <param name="exit">Why it ends.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It has ended.</exception>
    public void Leave(SegmentChange exit, Instant now)
    {
        ArgumentNullException.ThrowIfNull(exit);
        CanLeave().Demand();
        var (by, note) = (Guard.OptionalLine(exit.By, Access.Actor.MaxIdLength, nameof(exit)), Guard.OptionalLine(exit.Note, MaxNoteLength, nameof(exit)));
        (LeftBecause, LeftNumber, LeftBy, LeftNote) = (Guard.Defined(exit.Reason), exit.Number, by, note);
        (LeftAt, IsCurrent) = (now, null);
        Raise(new SegmentLeft(Id, SegmentId, SegmentKey, CustomerId, exit.Reason, now));
    }
}
