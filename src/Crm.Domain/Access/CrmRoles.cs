using System.Collections.Concurrent;

namespace Crm.Domain.Access;

/// <summary>The roles that agents may have, and what an actor may by them. Without roles every agent may everything.</summary>
/// <remarks>Filled while the host is set up; safe for several threads afterwards.</remarks>
public sealed class CrmRoles
{
    private readonly ConcurrentDictionary<string, CrmRole> _roles = new(StringComparer.Ordinal);

    /// <summary>Adds a role, or puts it in the place of the one of that name. From the first role on, an agent without a known role may nothing.</summary>
    /// <param name="role">The role.</param>
    /// <returns>These roles.</returns>
    public CrmRoles Add(CrmRole role)
    {
        ArgumentNullException.ThrowIfNull(role);
        _roles[role.Name] = role;
        return this;
    }

    /// <summary>What an actor may. Several roles add up; one who acts for a colleague may what both may.</summary>
    /// <param name="actor">The actor.</param>
    /// <returns>The rights.</returns>
    public CrmRights RightsOf(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return new CrmRights(actor, Known(actor), actor.Delegator is { } other ? RightsOf(other) : null);
    }

    private List<CrmRole>? Known(Actor actor) =>
        actor.Kind != ActorKind.Agent || _roles.IsEmpty ? null : [.. actor.Roles.Distinct(StringComparer.Ordinal).Select(name => _roles.GetValueOrDefault(name)).OfType<CrmRole>()];
}
