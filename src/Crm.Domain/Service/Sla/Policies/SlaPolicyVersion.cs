using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>What a policy promised from some moment on. Part of <see cref="SlaPolicy"/>; never changed.</summary>
public sealed class SlaPolicyVersion
{
    private SlaPolicyTerms? _terms;

    private SlaPolicyVersion() => (Definition, ActorId) = (null!, null!);

    internal SlaPolicyVersion(int number, SlaPolicyTerms terms, string actorId, Instant now)
    {
        (Id, Number, At, _terms, Definition) = (SlaPolicyVersionId.New(now), number, now, terms, terms.ToJson());
        ActorId = Guard.Line(actorId, Actor.MaxIdLength);
    }

    /// <summary>The version.</summary>
    public SlaPolicyVersionId Id { get; private set; }

    /// <summary>Counts the versions of the policy, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The terms as JSON; see <see cref="SlaPolicyTerms.Parse"/>.</summary>
    public string Definition { get; private set; }

    /// <summary>Id of who published it.</summary>
    public string ActorId { get; private set; }

    /// <summary>When it was published; it holds from then on.</summary>
    public Instant At { get; private set; }

    /// <summary>The terms.</summary>
    public SlaPolicyTerms Terms => _terms ??= SlaPolicyTerms.Parse(Definition).Value;
}
