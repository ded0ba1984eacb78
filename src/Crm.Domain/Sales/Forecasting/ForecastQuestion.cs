using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Which forecast is asked for. What is left null says nothing.</summary>
public sealed record ForecastQuestion
{
    /// <summary>The moment; changes at that very instant count.</summary>
    /// <value>Null by default: now.</value>
    public Instant? AsOf { get; init; }

    /// <summary>Months or quarters.</summary>
    /// <value>Months by default.</value>
    public ForecastPeriodLength Length { get; init; }

    /// <summary>Only deals that were in a pipeline.</summary>
    public PipelineId? PipelineId { get; init; }

    /// <summary>Only deals that somebody answered for.</summary>
    public string? OwnerId { get; init; }
}
