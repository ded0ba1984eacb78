using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A case in a customer's list.</summary>
/// <param name="Id">The case.</param>
/// <param name="Number">The number people quote.</param>
/// <param name="Subject">What is wrong.</param>
/// <param name="Status">Where it stands, in the words for customers and the current UI culture.</param>
/// <param name="IsSettled">Whether a solution was given or nothing more is to be done.</param>
/// <param name="OpenedAt">When it was opened.</param>
public sealed record CustomerCaseSummary(ServiceCaseId Id, CaseNumber Number, string Subject, string Status, bool IsSettled, Instant OpenedAt);
