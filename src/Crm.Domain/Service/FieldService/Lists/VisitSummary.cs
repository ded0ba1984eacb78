using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A visit in a list.</summary>
/// <param name="Id">The visit.</param>
/// <param name="Number">The number people quote.</param>
/// <param name="CustomerId">The customer who is visited.</param>
/// <param name="CaseId">The case that it is about.</param>
/// <param name="Subject">What is to be done.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Priority">How urgent it is.</param>
/// <param name="WindowFrom">When work may begin at the earliest.</param>
/// <param name="WindowUntil">When work may begin at the latest.</param>
public sealed record VisitSummary(
    ServiceVisitId Id, VisitNumber Number, CustomerId CustomerId, ServiceCaseId? CaseId, string Subject, VisitStatus Status, CasePriority Priority, Instant WindowFrom, Instant WindowUntil);
