namespace Crm.Domain.Sales;

/// <summary>What a batch taught.</summary>
/// <param name="Learned">Opportunities that were learned from.</param>
/// <param name="Forgotten">What was taken out again.</param>
/// <param name="Last">Where the next batch begins; null where nothing is left.</param>
internal sealed record LearnedBatch(int Learned, int Forgotten, OpportunityId? Last);
