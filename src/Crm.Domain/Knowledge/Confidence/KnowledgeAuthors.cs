using Crm.Domain.Access;

namespace Crm.Domain.Knowledge;

/// <summary>Says who works on knowledge items, and with what licence.</summary>
/// <remarks>Scoped service.</remarks>
public sealed class KnowledgeAuthors(CrmGate gate, KnowledgeOptions options)
{
    /// <summary>The actor of the scope.</summary>
    public KnowledgeAuthor Current => Of(gate.Actor);

    /// <summary>An actor as an author.</summary>
    /// <param name="actor">The actor.</param>
    /// <returns>The author; whoever is not staff is a candidate, whom no front door lets write.</returns>
    public KnowledgeAuthor Of(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return new(actor.Id, actor.Kind switch
        {
            ActorKind.System => KnowledgeLicence.Publisher,
            ActorKind.Agent => actor.Roles.Where(options.RoleLicences.ContainsKey).Select(r => options.RoleLicences[r]).DefaultIfEmpty(options.DefaultLicence).Max(),
            _ => KnowledgeLicence.Candidate,
        });
    }
}
