using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Travel in whole slots of the grid, also where a place is not known.</summary>
internal sealed class VisitTravelTimes(VisitTravel travel, FieldServiceOptions options)
{
    public static async Task<VisitTravelTimes> ForAsync(IVisitTravel travel, FieldServiceOptions options, IEnumerable<GeoPoint?> places, CancellationToken cancellationToken) =>
        new(await travel.PrepareAsync([.. places.OfType<GeoPoint>().Select(p => p.ToPlan()).Distinct()], cancellationToken).ConfigureAwait(false), options);

    /// <summary>How long from one place to another; null where there is no way.</summary>
    public Duration? Between(GeoPoint? from, GeoPoint? to)
    {
        if (from is not { } left || to is not { } reached)
        {
            return VisitGrid.Up(options.TravelWhenUnknown);
        }

        var minutes = Minutes(left.ToPlan(), reached.ToPlan());
        return double.IsFinite(minutes) ? Duration.FromMinutes(minutes) : null;
    }

    /// <summary>The same for the planner: minutes.</summary>
    public double Minutes(PlanPoint from, PlanPoint to)
    {
        var minutes = from == to ? 0 : travel(from, to);
        return minutes switch
        {
            double.PositiveInfinity => minutes,
            >= 0 and < 1_000_000 => Math.Ceiling(Math.Round(minutes / VisitGrid.Slot.TotalMinutes, 6)) * VisitGrid.Slot.TotalMinutes,
            _ => throw new ArgumentException("Travel takes zero or more minutes.", nameof(to)),
        };
    }
}
