using Crm.Domain.Access;
using Crm.Domain.Primitives;

namespace Crm.Domain.Partners;

/// <summary>Reads for which partner an actor acts.</summary>
public static class PartnerActor
{
    /// <summary>The partner for which an actor acts.</summary>
    /// <param name="actor">The actor.</param>
    /// <returns>The partner; null for everybody who is no partner's principal.</returns>
    public static PartnerId? PartnerId(this Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Kind == ActorKind.Partner && actor.ActsFor.FirstOrDefault(s => s.Kind == SubjectKinds.Partner) is { } partner ? Partners.PartnerId.From(partner.Id) : null;
    }
}
