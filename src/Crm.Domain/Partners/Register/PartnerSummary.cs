using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>A partner in a list.</summary>
/// <param name="Id">The partner.</param>
/// <param name="Name">What it is called here.</param>
/// <param name="CustomerId">The organisation that it is.</param>
/// <param name="Weight">Its share of leads.</param>
/// <param name="IsActive">Whether it is active.</param>
/// <param name="ValidFrom">The first day of the partnership.</param>
/// <param name="ValidThrough">The last day of the partnership.</param>
/// <param name="RegisteredAt">When it was taken in.</param>
public sealed record PartnerSummary(
    PartnerId Id, string Name, CustomerId CustomerId, int Weight, bool IsActive, LocalDate? ValidFrom, LocalDate? ValidThrough, Instant RegisteredAt);
