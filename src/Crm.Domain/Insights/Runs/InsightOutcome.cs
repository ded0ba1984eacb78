namespace Crm.Domain.Insights;

/// <summary>What a run did to the figures on customers.</summary>
/// <param name="Written">Rows that are new or changed.</param>
/// <param name="Unchanged">Rows that say the same as before, and were not written.</param>
/// <param name="Removed">Rows of customers of whom there is nothing to say any more.</param>
/// <param name="LeftOut">Customers of whom no figures are kept: those whose data were erased or restricted.</param>
/// <param name="Overdue">Customers whose purchase became overdue.</param>
/// <param name="AtRisk">Customers whose churn probability reached the threshold.</param>
public sealed record InsightOutcome(int Written, int Unchanged, int Removed, int LeftOut, int Overdue, int AtRisk)
{
    /// <summary>Nothing done.</summary>
    public static InsightOutcome Nothing { get; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>Adds what another batch did.</summary>
    /// <param name="other">The other batch.</param>
    /// <returns>The sum.</returns>
    public InsightOutcome Plus(InsightOutcome other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Written + other.Written, Unchanged + other.Unchanged, Removed + other.Removed, LeftOut + other.LeftOut, Overdue + other.Overdue, AtRisk + other.AtRisk);
    }
}
