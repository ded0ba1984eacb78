using Crm.Domain.Customers;
using Crm.Domain.Service;
using NodaTime;

namespace Crm.Domain.Intake;

/// <summary>An automatic answer that was permitted.</summary>
/// <param name="Recipient">Hash of the receiver's address, as 64 hexadecimal digits.</param>
/// <param name="CustomerId">The receiver.</param>
/// <param name="CaseId">The case that it was about.</param>
/// <param name="At">When.</param>
public sealed record AutomaticAnswer(string Recipient, CustomerId CustomerId, ServiceCaseId? CaseId, Instant At);
