namespace Crm.Domain.Service;

/// <summary>Ways to reckon travel without a road map.</summary>
public static class VisitTravels
{
    private const double EarthRadiusKm = 6371.0088;

    /// <summary>The straight line on a plane, at one unit of length in one unit of time.</summary>
    public static VisitTravel Straight { get; } = (from, to) => double.Hypot(from.X - to.X, from.Y - to.Y);

    /// <summary>Minutes over the great circle between points of longitude and latitude (the haversine formula), longer by a factor for roads.</summary>
    /// <param name="kilometresPerHour">The mean speed; more than zero.</param>
    /// <param name="detour">How much longer roads are than the straight line; 1.3 by default.</param>
    /// <returns>The travel.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The speed is not positive, or the detour is below 1.</exception>
    public static VisitTravel GreatCircle(double kilometresPerHour, double detour = 1.3)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(kilometresPerHour);
        ArgumentOutOfRangeException.ThrowIfLessThan(detour, 1);
        var minutesPerKm = 60 * detour / kilometresPerHour;
        return (from, to) =>
        {
            var (north, east) = (Math.Sin(Radians(to.Y - from.Y) / 2), Math.Sin(Radians(to.X - from.X) / 2));
            var chord = (north * north) + (Math.Cos(Radians(from.Y)) * Math.Cos(Radians(to.Y)) * east * east);
            return 2 * EarthRadiusKm * Math.Asin(Math.Sqrt(Math.Min(1, chord))) * minutesPerKm;
        };
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
