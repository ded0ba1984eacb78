using NodaTime;

namespace Crm.Domain.Service;

/// <summary>How visits are planned.</summary>
public sealed class FieldServiceOptions
{
    /// <summary>The mean speed by which travel is reckoned, where the host has no <see cref="IVisitTravel"/> of its own.</summary>
    /// <value>50 by default; more than zero.</value>
    public double KilometresPerHour { get; set; } = 50;

    /// <summary>How much longer roads are than the great circle.</summary>
    /// <value>1.3 by default; 1 or more.</value>
    public double Detour { get; set; } = 1.3;

    /// <summary>The travel between places of which one is not known.</summary>
    /// <value>Nothing by default.</value>
    public Duration TravelWhenUnknown { get; set; }

    /// <summary>How long before it begins customers can still choose, move and call off a visit by themselves.</summary>
    /// <value>A day by default; at most 31 days.</value>
    public Duration CustomerNotice { get; set; } = Duration.FromDays(1);

    /// <summary>How far apart the times are that customers are offered: the hour, the half hour.</summary>
    /// <value>Half an hour by default; in whole slots of <see cref="VisitGrid"/>, at most a day.</value>
    public Duration CustomerStep { get; set; } = Duration.FromMinutes(30);

    internal bool IsUsable => KilometresPerHour > 0 && double.IsFinite(KilometresPerHour) && Detour >= 1 && double.IsFinite(Detour)
        && TravelWhenUnknown >= Duration.Zero && TravelWhenUnknown <= Duration.FromDays(1)
        && CustomerNotice >= Duration.Zero && CustomerNotice <= Duration.FromDays(31) && CustomerStep >= VisitGrid.Slot && CustomerStep <= Duration.FromDays(1) && VisitGrid.Holds(CustomerStep);
}
