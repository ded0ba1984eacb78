using Crm.Domain.Customers;

namespace Crm.Domain.Marketing;

/// <summary>The verdicts on the customers of a question.</summary>
/// <param name="All">One for each customer, in the order asked.</param>
public sealed record SendingVerdicts(IReadOnlyList<SendingVerdict> All)
{
    /// <summary>The verdict on a customer.</summary>
    /// <param name="id">The customer as asked.</param>
    /// <returns>The verdict; null for one who was not asked about.</returns>
    public SendingVerdict? Of(CustomerId id) => All.FirstOrDefault(v => v.CustomerId == id);

    /// <summary>How many were skipped, by reason.</summary>
    public IReadOnlyDictionary<SkipReason, int> Skipped => All.Where(v => v.Reason is not null).GroupBy(v => v.Reason!.Value).ToDictionary(g => g.Key, g => g.Count());
}
