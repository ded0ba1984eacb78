namespace Crm.Domain.Automation;

/// <summary>Which runs of rules are listed.</summary>
public sealed record RuleRunCriteria
{
    /// <summary>All of them.</summary>
    public static RuleRunCriteria All { get; } = new();

    /// <summary>Of one rule, by its key.</summary>
    public string? RuleKey { get; init; }

    /// <summary>With one outcome.</summary>
    public RuleRunStatus? Status { get; init; }

    /// <summary>For one event.</summary>
    public Guid? EventId { get; init; }
}
