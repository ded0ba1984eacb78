using Crm.Domain.Access;
using Crm.Domain.Primitives;

namespace Crm.Domain.Customers;

/// <summary>Marks contact points of customers.</summary>
internal sealed class InvalidAddresses(ICustomerStore customers, ICustomerQueries queries, CrmActs acts) : IInvalidAddresses
{
    public Task<CrmResult<bool>> MarkAsync(CustomerId customerId, string addressKey, string reason, CancellationToken cancellationToken) => acts.MakeAsync<bool>(
        "customers.mark-contact-point-invalid",
        async now =>
        {
            // A merge may have taken the customer meanwhile.
            var living = (await queries.IdentifyAsync(customerId, cancellationToken).ConfigureAwait(false))?.Id ?? customerId;
            if (await customers.FindAsync(living, cancellationToken).ConfigureAwait(false) is not { } customer)
            {
                return false;
            }

            var marked = customer.ContactPoints.Where(p => p.Key == addressKey && !p.IsInvalid).Select(p => p.Id).ToList();
            foreach (var point in marked)
            {
                customer.MarkContactPointInvalid(point, Cut(reason), now);
            }

            return marked.Count > 0;
        },
        cancellationToken);

    private static string Cut(string reason) => reason.Length <= ContactPoint.MaxLabelLength ? reason : reason[..(ContactPoint.MaxLabelLength - (char.IsHighSurrogate(reason[ContactPoint.MaxLabelLength - 1]) ? 1 : 0))];
}
