using Crm.Domain.Access;
using Crm.Domain.Customers;

namespace Crm.Domain.SelfService;

/// <summary>What the signed-in customer may read and change of whom.</summary>
internal sealed class OwnRights(IPortalAccountStore accounts, ICustomerQueries customers, CrmActs acts)
{
    /// <summary>The living customer whom the actor may read; null where it may not, or there is none.</summary>
    public async Task<CustomerId?> ReadableAsync(CustomerId id, CancellationToken cancellationToken) =>
        acts.Gate.Actor.Kind == ActorKind.PortalCustomer && await customers.IdentifyAsync(id, cancellationToken).ConfigureAwait(false) is { } found
        && (acts.Gate.Readable.Includes(id.ToSubject()) || acts.Gate.Readable.Includes(found.Id.ToSubject()))
            ? found.Id
            : null;

    /// <summary>The living customer whom the actor may change: its own, and its organisation where it administers that. Colleagues change their own data.</summary>
    public async Task<CustomerId?> ChangeableAsync(CustomerId id, CancellationToken cancellationToken)
    {
        if (await ReadableAsync(id, cancellationToken).ConfigureAwait(false) is not { } living)
        {
            return null;
        }

        // An actor that the host made itself, without an account of ours, acts for whom the host says.
        var account = PortalAccountId.TryParse(acts.Gate.Actor.Id, null, out var own) ? await accounts.FindAsync(own, cancellationToken).ConfigureAwait(false) : null;
        return account is null || account.CustomerId == living || (account.Role == PortalRole.Administrator && account.OrganisationId == living) ? living : null;
    }
}
