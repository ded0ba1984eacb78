namespace Crm.Domain.Primitives;

/// <summary>One page of a list that continues by key, so that later inserts neither repeat nor skip a row.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The rows of this page.</param>
/// <param name="Next">Where the next page starts; null on the last page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, PageKey? Next);
