namespace Crm.Domain.Service;

/// <summary>One page of a list of cases.</summary>
/// <param name="Items">The cases of this page.</param>
/// <param name="Next">Where the next page starts; null on the last page.</param>
public sealed record CasePage(IReadOnlyList<CaseSummary> Items, CasePageKey? Next);
