using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

public sealed partial class WorkQueue
{
    /// <summary>Most members.</summary>
    public const int MaxMembers = 1_000;

    private readonly List<QueueMember> _members = [];

    /// <summary>The agents who work for the queue.</summary>
    public IReadOnlyList<QueueMember> Members => _members;

    /// <summary>Whether an agent can join.</summary>
    /// <param name="userId">The agent.</param>
    /// <returns>The ruling; refused with <c>QueueMemberAlreadyPresent</c>, <c>QueueFull</c>.</returns>
    public CrmRuling CanJoin(string userId) => Member(userId) is not null ? CrmRuling.Refused(e => e.QueueMemberAlreadyPresent(userId, Name))
        : _members.Count >= MaxMembers ? CrmRuling.Refused(e => e.QueueFull(Name, MaxMembers))
        : CrmRuling.Permitted;

    /// <summary>An agent joins; its turn is next.</summary>
    /// <param name="userId">The agent.</param>
    /// <param name="weight">The share of work it is to get in relation to the others' weights; 1 to <see cref="QueueMember.MaxWeight"/>.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is a member, or there are too many.</exception>
    /// <exception cref="ArgumentException">The id or the weight is out of its bounds.</exception>
    public void Join(string userId, int weight, Instant now)
    {
        var agent = Guard.Line(userId, Actor.MaxIdLength);
        CanJoin(agent).Demand();

        // Nobody catches up on what the others did before.
        _members.Add(new QueueMember(agent, Checked(weight), _members.Count == 0 ? 0 : _members.Min(m => m.Turn)));
        Raise(new QueueJoined(Id, agent, weight, now));
    }

    /// <summary>Whether an agent's weight can be changed.</summary>
    /// <param name="userId">The agent.</param>
    /// <returns>The ruling; refused with <c>QueueMemberNotFound</c>.</returns>
    public CrmRuling CanWeigh(string userId) => CanLeave(userId);

    /// <summary>Changes the share of work that an agent is to get.</summary>
    /// <param name="userId">The agent.</param>
    /// <param name="weight">The weight; 1 to <see cref="QueueMember.MaxWeight"/>.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is no member.</exception>
    /// <exception cref="ArgumentException">The weight is out of its bounds.</exception>
    public void Weigh(string userId, int weight, Instant now)
    {
        CanWeigh(userId).Demand();
        Member(userId)!.Weight = Checked(weight);
        Raise(new QueueMemberWeighted(Id, userId, weight, now));
    }

    /// <summary>Whether an agent can leave.</summary>
    /// <param name="userId">The agent.</param>
    /// <returns>The ruling; refused with <c>QueueMemberNotFound</c>.</returns>
    public CrmRuling CanLeave(string userId) => Member(userId) is null ? CrmRuling.Refused(e => e.QueueMemberNotFound(userId, Name)) : CrmRuling.Permitted;

    /// <summary>An agent leaves. Work that it has already stays with it.</summary>
    /// <param name="userId">The agent.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is no member.</exception>
    public void Leave(string userId, Instant now)
    {
        CanLeave(userId).Demand();
        _members.Remove(Member(userId)!);
        Raise(new QueueLeft(Id, userId, now));
    }

    private static int Checked(int weight) => weight is >= 1 and <= QueueMember.MaxWeight
        ? weight
        : throw new ArgumentOutOfRangeException(nameof(weight), weight, $"A weight is from 1 to {QueueMember.MaxWeight}.");

    private QueueMember? Member(string userId) => _members.Find(m => m.UserId == userId);
}
