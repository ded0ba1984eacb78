using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A visit in a customer's list.</summary>
/// <param name="Id">The visit.</param>
/// <param name="Number">The number people quote.</param>
/// <param name="Subject">What is to be done.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="WindowFrom">The earliest beginning.</param>
/// <param name="WindowUntil">The latest beginning.</param>
public sealed record CustomerVisitSummary(ServiceVisitId Id, VisitNumber Number, string Subject, VisitStatus Status, Instant WindowFrom, Instant WindowUntil);
