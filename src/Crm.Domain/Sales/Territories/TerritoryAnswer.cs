using Crm.Domain.Criteria;

namespace Crm.Domain.Sales;

/// <summary>What one territory says to a record.</summary>
/// <param name="TerritoryId">The territory.</param>
/// <param name="Name">Its name.</param>
/// <param name="Verdict">Whether it takes the record, and why.</param>
/// <param name="Conditions">The outcome of each condition on the record itself.</param>
/// <param name="CustomerConditions">Of a deal: the outcome of each condition on its customer.</param>
public sealed record TerritoryAnswer(
    TerritoryId TerritoryId, string Name, TerritoryVerdict Verdict, IReadOnlyList<ConditionOutcome> Conditions, IReadOnlyList<ConditionOutcome> CustomerConditions);
