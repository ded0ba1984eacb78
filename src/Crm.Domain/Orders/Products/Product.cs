using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>A product of the default catalogue, for hosts that have none of their own.</summary>
public sealed class Product : AggregateRoot<ProductId>
{
    private Product() => (Sku, Name, Price) = (null!, null!, null!);

    /// <summary>Adds a product to the catalogue.</summary>
    /// <param name="id">The id.</param>
    /// <param name="sku">The stock-keeping unit; unique, at most 64 characters.</param>
    /// <param name="name">The name, at most 200 characters.</param>
    /// <param name="price">Price of one; not negative.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="cost">What one costs the business, where it is known.</param>
    /// <exception cref="ArgumentException">A text is empty, too long or has control characters, or the price is negative.</exception>
    public Product(ProductId id, string sku, string name, Money price, Instant now, Money? cost = null)
        : base(id)
    {
        Sku = Guard.Line(sku, 64);
        Name = Guard.Line(name, 200);
        Price = NotNegative(price);
        Cost = cost;
        Raise(new ProductAdded(Id, Sku, Name, now));
    }

    /// <summary>The stock-keeping unit.</summary>
    public string Sku { get; private set; }

    /// <summary>The name.</summary>
    public string Name { get; private set; }

    /// <summary>Price of one.</summary>
    public Money Price { get; private set; }

    /// <summary>What one costs the business, where it is known.</summary>
    public Money? Cost { get; private set; }

    /// <summary>Changes the price.</summary>
    /// <param name="price">Price of one; not negative.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The price is negative.</exception>
    public void Reprice(Money price, Instant now)
    {
        Price = NotNegative(price);
        Raise(new ProductRepriced(Id, Sku, Price, now));
    }

    private static Money NotNegative(Money price)
    {
        ArgumentNullException.ThrowIfNull(price);
        return price.IsNegative ? throw new ArgumentException("A price is not negative.", nameof(price)) : price;
    }
}
