namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>There is no such segment.</summary>
    /// <param name="key">The segment's key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SegmentNotFound(string key) => Error(nameof(SegmentNotFound), "There is no segment {0}.", "segment", key);

    /// <summary>A segment with this key exists already.</summary>
    /// <param name="key">The segment's key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SegmentAlreadyDefined(string key) => Error(nameof(SegmentAlreadyDefined), "A segment {0} exists already.", "key", key);

    /// <summary>The segment is out of use.</summary>
    /// <param name="key">The segment's key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SegmentIsArchived(string key) => Error(nameof(SegmentIsArchived), "The segment {0} is archived.", "segment", key);

    /// <summary>The segment is in use.</summary>
    /// <param name="key">The segment's key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SegmentNotArchived(string key) => Error(nameof(SegmentNotArchived), "The segment {0} is not archived.", "segment", key);

    /// <summary>Criteria decide on the members of the segment, nobody else.</summary>
    /// <param name="key">The segment's key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SegmentIsDynamic(string key) => Error(nameof(SegmentIsDynamic), "The members of the segment {0} follow from its criteria.", "segment", key);

    /// <summary>The segment is a list without criteria.</summary>
    /// <param name="key">The segment's key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SegmentIsStatic(string key) => Error(nameof(SegmentIsStatic), "The segment {0} is a list without criteria.", "segment", key);

    /// <summary>The segment names itself, directly or over other segments.</summary>
    /// <param name="key">The segment's key.</param>
    /// <param name="over">The segments over which it does, joined.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SegmentNamesItself(string key, string over) => Error(nameof(SegmentNamesItself), "The segment {0} would follow from itself: {1}.", "criteria", key, over);

    /// <summary>Other segments name the segment.</summary>
    /// <param name="key">The segment's key.</param>
    /// <param name="others">Their keys, joined.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SegmentInUse(string key, string others) => Error(nameof(SegmentInUse), "Other segments name the segment {0}: {1}.", "segment", key, others);

    /// <summary>The customer is in the segment already.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="key">The segment's key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SegmentMemberAlready(string customer, string key) => Error(nameof(SegmentMemberAlready), "Customer {0} is in the segment {1} already.", "customer", customer, key);

    /// <summary>The customer is not in the segment.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="key">The segment's key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SegmentMemberMissing(string customer, string key) => Error(nameof(SegmentMemberMissing), "Customer {0} is not in the segment {1}.", "customer", customer, key);
}
