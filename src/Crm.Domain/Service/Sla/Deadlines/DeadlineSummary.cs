using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>An open deadline in a list.</summary>
/// <param name="Id">The deadline.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Number">The number people quote.</param>
/// <param name="Subject">What is wrong.</param>
/// <param name="CustomerId">The customer who asks.</param>
/// <param name="AssigneeId">The agent who works on it.</param>
/// <param name="Priority">How urgent the case is.</param>
/// <param name="Target">What was promised.</param>
/// <param name="Ordinal">Which one of its kind, from 1.</param>
/// <param name="Due">When it is due.</param>
public sealed record DeadlineSummary(
    ServiceDeadlineId Id,
    ServiceCaseId CaseId,
    CaseNumber Number,
    string Subject,
    CustomerId CustomerId,
    string? AssigneeId,
    CasePriority Priority,
    SlaTarget Target,
    int Ordinal,
    Instant Due);
