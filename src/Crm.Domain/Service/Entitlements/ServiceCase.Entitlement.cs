using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

public sealed partial class ServiceCase
{
    /// <summary>The entitlement under which it is served.</summary>
    public EntitlementId? EntitlementId { get; private set; }

    /// <summary>Whether an entitlement can be named for the case.</summary>
    /// <returns>The ruling; refused with <c>CaseMerged</c>, <c>CaseClosed</c>, <c>CaseCoveredAlready</c>.</returns>
    public CrmRuling CanCover() => CanReply().Then(EntitlementId is null ? CrmRuling.Permitted : CrmRuling.Refused(e => e.CaseCoveredAlready(Number.Value)));

    /// <summary>Names the entitlement under which the case is served; it stays for good.</summary>
    /// <param name="entitlementId">The entitlement.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The case is closed, was merged, or has one.</exception>
    public void Cover(EntitlementId entitlementId, Instant now)
    {
        CanCover().Demand();
        EntitlementId = Guard.NotEmpty(entitlementId);
        Happened(new CaseCovered(Id, Number, CustomerId, entitlementId, now));
    }
}
