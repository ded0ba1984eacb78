using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>What the service desk asks of entitlements when a case is opened. Scoped service.</summary>
public interface ICaseEntitlements
{
    /// <summary>Settles under which entitlement a case is opened. Nothing is counted yet.</summary>
    /// <param name="details">What is known of the case.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The details with the entitlement that applies, or <c>EntitlementNotFound</c> and what <see cref="Entitlement.CanCover"/> refuses.</returns>
    Task<CrmResult<CaseDetails>> ChooseAsync(CaseDetails details, Instant now, CancellationToken cancellationToken);

    /// <summary>Counts a case that was opened, where its entitlement counts cases at their creation.</summary>
    /// <param name="opened">The case, not saved yet.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>When it is done.</returns>
    Task OpenedAsync(ServiceCase opened, Instant now, CancellationToken cancellationToken);
}
