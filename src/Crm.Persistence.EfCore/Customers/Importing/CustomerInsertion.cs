using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Persistence.EfCore.Customers;

/// <summary>Writes many new customers past the change tracker, with everything that a save would write.</summary>
internal sealed class CustomerInsertion(CustomerKeyKinds kinds, ExplicitRows explicitRows)
{
    private const int CustomersPerStep = 250;
    private const int KeysOfCustomer = 20;

    public async Task WriteAsync(DbContext context, IReadOnlyList<Customer> customers, CancellationToken cancellationToken)
    {
        if (customers.Count == 0)
        {
            return;
        }

        // Rules of keys and readers of fields are pure and take about as long as writing does: while some are written, the next are derived.
        var model = context.Model;
        var steps = customers.Chunk(CustomersPerStep).ToList();
        var keys = new List<CustomerKey>(customers.Count * KeysOfCustomer);
        var drafting = Task.Run(() => Derive(model, steps[0]), cancellationToken);
        for (var i = 0; i < steps.Count; i++)
        {
            var drafts = await drafting.ConfigureAwait(false);
            var next = i + 1;
            drafting = next < steps.Count ? Task.Run(() => Derive(model, steps[next]), cancellationToken) : drafting;
            keys.AddRange(drafts.Keys);
            await WriteAsync(context, steps[i], drafts, cancellationToken).ConfigureAwait(false);
        }

        // In the order of the index, which spans all customers: neighbours share its pages, and each page is written once.
        keys.Sort((x, y) => string.CompareOrdinal(x.Kind, y.Kind) is not 0 and var byKind ? byKind : string.CompareOrdinal(x.Key, y.Key));
        await BulkInsert.WriteAsync(context, keys, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The parts of a customer that an import writes.</summary>
    public static IEnumerable<object> PartsOf(Customer customer) =>
        [.. customer.ContactPoints, .. customer.Addresses, .. customer.References, .. customer.Tags, .. (customer as Person)?.Memberships ?? []];

    private Drafts Derive(IModel model, Customer[] customers)
    {
        var (fingerprints, keys, changes) = (new long[customers.Length], new List<CustomerKey>(customers.Length * KeysOfCustomer), new string[customers.Length]);
        for (var i = 0; i < customers.Length; i++)
        {
            var derived = kinds.Of(model, customers[i]);
            fingerprints[i] = CustomerKeyKinds.FingerprintOf(derived);
            keys.AddRange(CustomerKeyUpkeep.Rows(customers[i].Id, derived));
            changes[i] = AddedFields.ToJson(model, customers[i], PartsOf(customers[i]));
        }

        return new Drafts(fingerprints, keys, changes);
    }

    private async Task WriteAsync(DbContext context, Customer[] customers, Drafts drafts, CancellationToken cancellationToken)
    {
        await WriteRootsAsync<Person>(context, customers, drafts, cancellationToken).ConfigureAwait(false);
        await WriteRootsAsync<Organisation>(context, customers, drafts, cancellationToken).ConfigureAwait(false);
        await WritePartsAsync(context, customers, c => c.ContactPoints, cancellationToken).ConfigureAwait(false);
        await WritePartsAsync(context, customers, c => c.Addresses, cancellationToken).ConfigureAwait(false);
        await WritePartsAsync(context, customers, c => c.References, cancellationToken).ConfigureAwait(false);
        await WritePartsAsync(context, customers, c => c.Tags, cancellationToken).ConfigureAwait(false);
        await WritePartsAsync(context, [.. customers.OfType<Person>()], p => p.Memberships, cancellationToken).ConfigureAwait(false);
        await explicitRows.WriteAddedAsync(context, [.. customers.Select((c, i) => ((IAggregateRoot)c, drafts.Changes[i]))], cancellationToken).ConfigureAwait(false);
        foreach (IAggregateRoot customer in customers)
        {
            customer.AcknowledgeEvents(customer.PendingEvents.Count);
        }
    }

    private static Task WriteRootsAsync<T>(DbContext context, Customer[] customers, Drafts drafts, CancellationToken cancellationToken)
        where T : Customer =>
        BulkInsert.WritePartsAsync<T>(context, [.. customers.Select((c, i) => (Customer: c as T, Fingerprint: (object)drafts.Fingerprints[i])).Where(c => c.Customer is not null)!], cancellationToken);

    private static Task WritePartsAsync<TRoot, TPart>(DbContext context, IReadOnlyList<TRoot> roots, Func<TRoot, IEnumerable<TPart>> parts, CancellationToken cancellationToken)
        where TRoot : Customer
        where TPart : class =>
        BulkInsert.WritePartsAsync(context, [.. roots.SelectMany(parts, (r, p) => (p, (object)r.Id))], cancellationToken);

    /// <summary>What is derived of some customers: by customer, and their keys together.</summary>
    private sealed record Drafts(long[] Fingerprints, List<CustomerKey> Keys, string[] Changes);
}
