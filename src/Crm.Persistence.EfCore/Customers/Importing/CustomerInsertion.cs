using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Customers;

/// <summary>Writes many new customers past the change tracker, with everything that a save would write.</summary>
internal sealed class CustomerInsertion(CustomerKeyKinds kinds, ExplicitRows explicitRows)
{
    public async Task WriteAsync(DbContext context, IReadOnlyList<Customer> customers, CancellationToken cancellationToken)
    {
        if (customers.Count == 0)
        {
            return;
        }

        // Rules of keys and readers of fields are pure, and take as long as writing does.
        var drafts = customers.AsParallel().AsOrdered().Select(c => (Customer: c, Keys: kinds.Of(context.Model, c), Changes: AddedFields.ToJson(context.Model, c, PartsOf(c)))).ToList();
        var keyed = drafts.ConvertAll(d => (d.Customer, d.Keys));
        await WriteRootsAsync<Person>(context, keyed, cancellationToken).ConfigureAwait(false);
        await WriteRootsAsync<Organisation>(context, keyed, cancellationToken).ConfigureAwait(false);
        await WritePartsAsync(context, customers, c => c.ContactPoints, cancellationToken).ConfigureAwait(false);
        await WritePartsAsync(context, customers, c => c.Addresses, cancellationToken).ConfigureAwait(false);
        await WritePartsAsync(context, customers, c => c.References, cancellationToken).ConfigureAwait(false);
        await WritePartsAsync(context, customers, c => c.Tags, cancellationToken).ConfigureAwait(false);
        await WritePartsAsync(context, [.. customers.OfType<Person>()], p => p.Memberships, cancellationToken).ConfigureAwait(false);

        // In the order of the index, which spans all customers: neighbours share its pages.
        var rows = keyed.SelectMany(k => CustomerKeyUpkeep.Rows(k.Customer.Id, k.Keys)).OrderBy(k => k.Kind, StringComparer.Ordinal).ThenBy(k => k.Key, StringComparer.Ordinal).ToList();
        await BulkInsert.WriteAsync(context, rows, cancellationToken).ConfigureAwait(false);
        await explicitRows.WriteAddedAsync(context, [.. drafts.Select(d => ((IAggregateRoot)d.Customer, d.Changes))], cancellationToken).ConfigureAwait(false);
        foreach (IAggregateRoot customer in customers)
        {
            customer.AcknowledgeEvents(customer.PendingEvents.Count);
        }
    }

    /// <summary>The parts of a customer that an import writes.</summary>
    public static IEnumerable<object> PartsOf(Customer customer) =>
        [.. customer.ContactPoints, .. customer.Addresses, .. customer.References, .. customer.Tags, .. (customer as Person)?.Memberships ?? []];

    private static Task WriteRootsAsync<T>(DbContext context, List<(Customer Customer, IReadOnlyList<DerivedKey> Keys)> keyed, CancellationToken cancellationToken)
        where T : Customer =>
        BulkInsert.WritePartsAsync<T>(context, [.. keyed.Where(k => k.Customer is T).Select(k => ((T)k.Customer, (object)CustomerKeyKinds.FingerprintOf(k.Keys)))], cancellationToken);

    private static Task WritePartsAsync<TRoot, TPart>(DbContext context, IReadOnlyList<TRoot> roots, Func<TRoot, IEnumerable<TPart>> parts, CancellationToken cancellationToken)
        where TRoot : Customer
        where TPart : class =>
        BulkInsert.WritePartsAsync(context, [.. roots.SelectMany(parts, (r, p) => (p, (object)r.Id))], cancellationToken);
}
