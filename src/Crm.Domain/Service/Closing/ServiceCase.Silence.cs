using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

public sealed partial class ServiceCase
{
    /// <summary>Whether the case can be closed because its customer says nothing any more.</summary>
    /// <param name="days">For how many days the customer is to have been silent: spans of 24 hours.</param>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>CaseMerged</c>, <c>CaseNotSilent</c>.</returns>
    public CrmRuling CanCloseForSilence(int days, Instant now) => CanChange().Then(SilentSince is { } since && days >= 1 && now - since >= Duration.FromDays(days)
        ? CrmRuling.Permitted
        : CrmRuling.Refused(e => e.CaseNotSilent(Number.Value)));

    /// <summary>Closes the case because its customer says nothing any more, in a paused status too.</summary>
    /// <param name="days">For how many days the customer is to have been silent: spans of 24 hours.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The customer is not silent for so long, or the case was merged into another.</exception>
    public void CloseForSilence(int days, Instant now)
    {
        CanCloseForSilence(days, now).Demand();
        var (before, since) = (Status, SilentSince!.Value);
        Stand(CaseStatus.Closed, CaseCategory.Closed, now);
        Happened(new CaseClosedForSilence(Id, Number, CustomerId, OrganisationId, before, days, since, now));
    }
}
