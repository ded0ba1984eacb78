using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

public sealed partial class ServiceCase
{
    /// <summary>The case that this one was merged into; null while it stands for itself.</summary>
    public ServiceCaseId? MergedIntoId { get; private set; }

    /// <summary>When it was merged.</summary>
    public Instant? MergedAt { get; private set; }

    /// <summary>Whether this case can be merged into another: of the same customer or organisation, and neither merged yet.</summary>
    /// <param name="target">The case that would go on.</param>
    /// <returns>The ruling; refused with <c>CaseMerged</c>, <c>CaseMergedWithItself</c>, <c>CaseCustomersDiffer</c>.</returns>
    public CrmRuling CanMergeInto(ServiceCase target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return CanChange().Then(target.CanChange()).Then(
            target.Id == Id ? CrmRuling.Refused(e => e.CaseMergedWithItself(Number.Value))
            : target.CustomerId == CustomerId || (OrganisationId is not null && target.OrganisationId == OrganisationId) ? CrmRuling.Permitted
            : CrmRuling.Refused(e => e.CaseCustomersDiffer(Number.Value, target.Number.Value)));
    }

    /// <summary>
    /// Ends this case in another one. Its messages stay where they are, so that each counts once, and are read as part of the other;
    /// what is written to this case from now on reaches the other. Call <see cref="TakeOver"/> on the other one too.
    /// </summary>
    /// <param name="target">The case that goes on.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It cannot be merged into that case.</exception>
    public void MergeInto(ServiceCase target, Instant now)
    {
        CanMergeInto(target).Demand();
        (MergedIntoId, MergedAt) = (target.Id, now);
        Stand(CaseStatus.Closed, CaseCategory.Closed, now);
        Happened(new CaseMergedInto(Id, Number, CustomerId, OrganisationId, target.Id, target.Number, now));
    }

    /// <summary>Whether this case can take over one that was merged into it.</summary>
    /// <param name="source">The case that ended.</param>
    /// <returns>The ruling; refused with <c>CaseMerged</c>, <c>CaseNotMerged</c>.</returns>
    public CrmRuling CanTakeOver(ServiceCase source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return CanChange().Then(source.MergedIntoId == Id ? CrmRuling.Permitted : CrmRuling.Refused(e => e.CaseNotMerged(source.Number.Value, Number.Value)));
    }

    /// <summary>Goes on for a case that was merged into this one. It is open again where it waited or was resolved and the other still needed work.</summary>
    /// <param name="source">The case that ended.</param>
    /// <param name="wasUnresolved">Whether the other one still needed work.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The other one was not merged into this.</exception>
    public void TakeOver(ServiceCase source, bool wasUnresolved, Instant now)
    {
        CanTakeOver(source).Demand();
        TakeFollowersOf(source);
        if (wasUnresolved)
        {
            WakeUp(now);
            if (Category == CaseCategory.Closed)
            {
                Stand(CaseStatus.Open, CaseCategory.Open, now);
            }
        }

        Happened(new CaseTookOver(Id, Number, source.Id, source.Number, now)
        {
            OwesAnswer = wasUnresolved && source._messages.FindLast(m => m.Kind is CaseMessageKind.FromCustomer or CaseMessageKind.PublicReply)?.Kind == CaseMessageKind.FromCustomer,
        });
    }

    private CrmRuling CanChange() => MergedIntoId is null ? CrmRuling.Permitted : CrmRuling.Refused(e => e.CaseMerged(Number.Value));
}
