namespace Crm.Domain.Service;

/// <summary>How many cases are alike.</summary>
/// <param name="Status">Their status.</param>
/// <param name="Category">What it means.</param>
/// <param name="Priority">Their priority.</param>
/// <param name="Count">How many.</param>
public sealed record CaseTally(CaseStatus Status, CaseCategory Category, CasePriority Priority, long Count);
