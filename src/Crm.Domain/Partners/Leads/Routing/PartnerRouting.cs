using Crm.Domain.Service;

namespace Crm.Domain.Partners;

/// <summary>Chooses the partner for a lead: first by area, then by weight. Suppliers alone, partners without weight and those outside their areas are left out.</summary>
internal static class PartnerRouting
{
    private static readonly (PartnerReach Reach, double Latitude, double Longitude)[] s_boxes =
        [(PartnerReach.Near, 2, 1.5), (PartnerReach.Wider, 4, 3), (PartnerReach.Widest, 8, 8)];

    /// <summary>Chooses one.</summary>
    /// <param name="place">Where the lead is.</param>
    /// <param name="partners">The partners that could have it.</param>
    /// <param name="excluded">Those that were asked already.</param>
    /// <param name="seed">The seed of the draw.</param>
    /// <param name="draw">The number of the draw.</param>
    /// <returns>The choice; null where nobody is left.</returns>
    public static LeadChoice? Choose(LeadPlace place, IEnumerable<Partner> partners, IReadOnlyCollection<PartnerId> excluded, long seed, int draw)
    {
        List<Partner> eligible =
        [
            .. partners.Where(p => p.Weight > 0 && p.Types.Any(t => t.Type != PartnerType.Supplier) && !excluded.Contains(p.Id))
                .Where(p => p.Areas.Count == 0 || p.Areas.Any(a => a.Details.Includes(place))).OrderBy(p => p.Id),
        ];
        foreach (var (reach, found) in Rings(place, eligible))
        {
            List<LeadCandidate> candidates = [.. found.Select(p => new LeadCandidate(p.Id, p.Weight))];
            if (candidates.Count > 0)
            {
                var number = WeightedDraw.Number(seed, draw, candidates.Sum(c => (long)c.Weight));
                return new LeadChoice(WeightedDraw.At(candidates, number).PartnerId, reach, candidates, number);
            }
        }

        return null;
    }

    private static IEnumerable<(PartnerReach Reach, IEnumerable<Partner> Partners)> Rings(LeadPlace place, List<Partner> eligible)
    {
        if (place.Point is { } at)
        {
            foreach (var (reach, latitude, longitude) in s_boxes)
            {
                yield return (reach, eligible.Where(p => p.Location is { } there && Math.Abs(there.Latitude - at.Latitude) <= latitude && Apart(there.Longitude, at.Longitude) <= longitude));
            }
        }

        yield return (PartnerReach.Region, eligible.Where(p => p.Areas.Any(a => a.Details.IsWithinCountry && a.Details.Includes(place))));
        yield return (PartnerReach.Country, eligible.Where(p => p.Areas.Any(a => a.Details.Includes(place))));
        if (place.Point is { } from)
        {
            yield return (PartnerReach.Nearest, eligible.Where(p => p.Location is not null).OrderBy(p => Distance(p.Location!.Value, from)).ThenBy(p => p.Id).Take(1));
        }

        yield return (PartnerReach.Anywhere, eligible);
    }

    private static double Apart(double one, double other)
    {
        var apart = Math.Abs(one - other);
        return Math.Min(apart, 360 - apart);
    }

    // The haversine of the central angle, which grows with the distance.
    private static double Distance(GeoPoint one, GeoPoint other)
    {
        var (north, east) = (Half(one.Latitude - other.Latitude), Half(one.Longitude - other.Longitude));
        return (north * north) + (Math.Cos(double.DegreesToRadians(one.Latitude)) * Math.Cos(double.DegreesToRadians(other.Latitude)) * east * east);
    }

    private static double Half(double degrees) => Math.Sin(double.DegreesToRadians(degrees) / 2);
}
