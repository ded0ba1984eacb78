using Crm.Domain.Criteria;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>What holds for opportunities in a stage.</summary>
public sealed record StageSettings
{
    /// <summary>The probability of winning that an opportunity gets with the stage, as a fraction with at most four decimals.</summary>
    /// <value>0 by default; stages that are won always have 1 and lost ones 0, whatever is said here.</value>
    public decimal Probability { get; init; }

    /// <summary>How an opportunity in the stage is counted on, unless its owner says otherwise.</summary>
    /// <value><see cref="ForecastCategory.Pipeline"/> by default; won stages have <see cref="ForecastCategory.Closed"/> and lost ones <see cref="ForecastCategory.Omitted"/>.</value>
    public ForecastCategory ForecastCategory { get; init; }

    /// <summary>What has to be filled in before an opportunity enters the stage.</summary>
    /// <value>Nothing by default.</value>
    public IReadOnlyList<OpportunityField> Required { get; init; } = [];

    /// <summary>What has to hold before an opportunity enters the stage; see <see cref="OpportunityFieldCatalogue"/>.</summary>
    /// <value>Null by default: nothing.</value>
    public Criterion? Condition { get; init; }

    /// <summary>After how long in the stage an opportunity is rotting.</summary>
    /// <value>Null by default: never. From one minute to ten years.</value>
    public Duration? MaxAge { get; init; }
}
