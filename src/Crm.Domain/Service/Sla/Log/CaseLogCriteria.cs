using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Which logs to read; every condition that is set must hold.</summary>
public sealed record CaseLogCriteria
{
    /// <summary>Only cases that were open at some time since this instant: opened later, or neither closed nor changed for the last time before it.</summary>
    /// <value>Null by default: from the beginning.</value>
    public Instant? Since { get; init; }

    /// <summary>Only cases that were opened before this instant.</summary>
    /// <value>Null by default: to the end.</value>
    public Instant? Before { get; init; }

    /// <summary>Logs as they stood at this instant: nothing later is in them, and cases that were opened later are left out.</summary>
    /// <value>Null by default: as they stand.</value>
    public Instant? AsOf { get; init; }

    /// <summary>Cases of a customer, or on behalf of an organisation.</summary>
    /// <value>Null by default: of any.</value>
    public CustomerId? CustomerId { get; init; }
}
