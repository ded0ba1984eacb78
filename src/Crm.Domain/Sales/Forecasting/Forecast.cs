using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>What sales were expected at one moment.</summary>
/// <param name="AsOf">The moment.</param>
/// <param name="Rows">By period, then by currency; periods without a deal are left out.</param>
/// <param name="Undated">Open deals without a day, by currency.</param>
/// <param name="Funnel">The open stages in the order of the pipeline; of several pipelines, one after the other.</param>
public sealed record Forecast(Instant AsOf, IReadOnlyList<ForecastRow> Rows, IReadOnlyList<UndatedDeals> Undated, IReadOnlyList<FunnelStage> Funnel);
