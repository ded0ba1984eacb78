using Crm.Domain.Customers;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>An opportunity in a list.</summary>
/// <param name="Id">The opportunity.</param>
/// <param name="Name">What it is called.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="PipelineId">The pipeline.</param>
/// <param name="Stage">Key of the stage.</param>
/// <param name="Category">Open, won or lost.</param>
/// <param name="Amount">What it would bring, or brought.</param>
/// <param name="Probability">The probability of winning, as a fraction.</param>
/// <param name="CloseDate">The day on which it is expected to close.</param>
/// <param name="OwnerId">Who answers for it.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="StageSince">When it entered the stage.</param>
/// <param name="ClosedAt">When it was won or lost.</param>
public sealed record OpportunitySummary(
    OpportunityId Id,
    string Name,
    CustomerId CustomerId,
    PipelineId PipelineId,
    string Stage,
    StageCategory Category,
    Money? Amount,
    decimal Probability,
    LocalDate? CloseDate,
    string? OwnerId,
    Instant OpenedAt,
    Instant StageSince,
    Instant? ClosedAt);
