using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Interactions;

internal sealed class MessageRecipients(CrmDb db, ICustomerQueries customers) : IMessageRecipients
{
    public async Task<MessageRecipient?> FindAsync(CustomerId id, CancellationToken cancellationToken)
    {
        if (await customers.IdentifyAsync(id, cancellationToken).ConfigureAwait(false) is not { } identity
            || await FindCustomerAsync(identity.Id, cancellationToken).ConfigureAwait(false) is not { } customer)
        {
            return null;
        }

        var name = (customer as Person)?.Name;
        return new MessageRecipient(customer.Id, customer.DisplayName, customer.Kind == CustomerKind.Person)
        {
            Title = name?.Prefix,
            GivenName = name?.Given,
            FamilyName = name?.Family,
            Language = customer.Language,
            PostalAddress = customer.Addresses.OrderByDescending(a => a.Kind == AddressKind.Main).ThenByDescending(a => a.IsPrimary).ThenBy(a => a.Id).FirstOrDefault()?.Address,
        };
    }

    private async Task<Customer?> FindCustomerAsync(CustomerId id, CancellationToken cancellationToken) => db.Context.Set<Customer>().Local.FindEntry(id)?.Entity
        ?? await db.Context.Set<Customer>().IgnoreAutoIncludes().AsNoTracking().AsSplitQuery().Include(c => c.Addresses).SingleOrDefaultAsync(c => c.Id == id, cancellationToken).ConfigureAwait(false);
}
