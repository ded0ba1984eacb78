using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>A product was added to the default catalogue.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="Sku">Its stock-keeping unit.</param>
/// <param name="Name">Its name.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("orders.product-added")]
public sealed record ProductAdded(ProductId ProductId, string Sku, string Name, Instant OccurredAt) : ICrmEvent;

/// <summary>A product's price changed.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="Sku">Its stock-keeping unit.</param>
/// <param name="Price">The price since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("orders.product-repriced")]
public sealed record ProductRepriced(ProductId ProductId, string Sku, Money Price, Instant OccurredAt) : ICrmEvent;

/// <summary>A product became a bundle of others, was made of others, or became a plain product again.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="Sku">Its stock-keeping unit.</param>
/// <param name="Components">How many products it is made of; none for a plain product.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("orders.product-composed")]
public sealed record ProductComposed(ProductId ProductId, string Sku, int Components, Instant OccurredAt) : ICrmEvent;
