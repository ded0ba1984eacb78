using Crm.Domain.Access;

namespace Crm.Persistence.EfCore;

/// <summary>
/// Implemented by the host's <c>DbContext</c>: one property, <c>public CrmScope? CrmScope { get; set; }</c>. Stores and the unit
/// of work set it; query filters and the saving interceptor read it. It is cleared when a pooled context goes back.
/// </summary>
public interface ICrmDbContext
{
    /// <summary>For whom, by whom and why this context works.</summary>
    CrmScope? CrmScope { get; set; }

    /// <summary>The tenant that query filters compare with; null sees nothing where tenants are kept apart.</summary>
    string? CrmTenantId => CrmScope?.TenantId;

    /// <summary>What query filters let agents see, where record visibility is mapped; an agent without known rights sees nothing.</summary>
    CrmSight CrmSight => CrmScope switch
    {
        { Actor.Kind: not ActorKind.Agent } => CrmSight.Everything,
        { Rights: { } rights } => rights.Sight,
        _ => CrmSight.Nothing,
    };

    /// <summary>What the colleague sees for whom an agent acts; both must see a record.</summary>
    CrmSight CrmDelegatorSight => CrmScope?.Rights?.DelegatorSight ?? CrmSight.Everything;
}
