namespace Crm.Domain.Sales;

/// <summary>How many records go from one territory to another.</summary>
/// <param name="FromId">The territory that they are in; null for none.</param>
/// <param name="ToId">The territory that takes them.</param>
/// <param name="Leads">How many leads.</param>
/// <param name="Deals">How many deals.</param>
public sealed record TerritoryFlow(TerritoryId? FromId, TerritoryId ToId, int Leads, int Deals);
