using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

public sealed partial class Order
{
    /// <summary>Makes a completed order from purchase rows of another system; rows below zero become returns.</summary>
    internal static Order FromImport(OrderId id, OrderNumber number, string externalId, IReadOnlyList<ImportedPurchase> rows, BaseRate? rate, Instant at)
    {
        var first = rows[0];
        var order = new Order(id, number, first.CustomerId, first.On, externalId, Money.Zero(first.Amount.Currency), at);
        foreach (var row in rows)
        {
            order.AddImportedLine(row, rate, at);
        }

        order.BaseTotal = order.SumOfBase();
        order.Raise(new OrderPlaced(order.Id, number, order.CustomerId, order.Total, order.PurchasedOn, at));
        return order;
    }

    private Order(OrderId id, OrderNumber number, CustomerId customerId, LocalDate purchasedOn, string externalId, Money total, Instant at)
        : base(id)
    {
        Number = number;
        CustomerId = customerId;
        Status = OrderStatus.Completed;
        PlacedAt = at;
        PurchasedOn = Guard.Storable(purchasedOn);
        ExternalId = Guard.Line(externalId, 200);
        Total = total;
    }

    private void AddImportedLine(ImportedPurchase row, BaseRate? rate, Instant at)
    {
        if (row.CustomerId != CustomerId || row.Amount.Currency != Total.Currency)
        {
            throw new ArgumentException("The rows of one imported order are one customer's, in one currency.", nameof(row));
        }

        if (decimal.Round(row.Quantity, Money.MaxDecimals) != row.Quantity || decimal.Abs(row.Quantity) > Money.MaxAmount)
        {
            throw new ArgumentException("A quantity has at most four decimals and fits a 64-bit count of 1/10,000.", nameof(row));
        }

        var kind = row.Quantity < 0 || row.Amount.IsNegative ? PurchaseKind.Return : PurchaseKind.Sale;
        var unit = row.Quantity == 0 ? row.Amount : new Money(decimal.Round(row.Amount.Amount / row.Quantity, Money.MaxDecimals), row.Amount.Currency);
        var unitCost = row.Cost is null || row.Quantity == 0
            ? null
            : new Money(decimal.Round(row.Cost.Amount / row.Quantity, Money.MaxDecimals), row.Cost.Currency);
        var line = new OrderLine(
            _lines.Count + 1,
            Guard.OptionalLine(row.Sku, 64),
            Guard.OptionalLine(row.Description ?? row.Sku, 200) ?? "—",
            row.Quantity,
            unit,
            null,
            row.Amount,
            unitCost)
        {
            Delivered = decimal.Max(row.Quantity, 0),
        };
        _lines.Add(line);
        _facts.Add(new PurchaseFact(Id, _facts.Count + 1, line, CustomerId, kind, row.Quantity, row.Amount, row.Cost, rate?.Of(row.Amount), Guard.Storable(row.On), at));
        Total += row.Amount;
    }
}
