using Crm.Domain.Customers;

namespace Crm.Domain.Marketing;

/// <summary>Which runs a list shows.</summary>
public sealed record JourneyRunCriteria
{
    /// <summary>All runs.</summary>
    public static JourneyRunCriteria All { get; } = new();

    /// <summary>Of one journey.</summary>
    public string? JourneyKey { get; init; }

    /// <summary>Of one customer.</summary>
    public CustomerId? CustomerId { get; init; }

    /// <summary>With one status.</summary>
    public JourneyRunStatus? Status { get; init; }
}
