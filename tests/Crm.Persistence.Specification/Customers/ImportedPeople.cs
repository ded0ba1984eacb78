using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Customers;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.EfCore.Saving;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Customers;

/// <summary>What an import left, without ids and instants, so that two databases can be compared.</summary>
internal static class ImportedPeople
{
    public static async Task<IReadOnlyList<string>> ReadAsync(DbContext context)
    {
        var customers = await context.Set<Customer>().AsNoTracking().AsSplitQuery().ToListAsync();
        var keys = (await context.Set<CustomerKey>().AsNoTracking().ToListAsync()).ToLookup(k => k.CustomerId);
        var audit = (await context.Set<AuditEntry>().AsNoTracking().Select(a => a.AggregateId).ToListAsync()).ToLookup(a => a);
        var events = (await context.Set<OutboxMessage>().AsNoTracking().Select(m => m.AggregateId).ToListAsync()).ToLookup(m => m);
        var items = (await context.Set<CustomerImportItemRecord>().AsNoTracking().ToListAsync()).ToLookup(i => i.CustomerId);
        return [.. customers.Select(c => string.Join('|', [
            c.Kind.ToString(), c.DisplayName, $"{c.Version}", c.Language?.Value,
            .. c.ContactPoints.Select(p => $"{p.Kind} {p.Value} {p.IsPrimary} {p.Use}").Order(StringComparer.Ordinal), .. c.Addresses.Select(a => $"{a.Kind} {a.Address} {a.IsPrimary}").Order(StringComparer.Ordinal),
            .. c.References.Select(r => $"{r.System}:{r.Value}").Order(StringComparer.Ordinal), .. c.Tags.Select(t => t.Name).Order(StringComparer.Ordinal),
            .. keys[c.Id].Select(k => $"{k.Kind} {k.Key}").Order(StringComparer.Ordinal), $"{audit[c.Id.Value].Count()} audit", $"{events[c.Id.Value].Count()} events",
            .. items[c.Id].OrderBy(i => i.Row).Select(i => $"{i.Row} {i.Outcome} {i.CustomerVersion} {i.Code}")])).Order(StringComparer.Ordinal)];
    }
}
