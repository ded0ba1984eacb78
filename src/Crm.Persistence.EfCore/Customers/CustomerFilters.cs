using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Customers;

/// <summary>Which customers a caller asks for and may read.</summary>
internal static class CustomerFilters
{
    public static IQueryable<Customer> Matching(CrmDb db, CustomerCriteria criteria, CrmReach reach)
    {
        var query = db.Context.Set<Customer>().AsNoTracking().Within(reach);

        query = criteria.Kind switch
        {
            CustomerKind.Person => query.Where(c => c is Person),
            CustomerKind.Organisation => query.Where(c => c is Organisation),
            _ => query,
        };
        if (!string.IsNullOrWhiteSpace(criteria.Text))
        {
            query = Matching(db, query, criteria.Text);
        }

        if (!string.IsNullOrWhiteSpace(criteria.Key))
        {
            query = Known(query, criteria.Key.Trim());
        }

        return query;
    }

    // Whole values only, each served by its index.
    private static IQueryable<Customer> Known(IQueryable<Customer> query, string key)
    {
        var contact = EmailAddress.TryParse(key, out var email) ? email.Normalized : PhoneNumber.TryParse(key, out var phone) ? phone.ToString() : key;
        return query.Where(c => c.ContactPoints.Any(p => p.Key == contact) || c.References.Any(r => r.Value == key));
    }

    // One seek of the key index for each word; several words narrow down.
    private static IQueryable<Customer> Matching(CrmDb db, IQueryable<Customer> query, string text)
    {
        var words = CustomerSearchText.Parse(text);
        if (words.Count == 0)
        {
            return query.Where(c => false);
        }

        foreach (var word in words)
        {
            var ids = db.Context.Set<CustomerKey>()
                .BeginningWith(CustomerSearchKeys.KindName, StoredCustomerKeys.Beginnings(db.Context.Model, CustomerSearchKeys.KindName, word.Beginnings)).Select(k => k.CustomerId);
            query = query.Where(c => ids.Contains(c.Id));
        }

        return query;
    }
}
