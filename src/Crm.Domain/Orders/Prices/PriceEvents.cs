using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>A price list was added.</summary>
/// <param name="PriceListId">The list.</param>
/// <param name="Key">Its key.</param>
/// <param name="Currency">The currency of its prices.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("orders.price-list-added")]
public sealed record PriceListAdded(PriceListId PriceListId, string Key, Currency Currency, Instant OccurredAt) : ICrmEvent;

/// <summary>Name, days or scope of a price list changed.</summary>
/// <param name="PriceListId">The list.</param>
/// <param name="Key">Its key.</param>
/// <param name="ValidFrom">The first day since.</param>
/// <param name="ValidUntil">The last day since.</param>
/// <param name="IsDefault">Whether it is for everybody since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("orders.price-list-changed")]
public sealed record PriceListChanged(PriceListId PriceListId, string Key, LocalDate? ValidFrom, LocalDate? ValidUntil, bool IsDefault, Instant OccurredAt) : ICrmEvent;

/// <summary>A price of a list was set.</summary>
/// <param name="PriceListId">The list.</param>
/// <param name="Key">Its key.</param>
/// <param name="Sku">The product.</param>
/// <param name="From">The quantity from which it holds.</param>
/// <param name="Price">The price of one.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("orders.price-list-price-set")]
public sealed record PriceListPriceSet(PriceListId PriceListId, string Key, string Sku, decimal From, Money Price, Instant OccurredAt) : ICrmEvent;

/// <summary>A price was taken out of a list.</summary>
/// <param name="PriceListId">The list.</param>
/// <param name="Key">Its key.</param>
/// <param name="Sku">The product.</param>
/// <param name="From">The quantity from which it held.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("orders.price-list-price-removed")]
public sealed record PriceListPriceRemoved(PriceListId PriceListId, string Key, string Sku, decimal From, Instant OccurredAt) : ICrmEvent;

/// <summary>A price list or the price of a product was agreed with a customer.</summary>
/// <param name="AgreementId">The agreement.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="PriceListId">The list; null for the price of a product.</param>
/// <param name="Sku">The product; null for a list.</param>
/// <param name="Price">The price of one; null for a list.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("orders.price-agreed")]
public sealed record PriceAgreed(PriceAgreementId AgreementId, CustomerId CustomerId, PriceListId? PriceListId, string? Sku, Money? Price, Instant OccurredAt) : ICrmEvent;

/// <summary>The last day of an agreement on prices was set.</summary>
/// <param name="AgreementId">The agreement.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Until">The last day.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("orders.price-agreement-ended")]
public sealed record PriceAgreementEnded(PriceAgreementId AgreementId, CustomerId CustomerId, LocalDate Until, Instant OccurredAt) : ICrmEvent;
