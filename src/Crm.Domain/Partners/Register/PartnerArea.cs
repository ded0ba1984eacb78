using Crm.Domain.Service;
using Crm.Domain.Values;

namespace Crm.Domain.Partners;

/// <summary>A part of the world that a partner works in. Part of <see cref="Partner"/>.</summary>
public sealed class PartnerArea
{
    private PartnerArea()
    {
    }

    internal PartnerArea(int ordinal, PartnerAreaDetails details)
    {
        Ordinal = ordinal;
        (Country, Region, PostalPrefix) = (details.Country, details.Region, details.PostalPrefix);
        (South, West, North, East) = (details.SouthWest?.Latitude, details.SouthWest?.Longitude, details.NorthEast?.Latitude, details.NorthEast?.Longitude);
    }

    /// <summary>Its number within the partner.</summary>
    public int Ordinal { get; private set; }

    /// <summary>The country.</summary>
    public Country? Country { get; private set; }

    /// <summary>The region.</summary>
    public string? Region { get; private set; }

    /// <summary>What postal codes begin with.</summary>
    public string? PostalPrefix { get; private set; }

    /// <summary>The least latitude of a box, in degrees.</summary>
    public double? South { get; private set; }

    /// <summary>The western longitude of a box, in degrees.</summary>
    public double? West { get; private set; }

    /// <summary>The greatest latitude of a box, in degrees.</summary>
    public double? North { get; private set; }

    /// <summary>The eastern longitude of a box, in degrees.</summary>
    public double? East { get; private set; }

    /// <summary>What it says.</summary>
    public PartnerAreaDetails Details => new()
    {
        Country = Country,
        Region = Region,
        PostalPrefix = PostalPrefix,
        SouthWest = South is { } south && West is { } west ? new GeoPoint(south, west) : null,
        NorthEast = North is { } north && East is { } east ? new GeoPoint(north, east) : null,
    };
}
