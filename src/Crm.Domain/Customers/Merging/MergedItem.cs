namespace Crm.Domain.Customers;

/// <summary>One of several things of a kind that the survivor has after the merge, or a decision that another area took.</summary>
/// <param name="Kind">What it is, such as <c>email</c>, <c>tag</c> or <c>consent</c>.</param>
/// <param name="Value">It, as text.</param>
/// <param name="Origin">Whose it was.</param>
public sealed record MergedItem(string Kind, string Value, MergeSide Origin);
