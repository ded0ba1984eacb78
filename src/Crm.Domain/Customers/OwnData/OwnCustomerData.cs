using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>Reads and changes customers for themselves.</summary>
internal sealed class OwnCustomerData(ICustomerStore customers, ICustomerQueries queries, ISenderStore senders, CrmErrorDescriber errors) : IOwnCustomerData
{
    public async Task<CustomerProfile?> ReadAsync(CustomerId id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken).ConfigureAwait(false) is { } customer ? CustomerProfile.Of(customer).ForOutsiders() with { References = [], Specialist = null } : null;

    public async Task<CrmResult<OwnDataState>> CheckAsync(CustomerId id, OwnDataChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (await FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } customer)
        {
            return errors.CustomerNotFound(id.ToString());
        }

        return await RefuseAsync(customer, change, cancellationToken).ConfigureAwait(false) is { } refused ? refused : StateOf(customer, change);
    }

    public async Task<CrmResult<OwnDataState>> ApplyAsync(CustomerId id, OwnDataChange change, string before, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (await FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } customer)
        {
            return errors.CustomerNotFound(id.ToString());
        }

        if (OwnDataParts.Before(customer, change) != before)
        {
            return errors.OwnDataChangedMeanwhile();
        }

        if (await RefuseAsync(customer, change, cancellationToken).ConfigureAwait(false) is { } refused)
        {
            return refused;
        }

        OwnDataParts.Apply(customer, change, now);
        return StateOf(customer, change);
    }

    private async Task<CrmError?> RefuseAsync(Customer customer, OwnDataChange change, CancellationToken cancellationToken)
    {
        if (OwnDataParts.Check(customer, change) is { IsPermitted: false } refused)
        {
            return refused.ToError(errors);
        }

        var address = change.Email is { } email ? SenderAddress.Of(email) : change.Phone is { } phone ? SenderAddress.Of(phone) : null;
        return address is not null && (await senders.FindAsync([address], cancellationToken).ConfigureAwait(false)).Any(c => c.Match.CustomerId != customer.Id) ? errors.ContactPointUnavailable() : null;
    }

    private static OwnDataState StateOf(Customer customer, OwnDataChange change) => new(customer.Id, customer.Version, OwnDataParts.Before(customer, change), OldEmail(customer, change));

    private static string? OldEmail(Customer customer, OwnDataChange change)
    {
        var good = customer.ContactPoints.Where(p => p is { Kind: ContactPointKind.Email, IsInvalid: false }).OrderByDescending(p => p.Id == change.ContactPointId).ThenByDescending(p => p.IsPrimary).ThenBy(p => p.Id);
        return good.FirstOrDefault()?.Value;
    }

    // An erased customer has no data of its own any more.
    private async Task<Customer?> FindAsync(CustomerId id, CancellationToken cancellationToken) =>
        await queries.IdentifyAsync(id, cancellationToken).ConfigureAwait(false) is { } living
        && await customers.FindAsync(living.Id, cancellationToken).ConfigureAwait(false) is { ErasedAt: null } customer
            ? customer
            : null;
}
