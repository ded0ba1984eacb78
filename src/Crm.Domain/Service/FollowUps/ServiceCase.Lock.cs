using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

public sealed partial class ServiceCase
{
    /// <summary>Since when it takes no more messages of its customer, who rated it; null where it does, and again once it is opened anew.</summary>
    public Instant? LockedAt { get; private set; }

    /// <summary>Whether it can be locked for its customer: once it is resolved or closed.</summary>
    /// <returns>The ruling; refused with <c>CaseMerged</c>, <c>CaseNotSettled</c>, <c>CaseLocked</c>.</returns>
    public CrmRuling CanLock() => CanChange().Then(Category is not (CaseCategory.Resolved or CaseCategory.Closed) ? CrmRuling.Refused(e => e.CaseNotSettled(Number.Value))
        : LockedAt is not null ? CrmRuling.Refused(e => e.CaseLocked(Number.Value))
        : CrmRuling.Permitted);

    /// <summary>Takes no more messages of the customer: what it writes opens a new case that takes this one up. Staff can open it again.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It needs work, is locked, or was merged into another case.</exception>
    public void Lock(Instant now)
    {
        CanLock().Demand();
        LockedAt = now;
        Happened(new CaseLockedForCustomer(Id, Number, CustomerId, OrganisationId, now));
    }

    /// <summary>Whether the customer itself can still do something to it in a portal: not once it was rated, when a new case takes it up.</summary>
    /// <returns>The ruling; refused with <c>CaseMerged</c>, <c>CaseLocked</c>.</returns>
    internal CrmRuling CanAnswer() => CanChange().Then(LockedAt is null ? CrmRuling.Permitted : CrmRuling.Refused(e => e.CaseLocked(Number.Value)));
}
