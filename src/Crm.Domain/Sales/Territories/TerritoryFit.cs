using Crm.Domain.Criteria;

namespace Crm.Domain.Sales;

/// <summary>Whether the criteria of one territory hold for a record; null where it has none.</summary>
internal sealed record TerritoryFit(bool? Holds, IReadOnlyList<ConditionOutcome> Conditions, IReadOnlyList<ConditionOutcome> CustomerConditions)
{
    public static TerritoryFit WithoutCriteria { get; } = new(null, [], []);
}
