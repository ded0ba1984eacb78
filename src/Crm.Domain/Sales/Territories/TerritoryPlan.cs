namespace Crm.Domain.Sales;

/// <summary>What a reassignment would do, or did.</summary>
/// <param name="Leads">How many leads were read: those neither disqualified nor converted.</param>
/// <param name="Deals">How many deals were read: the open ones.</param>
/// <param name="WithoutTerritory">How many of both no territory takes: they stay where they are.</param>
/// <param name="Flows">How many go from where to where.</param>
/// <param name="Moves">The first of those that go, leads before deals.</param>
public sealed record TerritoryPlan(int Leads, int Deals, int WithoutTerritory, IReadOnlyList<TerritoryFlow> Flows, IReadOnlyList<TerritoryMove> Moves);
