using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>What was agreed with one customer: a price list, or the price of one product from a quantity.</summary>
public sealed class PriceAgreement : AggregateRoot<PriceAgreementId>
{
    private PriceAgreement()
    {
    }

    /// <summary>Agrees on a price list.</summary>
    /// <param name="id">The id.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="priceListId">The price list.</param>
    /// <param name="validFrom">The first day; null for at once.</param>
    /// <param name="validUntil">The last day; null until further notice.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public PriceAgreement(PriceAgreementId id, CustomerId customerId, PriceListId priceListId, LocalDate? validFrom, LocalDate? validUntil, Instant now)
        : base(id)
    {
        CustomerId = Guard.NotEmpty(customerId);
        PriceListId = Guard.NotEmpty(priceListId);
        (ValidFrom, ValidUntil) = PriceTerms.Days(validFrom, validUntil);
        AgreedAt = Guard.Storable(now);
        Raise(new PriceAgreed(Id, CustomerId, PriceListId, null, null, now));
    }

    /// <summary>Agrees on the price of a product.</summary>
    /// <param name="id">The id.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="terms">The product and its price.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The price or the quantity is not acceptable, or the last day is before the first.</exception>
    public PriceAgreement(PriceAgreementId id, CustomerId customerId, AgreedPrice terms, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(terms);
        CustomerId = Guard.NotEmpty(customerId);
        PriceTerms.Check(terms.Price, terms.From);
        Sku = Guard.Line(terms.Sku, 64);
        From = terms.From;
        Price = terms.Price;
        (ValidFrom, ValidUntil) = PriceTerms.Days(terms.ValidFrom, terms.ValidUntil);
        AgreedAt = Guard.Storable(now);
        Raise(new PriceAgreed(Id, CustomerId, null, Sku, Price, now));
    }

    /// <summary>The customer.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>The price list; null for an agreement on one product.</summary>
    public PriceListId? PriceListId { get; private set; }

    /// <summary>The product, by its stock-keeping unit; null for an agreement on a list.</summary>
    public string? Sku { get; private set; }

    /// <summary>The quantity from which the price holds; zero for any.</summary>
    public decimal From { get; private set; }

    /// <summary>The price of one; null for an agreement on a list.</summary>
    public Money? Price { get; private set; }

    /// <summary>The first day on which it holds; null for ever since.</summary>
    public LocalDate? ValidFrom { get; private set; }

    /// <summary>The last day on which it holds; null until further notice.</summary>
    public LocalDate? ValidUntil { get; private set; }

    /// <summary>When it was agreed; of two agreements on the same, the later one holds.</summary>
    public Instant AgreedAt { get; private set; }

    /// <summary>Sets the last day on which it holds; the day before the first day voids it.</summary>
    /// <param name="until">The last day.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The day is out of the years 1 to 9999.</exception>
    public void End(LocalDate until, Instant now)
    {
        ValidUntil = Guard.Storable(until);
        Raise(new PriceAgreementEnded(Id, CustomerId, until, now));
    }
}
