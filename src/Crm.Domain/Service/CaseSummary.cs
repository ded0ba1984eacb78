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
    ServiceCaseId Id, CaseNumber Number, CustomerId CustomerId, string Subject, CaseStatus Status, CaseCategory Category, CasePriority Priority, string? AssigneeId, Instant OpenedAt);
