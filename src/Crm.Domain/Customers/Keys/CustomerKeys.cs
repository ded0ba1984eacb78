using Crm.Domain.Access;
using Crm.Domain.Primitives;

namespace Crm.Domain.Customers;

/// <summary>
/// Keeps the keys derived from customers (search words, keys of duplicates) in line with their rules. Saving a customer does so
/// by itself; this door is for the time after rules changed.
/// </summary>
/// <remarks>Scoped service. Unlike other front doors it saves, batch by batch.</remarks>
[FrontDoor]
public sealed class CustomerKeys(ICustomerKeyStore keys, ICrmUnitOfWork unitOfWork, CrmActs acts)
{
    /// <summary>Customers of one transaction of <see cref="RebuildAsync"/>.</summary>
    public const int BatchSize = 500;

    /// <summary>
    /// Derives the keys of all customers anew, in transactions of <see cref="BatchSize"/> customers each, while others go on
    /// working. Customers whose keys are right are read, not written, so stopping and starting again loses nothing.
    /// </summary>
    /// <param name="cancellationToken">Cancels the rebuild; finished batches stay.</param>
    /// <returns>What was done, or <c>ActNotAllowed</c>.</returns>
    public async Task<CrmResult<CustomerKeysRebuilt>> RebuildAsync(CancellationToken cancellationToken = default)
    {
        if (acts.Gate.MayAct("customers.rebuild-keys") is { IsPermitted: false } ruling)
        {
            return ruling.ToError(acts.Errors);
        }

        var (customers, changed) = (0L, 0L);
        CustomerId? last = null;
        while (await keys.NextAsync(last, BatchSize, cancellationToken).ConfigureAwait(false) is { Count: > 0 } ids)
        {
            var batch = await unitOfWork.InTransactionAsync<int>(
                async token => await keys.RefreshAsync(ids, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            if (!batch.Succeeded)
            {
                return CrmResult<CustomerKeysRebuilt>.Failed(batch.Errors);
            }

            customers += ids.Count;
            changed += batch.Value;
            last = ids[^1];
        }

        return new CustomerKeysRebuilt(customers, changed);
    }
}
