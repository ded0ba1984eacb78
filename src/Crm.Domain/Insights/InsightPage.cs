namespace Crm.Domain.Insights;

/// <summary>One page of figures on customers.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Next">Where the next page starts; null on the last page.</param>
public sealed record InsightPage(IReadOnlyList<CustomerInsight> Items, InsightPageKey? Next);
