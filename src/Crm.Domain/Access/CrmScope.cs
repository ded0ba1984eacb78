namespace Crm.Domain.Access;

/// <summary>For whom, by whom and why work is done. Set once for a unit of work and written into every audit row.</summary>
/// <param name="Actor">Who acts.</param>
public sealed record CrmScope(Actor Actor)
{
    /// <summary>Longest tenant id.</summary>
    public const int MaxTenantIdLength = 64;

    /// <summary>The tenant; null where tenancy is off. With tenancy on, a scope without a tenant sees nothing.</summary>
    public string? TenantId { get; init; }

    /// <summary>Joins what belongs together across systems, such as a request id; at most 100 characters are kept.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Why the work is done, in the actor's words; at most 200 characters are kept.</summary>
    public string? Reason { get; init; }

    /// <summary>The rules of automation that led to the work, as <c>RuleChain</c> writes them; goes with every event that the work raises.</summary>
    /// <value>Null by default: no rule did.</value>
    public string? Cause { get; init; }

    /// <summary>What the actor may by its roles, for the filters of a context; set by what opens the context.</summary>
    /// <value>Null by default: agents see nothing then, where record visibility is mapped.</value>
    public CrmRights? Rights { get; init; }
}
