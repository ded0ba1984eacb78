using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;

namespace Crm.Domain.Partners;

/// <summary>A part of the world: what it says has to hold together. It says at least a country or a box.</summary>
public sealed record PartnerAreaDetails
{
    /// <summary>The country.</summary>
    public Country? Country { get; init; }

    /// <summary>The region, as it is written on a letter; compared without regard to case. Needs a country.</summary>
    public string? Region { get; init; }

    /// <summary>What postal codes begin with; compared without regard to case and spaces. Needs a country.</summary>
    public string? PostalPrefix { get; init; }

    /// <summary>The south-western corner of a box.</summary>
    public GeoPoint? SouthWest { get; init; }

    /// <summary>The north-eastern corner of the box. A box whose east is west of its west crosses the date line.</summary>
    public GeoPoint? NorthEast { get; init; }

    /// <summary>Whether it narrows a country down.</summary>
    public bool IsWithinCountry => Region is not null || PostalPrefix is not null || SouthWest is not null;

    /// <summary>Whether a place lies in it. What is not known of the place does not lie in it.</summary>
    /// <param name="place">The place.</param>
    /// <returns>True when all that the area says holds.</returns>
    public bool Includes(LeadPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return (Country is null || Country == place.Country)
            && (Region is null || (place.Region is { } region && FoldedText.Of(region) == FoldedText.Of(Region)))
            && (PostalPrefix is null || (place.PostalCode is { } code && Compact(code).StartsWith(Compact(PostalPrefix), StringComparison.Ordinal)))
            && (SouthWest is null || (place.Point is { } point && Contains(point)));
    }

    internal PartnerAreaDetails Checked()
    {
        var (region, prefix) = (Guard.OptionalLine(Region, PostalAddress.MaxPlaceLength, nameof(Region)), Guard.OptionalLine(PostalPrefix, PostalAddress.MaxPostalCodeLength, nameof(PostalPrefix)));
        if ((SouthWest is null) != (NorthEast is null) || SouthWest?.Latitude > NorthEast?.Latitude)
        {
            throw new ArgumentException("A box has a south-western and a north-eastern corner.", nameof(SouthWest));
        }

        return Country is null && (SouthWest is null || region is not null || prefix is not null)
            ? throw new ArgumentException("An area has at least a country or a box, and a region or postal prefix is in a country.", nameof(Country))
            : this with { Region = region, PostalPrefix = prefix };
    }

    private static string Compact(string code) => FoldedText.Of(code).Replace(" ", "", StringComparison.Ordinal);

    private bool Contains(GeoPoint point)
    {
        var (low, high) = (SouthWest!.Value, NorthEast!.Value);
        return point.Latitude >= low.Latitude && point.Latitude <= high.Latitude
            && (low.Longitude <= high.Longitude
                ? point.Longitude >= low.Longitude && point.Longitude <= high.Longitude
                : point.Longitude >= low.Longitude || point.Longitude <= high.Longitude);
    }
}
