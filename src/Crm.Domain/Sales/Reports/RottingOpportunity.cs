using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>An open opportunity that has been in its stage for longer than the stage allows.</summary>
/// <param name="Opportunity">The opportunity.</param>
/// <param name="Overdue">How much longer.</param>
public sealed record RottingOpportunity(OpportunitySummary Opportunity, Duration Overdue);
