namespace Crm.Domain.Sales;

/// <summary>The learned chance of an opportunity beside what holds.</summary>
/// <param name="OpportunityId">The opportunity.</param>
/// <param name="Probability">What holds, as a fraction.</param>
/// <param name="Learned">The learned chance that was written last, as a fraction; null where none was, or the stage changed since.</param>
/// <param name="ByHand">What was set by hand, as a fraction; null where nothing was.</param>
/// <param name="Now">The chance by the model as it is, with its reasons; null where nothing can be learned yet.</param>
public sealed record OpportunityChance(OpportunityId OpportunityId, decimal Probability, decimal? Learned, decimal? ByHand, WinProbability? Now);
