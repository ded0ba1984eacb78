using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>A product of the default catalogue, for hosts that have none of their own.</summary>
public sealed class Product : AggregateRoot<ProductId>
{
    /// <summary>Most components of a bundle.</summary>
    public const int MaxComponents = 100;

    private readonly List<ProductComponent> _components = [];

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

    /// <summary>What it is made of; empty when it is no bundle.</summary>
    public IReadOnlyList<ProductComponent> Components => _components;

    /// <summary>Makes the product a bundle of others, or a plain product again. Orders that were placed stay as they are.</summary>
    /// <param name="components">What one is made of, each product once; empty for a plain product.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A component is the product itself or there twice, a quantity is not acceptable, or there are more than <see cref="MaxComponents"/>.</exception>
    public void Compose(IReadOnlyList<BundleComponent> components, Instant now)
    {
        ArgumentNullException.ThrowIfNull(components);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(components.Count, MaxComponents, nameof(components));
        var made = components.Select((c, i) => new ProductComponent(i + 1, Guard.Line(c.Sku, 64), OrderQuantity.Checked(c.Quantity, nameof(components)))).ToList();
        if (made.Exists(c => c.Sku == Sku) || made.DistinctBy(c => c.Sku, StringComparer.Ordinal).Count() < made.Count)
        {
            throw new ArgumentException("A bundle holds other products, each once.", nameof(components));
        }

        // Rows keep their place, so that a row is changed rather than replaced by another of the same key.
        _components.RemoveAll(c => c.Number > made.Count);
        foreach (var component in _components)
        {
            (component.Sku, component.Quantity) = (made[component.Number - 1].Sku, made[component.Number - 1].Quantity);
        }

        _components.AddRange(made.Where(m => !_components.Exists(c => c.Number == m.Number)).ToList());
        Raise(new ProductComposed(Id, Sku, made.Count, now));
    }

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
