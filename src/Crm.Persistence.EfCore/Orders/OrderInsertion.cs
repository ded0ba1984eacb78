using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Orders;

/// <summary>Writes many new orders with lines, facts and timeline rows, past the change tracker.</summary>
internal static class OrderInsertion
{
    public static async Task WriteAsync(DbContext context, IReadOnlyList<Order> orders, ExplicitRows explicitRows, CancellationToken cancellationToken)
    {
        await BulkInsert.WriteAsync(context, orders, cancellationToken).ConfigureAwait(false);
        await BulkInsert.WritePartsAsync(context, [.. orders.SelectMany(o => o.Lines, (o, l) => (l, (object)o.Id))], cancellationToken).ConfigureAwait(false);
        await BulkInsert.WritePartsAsync(context, [.. orders.SelectMany(o => o.Facts, (o, f) => (f, (object)o.Id))], cancellationToken).ConfigureAwait(false);
        var events = orders.SelectMany(o => o.PendingEvents).Select(p => p.Event).OfType<ITimelineEvent>();
        await explicitRows.WriteTimelineAsync(context, events, cancellationToken).ConfigureAwait(false);
        foreach (IAggregateRoot order in orders)
        {
            order.AcknowledgeEvents(order.PendingEvents.Count);
        }
    }
}
