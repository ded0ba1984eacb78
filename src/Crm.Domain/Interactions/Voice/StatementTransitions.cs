namespace Crm.Domain.Interactions;

/// <summary>Which status of a statement can follow which.</summary>
public static class StatementTransitions
{
    /// <summary>The statuses that can follow.</summary>
    /// <param name="kind">What the statement is.</param>
    /// <param name="from">The status now.</param>
    /// <returns>The statuses; none where nothing can follow.</returns>
    public static IReadOnlyList<StatementStatus> From(StatementKind kind, StatementStatus from) => (kind, from) switch
    {
        (StatementKind.Requirement, StatementStatus.Open) => [StatementStatus.Met, StatementStatus.Dropped],
        (StatementKind.Preference, StatementStatus.Open) => [StatementStatus.Confirmed, StatementStatus.Dropped],
        (StatementKind.Topic, StatementStatus.Open) => [StatementStatus.Dropped],
        (_, StatementStatus.Met or StatementStatus.Confirmed or StatementStatus.Dropped) => [StatementStatus.Open],
        _ => [],
    };
}
