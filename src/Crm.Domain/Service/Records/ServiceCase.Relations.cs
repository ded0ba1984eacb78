using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

public sealed partial class ServiceCase
{
    /// <summary>Most related cases.</summary>
    public const int MaxRelated = 100;

    private readonly List<RelatedCase> _relatedCases = [];

    /// <summary>The case that this one is a part of, such as the outage that many report. A parent has no parent of its own.</summary>
    public ServiceCaseId? ParentId { get; private set; }

    /// <summary>How many cases have this one as their parent.</summary>
    public int Children { get; private set; }

    /// <summary>The cases that have to do with this one; each has this one among its own.</summary>
    public IReadOnlyList<RelatedCase> RelatedCases => _relatedCases;

    /// <summary>Whether the case can become a part of another. There is one level of parents, so that no circle can come about.</summary>
    /// <param name="parent">The other case.</param>
    /// <returns>The ruling; refused with <c>CaseMerged</c>, <c>CaseRelatedToItself</c>, <c>CaseHasParent</c>, <c>CaseHasChildren</c>.</returns>
    public CrmRuling CanJoin(ServiceCase parent)
    {
        ArgumentNullException.ThrowIfNull(parent);
        return CanChange().Then(parent.CanChange()).Then(
            parent.Id == Id ? CrmRuling.Refused(e => e.CaseRelatedToItself(Number.Value))
            : ParentId is not null ? CrmRuling.Refused(e => e.CaseHasParent(Number.Value))
            : parent.ParentId is not null ? CrmRuling.Refused(e => e.CaseHasParent(parent.Number.Value))
            : Children > 0 ? CrmRuling.Refused(e => e.CaseHasChildren(Number.Value))
            : CrmRuling.Permitted);
    }

    /// <summary>Becomes a part of another case. Call <see cref="Adopt"/> on the other one too.</summary>
    /// <param name="parent">The other case.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It cannot become a part of that case.</exception>
    public void Join(ServiceCase parent, Instant now)
    {
        CanJoin(parent).Demand();
        ParentId = parent.Id;
        Happened(new CaseParentChanged(Id, Number, parent.Id, now));
    }

    /// <summary>Whether the case can stop being a part of its parent.</summary>
    /// <returns>The ruling; refused with <c>CaseMerged</c>, <c>CaseHasNoParent</c>.</returns>
    public CrmRuling CanLeave() => CanChange().Then(ParentId is not null ? CrmRuling.Permitted : CrmRuling.Refused(e => e.CaseHasNoParent(Number.Value)));

    /// <summary>Stops being a part of its parent. Call <see cref="Release"/> on the parent too.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The case has no parent, or was merged into another.</exception>
    public void Leave(Instant now)
    {
        CanLeave().Demand();
        ParentId = null;
        Happened(new CaseParentChanged(Id, Number, null, now));
    }

    /// <summary>Whether this case can count another as its part.</summary>
    /// <param name="child">The other case, which joined this one.</param>
    /// <returns>The ruling; refused with <c>CaseMerged</c>, <c>CaseHasNoParent</c>.</returns>
    public CrmRuling CanAdopt(ServiceCase child)
    {
        ArgumentNullException.ThrowIfNull(child);
        return CanChange().Then(child.ParentId == Id ? CrmRuling.Permitted : CrmRuling.Refused(e => e.CaseHasNoParent(child.Number.Value)));
    }

    /// <summary>Counts another case as its part. Both cases change, so that of two that would join each other at once one is refused.</summary>
    /// <param name="child">The other case, which joined this one.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The other one did not join this case.</exception>
    public void Adopt(ServiceCase child, Instant now)
    {
        CanAdopt(child).Demand();
        Children++;
        Happened(new CaseChildrenChanged(Id, Number, child.Id, true, now));
    }

    /// <summary>Whether this case can stop counting another as its part.</summary>
    /// <returns>The ruling; refused with <c>CaseHasNoChildren</c>.</returns>
    public CrmRuling CanRelease() => Children > 0 ? CrmRuling.Permitted : CrmRuling.Refused(e => e.CaseHasNoChildren(Number.Value));

    /// <summary>Stops counting another case as its part.</summary>
    /// <param name="childId">The other case, which left this one.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException"><paramref name="childId"/> is the default value.</exception>
    /// <exception cref="CrmRuleException">No case has this one as its parent.</exception>
    public void Release(ServiceCaseId childId, Instant now)
    {
        Guard.NotEmpty(childId);
        CanRelease().Demand();
        Children--;
        Happened(new CaseChildrenChanged(Id, Number, childId, false, now));
    }

    /// <summary>Whether this case can be related to another.</summary>
    /// <param name="otherId">The other case.</param>
    /// <returns>The ruling; refused with <c>CaseMerged</c>, <c>CaseRelatedToItself</c>, <c>CaseAlreadyRelated</c>, <c>CaseRelationsFull</c>.</returns>
    public CrmRuling CanRelate(ServiceCaseId otherId) => CanChange().Then(
        otherId == Id ? CrmRuling.Refused(e => e.CaseRelatedToItself(Number.Value))
        : _relatedCases.Exists(r => r.OtherId == otherId) ? CrmRuling.Refused(e => e.CaseAlreadyRelated(Number.Value))
        : _relatedCases.Count >= MaxRelated ? CrmRuling.Refused(e => e.CaseRelationsFull(Number.Value, MaxRelated))
        : CrmRuling.Permitted);

    /// <summary>Relates this case to another. Call it on the other one too.</summary>
    /// <param name="otherId">The other case.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException"><paramref name="otherId"/> is the default value.</exception>
    /// <exception cref="CrmRuleException">The cases cannot be related.</exception>
    public void Relate(ServiceCaseId otherId, Instant now)
    {
        Guard.NotEmpty(otherId);
        CanRelate(otherId).Demand();
        _relatedCases.Add(new RelatedCase(otherId));
        Happened(new CaseRelated(Id, Number, otherId, true, now));
    }

    /// <summary>Whether the relation to another case can end.</summary>
    /// <param name="otherId">The other case.</param>
    /// <returns>The ruling; refused with <c>CaseMerged</c>, <c>CaseNotRelated</c>.</returns>
    public CrmRuling CanUnrelate(ServiceCaseId otherId) =>
        CanChange().Then(_relatedCases.Exists(r => r.OtherId == otherId) ? CrmRuling.Permitted : CrmRuling.Refused(e => e.CaseNotRelated(Number.Value)));

    /// <summary>Ends the relation to another case. Call it on the other one too.</summary>
    /// <param name="otherId">The other case.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The cases are not related.</exception>
    public void Unrelate(ServiceCaseId otherId, Instant now)
    {
        CanUnrelate(otherId).Demand();
        _relatedCases.RemoveAll(r => r.OtherId == otherId);
        Happened(new CaseRelated(Id, Number, otherId, false, now));
    }
}
