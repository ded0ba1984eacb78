using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>
/// One refresh of a segment: at which moment the criteria were asked, in which version, of whom, and who came and left. One that
/// asked only of those who may have changed and changed nothing leaves no run.
/// </summary>
public sealed class SegmentRun : AggregateRoot<SegmentRunId>
{
    private SegmentRun()
    {
    }

    /// <summary>Notes a refresh.</summary>
    /// <param name="id">The id.</param>
    /// <param name="segmentId">The segment.</param>
    /// <param name="key">The segment's key.</param>
    /// <param name="number">The version of the criteria.</param>
    /// <param name="outcome">What it did.</param>
    /// <param name="moment">The moment at which the criteria were asked.</param>
    public SegmentRun(SegmentRunId id, SegmentId segmentId, string key, int number, SegmentOutcome outcome, Instant moment)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        SegmentId = Guard.NotEmpty(segmentId);
        (Number, Mode, Moment) = (number, Guard.Defined(outcome.Mode), moment);
        (Asked, Entered, Left) = (outcome.Asked, outcome.Entered, outcome.Left);
        Raise(new SegmentRefreshed(id, segmentId, Guard.Line(key, Segment.MaxKeyLength), Entered, Left, moment));
    }

    /// <summary>The segment.</summary>
    public SegmentId SegmentId { get; private set; }

    /// <summary>The version of the criteria.</summary>
    public int Number { get; private set; }

    /// <summary>How the members were found.</summary>
    public SegmentRefreshMode Mode { get; private set; }

    /// <summary>The moment at which the criteria were asked.</summary>
    public Instant Moment { get; private set; }

    /// <summary>Of how many customers they were asked; null for all.</summary>
    public int? Asked { get; private set; }

    /// <summary>How many customers came in.</summary>
    public int Entered { get; private set; }

    /// <summary>How many customers left.</summary>
    public int Left { get; private set; }
}
