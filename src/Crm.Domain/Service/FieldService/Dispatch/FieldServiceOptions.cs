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

    internal bool IsUsable => KilometresPerHour > 0 && double.IsFinite(KilometresPerHour) && Detour >= 1 && double.IsFinite(Detour)
        && TravelWhenUnknown >= Duration.Zero && TravelWhenUnknown <= Duration.FromDays(1);
}
