using Crm.Domain.Customers;
using Crm.Domain.Service;
using NodaTime;

namespace Crm.Persistence.EfCore.Intake;

/// <summary>Remembers an automatic answer that was permitted, so that loops are seen.</summary>
public sealed class AutomaticAnswerRow
{
    /// <summary>The id.</summary>
    public Guid Id { get; internal init; }

    /// <summary>SHA-256 of the receiver's address, as hexadecimal digits.</summary>
    public required string Recipient { get; init; }

    /// <summary>The receiver.</summary>
    public CustomerId CustomerId { get; internal init; }

    /// <summary>The case that it was about.</summary>
    public ServiceCaseId? CaseId { get; internal init; }

    /// <summary>When it was permitted.</summary>
    public Instant At { get; internal init; }
}
