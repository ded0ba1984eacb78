using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>How many contracts of a cohort are alike.</summary>
/// <param name="Renewals">How often they were renewed: periods begun after the first.</param>
/// <param name="IsCancelled">Whether they were cancelled after that; otherwise they run, or ran for as long as was agreed.</param>
/// <param name="Contracts">How many contracts.</param>
public readonly record struct ContractCount(int Renewals, bool IsCancelled, int Contracts);

/// <summary>The contracts that started in one month.</summary>
/// <param name="StartedIn">The first day of the month.</param>
/// <param name="Counts">How long they lasted, by renewals, running ones first.</param>
public sealed record ContractCohort(LocalDate StartedIn, IReadOnlyList<ContractCount> Counts)
{
    /// <summary>How many contracts the cohort has.</summary>
    public int Contracts => Counts.Sum(c => c.Contracts);

    /// <summary>
    /// How many contracts were alive in each period, the first being all of them, as far as every one was observed: the contract that
    /// runs with the fewest renewals ends it.
    /// </summary>
    public IReadOnlyList<int> Survivors
    {
        get
        {
            var last = Counts.Where(c => !c.IsCancelled).Select(c => (int?)c.Renewals).Min() ?? (Counts.Count == 0 ? -1 : Counts.Max(c => c.Renewals) + 1);
            return [.. Enumerable.Range(0, last + 1).Select(period => Counts.Where(c => c.Renewals >= period).Sum(c => c.Contracts))];
        }
    }
}
