using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Saving;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Crm.Persistence.EfCore.Customers;

/// <summary>
/// Adds the changes of derived keys to the save that changes customers. Acts load no keys: a fingerprint beside the customer
/// tells whether they change, and only then the stored ones are read, all customers of a save at once.
/// </summary>
internal sealed class CustomerKeyUpkeep(CustomerKeyKinds kinds)
{
    private const int CustomersPerQuery = 500;

    public async Task DeriveAsync(DbContext context, SavePass pass, bool isAsync, CancellationToken cancellationToken)
    {
        var changed = new Dictionary<CustomerId, IReadOnlyList<DerivedKey>>();
        foreach (var entry in context.ChangeTracker.Entries<Customer>().Where(e => e.State is EntityState.Added or EntityState.Modified).ToList())
        {
            if (await ChangedAsync(entry, isAsync, cancellationToken).ConfigureAwait(false) is not { } keys)
            {
                continue;
            }

            if (entry.State == EntityState.Added)
            {
                Add(context, pass, Rows(entry.Entity.Id, keys));
            }
            else
            {
                changed.Add(entry.Entity.Id, keys);
            }
        }

        foreach (var chunk in changed.Chunk(CustomersPerQuery))
        {
            await ReplaceAsync(context, pass, chunk.ToDictionary(), isAsync, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The rows of a customer's keys.</summary>
    public static IEnumerable<CustomerKey> Rows(CustomerId id, IEnumerable<DerivedKey> keys) =>
        keys.Select((k, i) => new CustomerKey { CustomerId = id, Ordinal = i, Kind = k.Kind, Key = k.Key });

    private async Task<IReadOnlyList<DerivedKey>?> ChangedAsync(EntityEntry<Customer> entry, bool isAsync, CancellationToken cancellationToken)
    {
        var isNew = entry.State == EntityState.Added;
        await EagerParts.LoadAsync(entry, isAsync, cancellationToken).ConfigureAwait(false);
        var keys = kinds.Of(entry.Context.Model, entry.Entity);
        var fingerprint = entry.Property<long?>(CustomerKeyConfiguration.Fingerprint);
        fingerprint.CurrentValue = CustomerKeyKinds.FingerprintOf(keys);
        return isNew || fingerprint.CurrentValue != fingerprint.OriginalValue ? keys : null;
    }

    private static async Task ReplaceAsync(
        DbContext context, SavePass pass, Dictionary<CustomerId, IReadOnlyList<DerivedKey>> changed, bool isAsync, CancellationToken cancellationToken)
    {
        var ids = changed.Keys.ToList();
        var query = context.Set<CustomerKey>().AsTracking().Where(k => ids.Contains(k.CustomerId));
#pragma warning disable CA1849, MA0042 // The host saves synchronously.
        var stored = isAsync ? await query.ToListAsync(cancellationToken).ConfigureAwait(false) : query.ToList();
#pragma warning restore CA1849, MA0042
        var wanted = changed.SelectMany(c => c.Value, (c, k) => (c.Key, k)).ToHashSet();
        var next = stored.GroupBy(r => r.CustomerId).ToDictionary(g => g.Key, g => g.Max(r => r.Ordinal) + 1);
        foreach (var row in stored)
        {
            if (wanted.Remove((row.CustomerId, new DerivedKey(row.Kind, row.Key))))
            {
                context.Entry(row).State = EntityState.Detached;
            }
            else
            {
                context.Remove(row);
                pass.Changed.Add(row);
            }
        }

        Add(context, pass, wanted.Select(w =>
        {
            var ordinal = next.GetValueOrDefault(w.Key);
            next[w.Key] = ordinal + 1;
            return new CustomerKey { CustomerId = w.Key, Ordinal = ordinal, Kind = w.k.Kind, Key = w.k.Key };
        }));
    }

    private static void Add(DbContext context, SavePass pass, IEnumerable<CustomerKey> rows)
    {
        foreach (var row in rows)
        {
            context.Add(row);
            pass.Rows.Add(row);
        }
    }
}
