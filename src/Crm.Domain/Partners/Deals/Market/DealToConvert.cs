using Crm.Domain.Customers;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>What of a registration becomes an opportunity.</summary>
/// <param name="PartnerId">The partner.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Note">What else is known.</param>
/// <param name="Through">The last day of the period.</param>
/// <param name="Amount">What it is expected to bring.</param>
/// <param name="Lines">What is to be sold, at prices in the currency of the amount.</param>
public sealed record DealToConvert(PartnerId PartnerId, CustomerId CustomerId, string Title, string? Note, LocalDate Through, Money Amount, IReadOnlyList<DealLineDetails> Lines);
