using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>A sign-up in a list.</summary>
/// <param name="Id">The sign-up.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Email">The address; null once it is gone.</param>
/// <param name="Answers">What was typed, field by field, as it was typed.</param>
/// <param name="Agreed">The consents that were ticked.</param>
/// <param name="SubmittedAt">When it came in.</param>
/// <param name="ConfirmedAt">When it was confirmed.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="IsNewCustomer">Whether the customer was recorded because of it.</param>
/// <param name="Reason">Codes of why it was refused, or of what could not be done.</param>
public sealed record SignUpSummary(
    SignUpId Id, SignUpStatus Status, string? Email, IReadOnlyDictionary<string, string> Answers, IReadOnlyList<string> Agreed, Instant SubmittedAt, Instant? ConfirmedAt, CustomerId? CustomerId,
    bool IsNewCustomer, string? Reason);
