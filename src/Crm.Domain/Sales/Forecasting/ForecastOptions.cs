using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>How a forecast is made.</summary>
public sealed record ForecastOptions
{
    /// <summary>Months or quarters; months by default.</summary>
    public ForecastPeriodLength Length { get; init; } = ForecastPeriodLength.Month;

    /// <summary>The zone whose calendar says in which period an instant of closing falls; UTC by default.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;
}
