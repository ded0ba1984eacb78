using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Access;

/// <summary>Who acts. Equality is by kind, id and rights, in whatever order they are listed; there is no default actor.</summary>
public sealed record Actor
{
    /// <summary>Longest id.</summary>
    public const int MaxIdLength = 100;

    private Actor(ActorKind kind, string id, string? name)
    {
        Kind = kind;
        Id = SingleLine.Required(id, MaxIdLength, nameof(id));
        Name = string.IsNullOrWhiteSpace(name) ? Id : SingleLine.Required(name, 200, nameof(name));
    }

    /// <summary>Somebody who is not signed in.</summary>
    public static Actor Guest { get; } = new(ActorKind.Guest, "guest", null);

    /// <summary>What kind of principal acts.</summary>
    public ActorKind Kind { get; }

    /// <summary>The principal's id in the host's user directory; kept in the audit.</summary>
    public string Id { get; }

    /// <summary>Name for people; the id when none was given.</summary>
    public string Name { get; }

    /// <summary>The agent's roles.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>The agent's teams.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<string> Teams { get; init; } = [];

    /// <summary>Ids of the agent's sales territories.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<Guid> Territories { get; init; } = [];

    /// <summary>The colleague for whom the agent acts, who is away for instance: the agent may what both may then.</summary>
    /// <value>Null by default: it acts for itself.</value>
    public Actor? Delegator { get; private init; }

    /// <summary>The records a portal customer or partner acts for; it sees nothing else.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<SubjectReference> ActsFor { get; init; } = [];

    /// <summary>Whether a member of staff or the software itself acts.</summary>
    public bool IsStaff => Kind is ActorKind.Agent or ActorKind.System;

    /// <summary>A member of staff.</summary>
    /// <param name="id">Id in the host's user directory.</param>
    /// <param name="name">Name for people.</param>
    /// <returns>The actor.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is empty, too long, or has control characters.</exception>
    public static Actor Agent(string id, string? name = null) => new(ActorKind.Agent, id, name);

    /// <summary>The software itself.</summary>
    /// <param name="id">Name of the job.</param>
    /// <returns>The actor.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is empty, too long, or has control characters.</exception>
    public static Actor System(string id) => new(ActorKind.System, id, null);

    /// <summary>A signed-in customer.</summary>
    /// <param name="id">Id of the portal account.</param>
    /// <param name="actsFor">The customers it acts for.</param>
    /// <param name="name">Name for people.</param>
    /// <returns>The actor.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is empty, too long, or has control characters.</exception>
    public static Actor PortalCustomer(string id, IReadOnlyList<SubjectReference> actsFor, string? name = null) =>
        new(ActorKind.PortalCustomer, id, name) { ActsFor = [.. actsFor] };

    /// <summary>A signed-in business partner.</summary>
    /// <param name="id">Id of the partner's account.</param>
    /// <param name="actsFor">The records it acts for.</param>
    /// <param name="name">Name for people.</param>
    /// <returns>The actor.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is empty, too long, or has control characters.</exception>
    public static Actor Partner(string id, IReadOnlyList<SubjectReference> actsFor, string? name = null) =>
        new(ActorKind.Partner, id, name) { ActsFor = [.. actsFor] };

    /// <summary>The agent acting for a colleague: with the rights that both have, and audited as what it did for the other.</summary>
    /// <param name="colleague">The colleague, an agent with its own roles, teams and territories.</param>
    /// <returns>The actor.</returns>
    /// <exception cref="ArgumentException">One of them is no agent, or the colleague acts for somebody itself.</exception>
    public Actor OnBehalfOf(Actor colleague)
    {
        ArgumentNullException.ThrowIfNull(colleague);
        return Kind == ActorKind.Agent && colleague is { Kind: ActorKind.Agent, Delegator: null }
            ? this with { Delegator = colleague }
            : throw new ArgumentException("An agent acts for another agent, who acts for nobody else.", nameof(colleague));
    }

    /// <inheritdoc />
    public bool Equals(Actor? other) =>
        other is not null && Kind == other.Kind && Id == other.Id
        && Unordered.Equal(Roles, other.Roles) && Unordered.Equal(Teams, other.Teams)
        && Unordered.Equal(Territories, other.Territories) && Equals(Delegator, other.Delegator) && Unordered.Equal(ActsFor, other.ActsFor);

    /// <inheritdoc />
    public override int GetHashCode() =>
        HashCode.Combine(Kind, Id, Unordered.Hash(Roles), Unordered.Hash(Teams), Unordered.Hash(Territories), Unordered.Hash(ActsFor), Delegator);
}
