using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A case in a list.</summary>
/// <param name="Id">The case.</param>
/// <param name="Number">The number people quote.</param>
/// <param name="CustomerId">The customer who asks.</param>
/// <param name="Subject">What is wrong.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Category">What that means, whatever the status is called.</param>
/// <param name="Priority">How urgent it is.</param>
/// <param name="AssigneeId">The agent who works on it.</param>
/// <param name="OpenedAt">When it was opened.</param>
public sealed record CaseSummary(
    ServiceCaseId Id,
    CaseNumber Number,
    CustomerId CustomerId,
    string Subject,
    CaseStatus Status,
    CaseCategory Category,
    CasePriority Priority,
    string? AssigneeId,
    Instant OpenedAt)
{
    /// <summary>What kind of matter it is.</summary>
    public string? Type { get; init; }

    /// <summary>Since when the customer waits for a word of ours; null where the last word is ours.</summary>
    public Instant? AwaitingSince { get; init; }

    /// <summary>When it last changed.</summary>
    public Instant UpdatedAt { get; init; }

    /// <summary>The same without what is the staff's affair.</summary>
    /// <returns>A copy: a status of the host's own becomes the built-in one of its category, and agents, types and what happens among staff are left out.</returns>
    public CaseSummary ForOutsiders() => this with { Status = CaseStatusCatalog.ForOutsiders(Status, Category), AssigneeId = null, Type = null, AwaitingSince = null, UpdatedAt = OpenedAt };
}
