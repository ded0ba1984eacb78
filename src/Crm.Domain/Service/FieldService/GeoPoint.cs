using System.Globalization;
using System.Runtime.InteropServices;

namespace Crm.Domain.Service;

/// <summary>A place on the earth. Equal when both coordinates are.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GeoPoint
{
    /// <summary>Names a place.</summary>
    /// <param name="latitude">Degrees to the north, from -90 to 90.</param>
    /// <param name="longitude">Degrees to the east, from -180 to 180.</param>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is outside its range.</exception>
    public GeoPoint(double latitude, double longitude)
    {
        Latitude = latitude is >= -90 and <= 90 ? latitude : throw new ArgumentOutOfRangeException(nameof(latitude), latitude, "A latitude is from -90 to 90 degrees.");
        Longitude = longitude is >= -180 and <= 180 ? longitude : throw new ArgumentOutOfRangeException(nameof(longitude), longitude, "A longitude is from -180 to 180 degrees.");
    }

    /// <summary>Degrees to the north.</summary>
    public double Latitude { get; }

    /// <summary>Degrees to the east.</summary>
    public double Longitude { get; }

    /// <summary>Reads <c>41.9028,12.4964</c>.</summary>
    /// <param name="text">Latitude and longitude with a comma between them.</param>
    /// <param name="point">The place, or the default.</param>
    /// <returns>Whether the text is a place.</returns>
    public static bool TryParse(string? text, out GeoPoint point)
    {
        point = default;
        if (text?.Split(',') is not [var north, var east] || !double.TryParse(north, NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
            || !double.TryParse(east, NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude) || latitude is not (>= -90 and <= 90) || longitude is not (>= -180 and <= 180))
        {
            return false;
        }

        point = new(latitude, longitude);
        return true;
    }

    /// <summary>The text that <see cref="TryParse"/> reads.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Latitude},{Longitude}");

    internal PlanPoint ToPlan() => new(Longitude, Latitude);
}
