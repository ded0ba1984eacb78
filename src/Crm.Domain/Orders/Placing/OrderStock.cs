using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>Has the stock follow what becomes of orders, and notes it with them.</summary>
internal sealed class OrderStock(IProductCatalog catalog)
{
    public async Task<CrmResult> MoveAsync(Order order, StockMove move, IReadOnlyList<OrderLineQuantity> lines, Instant now, CancellationToken cancellationToken)
    {
        // What is not kept in stock, or was not when the order was placed, holds nothing.
        var moving = lines.Select(l => (Line: l, Sku: SkuOf(order, l.LineNumber), IsHeld: move == StockMove.Reserve || order.HeldOf(l.LineNumber) >= l.Quantity))
            .Where(l => l.Sku is not null && l.IsHeld).ToList();
        if (moving.Count == 0)
        {
            return CrmResult.Success;
        }

        var quantities = moving.GroupBy(l => l.Sku!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(l => l.Line.Quantity), StringComparer.Ordinal);
        var moved = await catalog.MoveStockAsync(new StockMovement(move, order.Id, quantities, now), cancellationToken).ConfigureAwait(false);
        if (!moved.TryGetValue(out var items))
        {
            return CrmResult.Failed(moved.Errors);
        }

        order.NoteStock(move, moving.Where(l => items.ContainsKey(l.Sku!)).Select(l => (l.Line, items[l.Sku!])), now);
        return CrmResult.Success;
    }

    private static string? SkuOf(Order order, int lineNumber) => order.Lines.FirstOrDefault(l => l.Number == lineNumber)?.Sku;
}
