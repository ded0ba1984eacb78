using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Access;

/// <summary>
/// The one place that answers who may read and who may act. Lists, searches, counts and timelines take their filter from here;
/// front doors ask here before they act. Whoever is not staff reaches only the records it acts for.
/// </summary>
/// <remarks>Scoped service; reads the <see cref="CrmScope"/> of its dependency-injection scope.</remarks>
public sealed class CrmGate(CrmScopeAccessor scope, CrmRoles roles)
{
    private static readonly Audience[] s_public = [Audience.Public];
    private static readonly Audience[] s_customer = [Audience.Customer, Audience.Public];
    private static readonly Audience[] s_partner = [Audience.Partner, Audience.Public];
    private static readonly Audience[] s_all = [Audience.Internal, Audience.Partner, Audience.Customer, Audience.Public];

    private CrmRights? _rights;

    /// <summary>Who acts.</summary>
    /// <exception cref="InvalidOperationException">No scope was set.</exception>
    public Actor Actor => scope.Required.Actor;

    /// <summary>What the actor may by its roles.</summary>
    /// <exception cref="InvalidOperationException">No scope was set.</exception>
    public CrmRights Rights => _rights ??= roles.RightsOf(Actor);

    /// <summary>The audiences whose content the actor may read.</summary>
    public IReadOnlyList<Audience> ReadableAudiences => Actor.Kind switch
    {
        ActorKind.Agent or ActorKind.System => s_all,
        ActorKind.Partner => s_partner,
        ActorKind.PortalCustomer => s_customer,
        _ => s_public,
    };

    /// <summary>The records the actor may read.</summary>
    public CrmReach Readable => Actor.IsStaff ? CrmReach.All : CrmReach.To(Actor.ActsFor);

    /// <summary>Whether the actor may read content for an audience.</summary>
    /// <param name="audience">The audience the content is meant for.</param>
    /// <returns>True when it may.</returns>
    public bool MayRead(Audience audience) => ReadableAudiences.Contains(audience);

    /// <summary>Whether the actor may do what only staff does, and only agents whose roles allow it.</summary>
    /// <param name="act">Name of the act, such as <c>service.open-case</c>; it stands in the refusal.</param>
    /// <returns>The ruling; refused with <c>ActNotAllowed</c>.</returns>
    public CrmRuling MayAct(string act) =>
        Actor.IsStaff && Rights.MayAct(act) ? CrmRuling.Permitted : CrmRuling.Refused(e => e.ActNotAllowed(act));
}
