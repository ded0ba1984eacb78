using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>An activity in a list.</summary>
/// <param name="Id">The activity.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Subject">What is to be done.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Priority">How much it matters.</param>
/// <param name="CustomerId">The customer it is about.</param>
/// <param name="About">The record it is about.</param>
/// <param name="AssigneeId">The agent who does it.</param>
/// <param name="TeamId">The team that does it.</param>
/// <param name="Place">Where it is held.</param>
/// <param name="PlannedAt">When it begins; of a task, when it is due.</param>
/// <param name="DueAt">When it ends; of a task, when it is due.</param>
/// <param name="OpenUntil">When it ends or is due, as long as it is open.</param>
public sealed record ActivitySummary(
    ActivityId Id,
    ActivityKind Kind,
    string Subject,
    ActivityStatus Status,
    ActivityPriority Priority,
    CustomerId? CustomerId,
    SubjectReference? About,
    string? AssigneeId,
    string? TeamId,
    string? Place,
    Instant PlannedAt,
    Instant DueAt,
    Instant? OpenUntil)
{
    /// <summary>Whether it is still to be done although its time is over.</summary>
    /// <param name="now">The moment asked about.</param>
    /// <returns>True when it is overdue.</returns>
    public bool IsOverdueAt(Instant now) => OpenUntil < now;
}
