using System.Globalization;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>Prices of products in one currency, for a time, for everybody or for customers with whom it was agreed.</summary>
public sealed class PriceList : AggregateRoot<PriceListId>
{
    private readonly List<PriceListLine> _lines = [];

    private PriceList() => (Key, Name, Currency) = (null!, null!, null!);

    /// <summary>Makes an empty price list.</summary>
    /// <param name="id">The id.</param>
    /// <param name="details">What it is.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A text is empty, too long or has control characters, or the last day is before the first.</exception>
    public PriceList(PriceListId id, PriceListDetails details, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(details);
        ArgumentNullException.ThrowIfNull(details.Currency);
        Key = Guard.Line(details.Key, 64);
        Currency = details.Currency;
        Name = null!;
        Take(details);
        Raise(new PriceListAdded(Id, Key, Currency, now));
    }

    /// <summary>The key.</summary>
    public string Key { get; private set; }

    /// <summary>The name.</summary>
    public string Name { get; private set; }

    /// <summary>The currency of its prices.</summary>
    public Currency Currency { get; private set; }

    /// <summary>The first day on which it holds; null for ever since.</summary>
    public LocalDate? ValidFrom { get; private set; }

    /// <summary>The last day on which it holds; null until further notice.</summary>
    public LocalDate? ValidUntil { get; private set; }

    /// <summary>Whether it holds for everybody with whom nothing else was agreed.</summary>
    public bool IsDefault { get; private set; }

    /// <summary>Its prices.</summary>
    public IReadOnlyList<PriceListLine> Lines => _lines;

    /// <summary>Changes name, days and whether it is for everybody.</summary>
    /// <param name="details">What it is from now on; key and currency stay.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The key or the currency is another, a text is not acceptable, or the last day is before the first.</exception>
    public void Change(PriceListDetails details, Instant now)
    {
        ArgumentNullException.ThrowIfNull(details);
        if (details.Key != Key || details.Currency != Currency)
        {
            throw new ArgumentException("A price list keeps its key and its currency.", nameof(details));
        }

        Take(details);
        Raise(new PriceListChanged(Id, Key, ValidFrom, ValidUntil, IsDefault, now));
    }

    /// <summary>Sets the price of a product from a quantity.</summary>
    /// <param name="sku">The product, by its stock-keeping unit.</param>
    /// <param name="price">The price of one, in the list's currency; not negative.</param>
    /// <param name="from">The quantity from which it holds; zero for any.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The currency is another, the price is negative, or the quantity is not acceptable.</exception>
    public void SetPrice(string sku, Money price, decimal from, Instant now)
    {
        var product = Guard.Line(sku, 64);
        PriceTerms.Check(price, from);
        if (price.Currency != Currency)
        {
            throw new ArgumentException($"The prices of this list are in {Currency.Code}.", nameof(price));
        }

        if (_lines.Find(l => l.Sku == product && l.From == from) is { } line)
        {
            line.Price = price;
        }
        else
        {
            _lines.Add(new PriceListLine(product, from, price));
        }

        Raise(new PriceListPriceSet(Id, Key, product, from, price, now));
    }

    /// <summary>Whether a product's price from a quantity can be taken out.</summary>
    /// <param name="sku">The product.</param>
    /// <param name="from">The quantity from which it holds.</param>
    /// <returns>The ruling; refused with <c>PriceNotFound</c>.</returns>
    public CrmRuling CanRemovePrice(string sku, decimal from) =>
        _lines.Exists(l => l.Sku == sku && l.From == from) ? CrmRuling.Permitted : CrmRuling.Refused(e => e.PriceNotFound(sku, Currency.Code));

    /// <summary>Takes a product's price from a quantity out.</summary>
    /// <param name="sku">The product.</param>
    /// <param name="from">The quantity from which it holds.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The list has no such price.</exception>
    public void RemovePrice(string sku, decimal from, Instant now)
    {
        CanRemovePrice(sku, from).Demand();
        _lines.RemoveAll(l => l.Sku == sku && l.From == from);
        Raise(new PriceListPriceRemoved(Id, Key, sku, from, now));
    }

    /// <summary>Whether the list prices anything in a currency on a day.</summary>
    /// <param name="currency">The currency.</param>
    /// <param name="day">The day, in the business's own time zone.</param>
    /// <returns>The ruling; refused with <c>PriceListNotValid</c>, <c>PriceListCurrencyDiffers</c>.</returns>
    public CrmRuling CanPrice(Currency currency, LocalDate day)
    {
        ArgumentNullException.ThrowIfNull(currency);
        return day < ValidFrom || day > ValidUntil ? CrmRuling.Refused(e => e.PriceListNotValid(Key, day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)))
            : currency != Currency ? CrmRuling.Refused(e => e.PriceListCurrencyDiffers(Key, Currency.Code))
            : CrmRuling.Permitted;
    }

    private void Take(PriceListDetails details)
    {
        var name = Guard.Line(details.Name, 200, nameof(details));
        (ValidFrom, ValidUntil) = PriceTerms.Days(details.ValidFrom, details.ValidUntil);
        (Name, IsDefault) = (name, details.IsDefault);
    }
}
