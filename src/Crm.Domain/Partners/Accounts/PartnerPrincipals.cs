using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>Says for which partner somebody who signed in acts. The host asks at every request, so that what ended counts at once.</summary>
/// <remarks>Scoped service. Needs no actor.</remarks>
[FrontDoor]
public sealed class PartnerPrincipals(IPartnerStore partners, IBusinessZone business, CrmActs acts)
{
    /// <summary>The actor that a principal is.</summary>
    /// <param name="principalId">Id in the host's user directory, as the host authenticated it.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>An actor who acts for its partner and for nothing else; null where the principal has no account, or the partner is not active and valid today.</returns>
    public async Task<Actor?> ResolveAsync(string principalId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(principalId);
        return await partners.FindByPrincipalAsync(principalId, cancellationToken).ConfigureAwait(false) is { } partner
            && partner.IsValidOn(acts.Now.InZone(business.Zone).Date) && partner.AccountOf(principalId) is { } account
                ? Actor.Partner(principalId, [partner.Id.ToSubject()], account.Label)
                : null;
    }
}
