using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>What a customer ordered, and the purchase facts that follow from it.</summary>
public sealed partial class Order : AggregateRoot<OrderId>
{
    private readonly List<OrderLine> _lines = [];
    private readonly List<PurchaseFact> _facts = [];

    private Order() => (Number, Total) = (null!, null!);

    /// <summary>Places an order: every line becomes a purchase fact.</summary>
    /// <param name="id">The id.</param>
    /// <param name="number">The number people quote.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="lines">What is ordered; at least one line, all in one currency.</param>
    /// <param name="placedAt">When it was placed.</param>
    /// <param name="purchasedOn">The same moment's day in the business's own time zone.</param>
    /// <param name="externalId">The order's id in the system that took it.</param>
    /// <param name="booking">What is frozen with it; null for nothing.</param>
    /// <exception cref="ArgumentException">There is no line, currencies differ, or a quantity or price is not acceptable.</exception>
    public Order(
        OrderId id, OrderNumber number, CustomerId customerId, IReadOnlyList<PricedLine> lines, Instant placedAt, LocalDate purchasedOn, string? externalId = null,
        OrderBooking? booking = null)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentOutOfRangeException.ThrowIfZero(lines.Count, nameof(lines));
        Number = number;
        CustomerId = Guard.NotEmpty(customerId);
        PlacedAt = Guard.Storable(placedAt);
        PurchasedOn = Guard.Storable(purchasedOn);
        ExternalId = Guard.OptionalLine(externalId, 200);
        RequestHash = Guard.OptionalLine(booking?.RequestHash, OrderBooking.HashLength);
        foreach (var line in lines)
        {
            AddLine(line, lines[0].UnitPrice.Currency, booking?.BaseRate);
        }

        Total = _lines.Aggregate(Money.Zero(lines[0].UnitPrice.Currency), (sum, l) => sum + l.Total);
        BaseTotal = SumOfBase();
        Raise(new OrderPlaced(Id, Number, CustomerId, Total, PurchasedOn, PlacedAt));
    }

    /// <summary>The number people quote.</summary>
    public OrderNumber Number { get; private set; }

    /// <summary>The customer.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>Where it stands.</summary>
    public OrderStatus Status { get; private set; }

    /// <summary>When it was placed.</summary>
    public Instant PlacedAt { get; private set; }

    /// <summary>The day it was placed, in the business's own time zone.</summary>
    public LocalDate PurchasedOn { get; private set; }

    /// <summary>The order's id in the system that took it.</summary>
    public string? ExternalId { get; private set; }

    /// <summary>Sum of the lines as ordered.</summary>
    public Money Total { get; private set; }

    /// <summary>The same in the business's own currency at the rate of <see cref="PurchasedOn"/>, frozen when it was booked; null where no rate was known then.</summary>
    public Money? BaseTotal { get; private set; }

    /// <summary>The fingerprint of what was asked for under <see cref="ExternalId"/>, which tells a repetition from something else.</summary>
    public string? RequestHash { get; private set; }

    /// <summary>What was ordered.</summary>
    public IReadOnlyList<OrderLine> Lines => _lines;

    /// <summary>What followed from it: sales, returns, cancellation; only added to.</summary>
    public IReadOnlyList<PurchaseFact> Facts => _facts;

    /// <summary>This order as a subject of timelines and links.</summary>
    /// <returns>The reference.</returns>
    public SubjectReference ToSubject() => Id.ToSubject();

    private void AddLine(PricedLine priced, Currency currency, BaseRate? rate)
    {
        if (priced.UnitPrice.Currency != currency)
        {
            throw new ArgumentException("All lines of an order are in one currency.", nameof(priced));
        }

        if (priced.Quantity is <= 0 or > Money.MaxAmount || decimal.Round(priced.Quantity, Money.MaxDecimals) != priced.Quantity)
        {
            throw new ArgumentException("A quantity is above zero, has at most four decimals and fits a 64-bit count of 1/10,000.", nameof(priced));
        }

        if (priced.UnitPrice.IsNegative)
        {
            throw new ArgumentException("A price is not negative.", nameof(priced));
        }

        var gross = Money.Round(priced.UnitPrice.Amount * priced.Quantity, currency);
        if (priced.Discount is { } discount && (discount.IsNegative || discount > gross))
        {
            throw new ArgumentException("A discount is neither negative nor more than quantity times price.", nameof(priced));
        }

        var line = new OrderLine(
            _lines.Count + 1,
            Guard.OptionalLine(priced.Sku, 64),
            Guard.Line(priced.Description, 200),
            priced.Quantity,
            priced.UnitPrice,
            priced.Discount,
            priced.Discount is null ? gross : gross - priced.Discount,
            priced.UnitCost)
        {
            BundleSku = Guard.OptionalLine(priced.BundleSku, 64),
            PriceSource = priced.Explanation?.Source,
            PriceList = priced.Explanation?.PriceList,
            PriceFrom = priced.Explanation?.From,
        };
        _lines.Add(line);
        AddFact(line, PurchaseKind.Sale, line.Quantity, line.Total, line.UnitCost is null ? null : line.UnitCost * line.Quantity, rate?.Of(line.Total), PurchasedOn, PlacedAt);
    }

    private void AddFact(OrderLine line, PurchaseKind kind, decimal quantity, Money amount, Money? cost, Money? baseAmount, LocalDate on, Instant at) =>
        _facts.Add(new PurchaseFact(Id, _facts.Count + 1, line, CustomerId, kind, quantity, amount, cost, baseAmount, on, at));

    private Money? SumOfBase() => _facts is [{ BaseAmount: { } first }, ..] ? _facts.Aggregate(Money.Zero(first.Currency), (sum, f) => sum + f.BaseAmount!) : null;
}
