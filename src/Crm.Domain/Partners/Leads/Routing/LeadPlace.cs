using Crm.Domain.Service;
using Crm.Domain.Values;

namespace Crm.Domain.Partners;

/// <summary>Where a lead is, as far as that is known.</summary>
/// <param name="Country">The country.</param>
/// <param name="Region">The region.</param>
/// <param name="PostalCode">The postal code.</param>
/// <param name="Point">The place on the earth, where the host found it.</param>
public sealed record LeadPlace(Country? Country, string? Region, string? PostalCode, GeoPoint? Point);
