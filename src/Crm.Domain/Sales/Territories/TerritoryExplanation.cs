namespace Crm.Domain.Sales;

/// <summary>Which territory takes a record, and why the others do not.</summary>
/// <param name="ChosenId">The territory that takes it; null where none does.</param>
/// <param name="CurrentId">The territory that it is in; null for none, and for customers, which are in the territory that takes them.</param>
/// <param name="Answers">What each territory says, in the order in which they are asked.</param>
public sealed record TerritoryExplanation(TerritoryId? ChosenId, TerritoryId? CurrentId, IReadOnlyList<TerritoryAnswer> Answers);
