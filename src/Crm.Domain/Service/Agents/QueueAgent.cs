using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>An agent as routing sees it: skills, capacity, availability.</summary>
public sealed class QueueAgent : AggregateRoot<QueueAgentId>
{
    /// <summary>Most skills of an agent.</summary>
    public const int MaxSkills = 100;

    private readonly List<AgentSkill> _skills = [];
    private readonly List<AgentChannelCapacity> _channelCapacities = [];

    private QueueAgent() => UserId = null!;

    /// <summary>Makes a member of staff an agent, offline at first.</summary>
    /// <param name="id">The id.</param>
    /// <param name="userId">Id in the host's user directory; unique per tenant.</param>
    /// <param name="profile">Skills and capacity.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A text, level or capacity is out of its bounds, or a skill is named twice.</exception>
    public QueueAgent(QueueAgentId id, string userId, AgentProfile profile, Instant now)
        : base(id)
    {
        UserId = Guard.Line(userId, Actor.MaxIdLength);
        Availability = AgentAvailability.Offline;
        AvailableSince = now;
        Take(profile);
        Raise(new QueueAgentRegistered(Id, UserId, now));
    }

    /// <summary>Id in the host's user directory.</summary>
    public string UserId { get; private set; }

    /// <summary>Active, away or offline.</summary>
    public AgentAvailability Availability { get; private set; }

    /// <summary>Since when.</summary>
    public Instant AvailableSince { get; private set; }

    /// <summary>How many units of work the agent takes at a time.</summary>
    public int Capacity { get; private set; }

    /// <summary>What the agent can do.</summary>
    public IReadOnlyList<AgentSkill> Skills => _skills;

    /// <summary>How many units on some channels.</summary>
    public IReadOnlyList<AgentChannelCapacity> ChannelCapacities => _channelCapacities;

    /// <summary>Sets skills and capacity anew. Work that the agent has already stays.</summary>
    /// <param name="profile">Skills and capacity.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A level or capacity is out of its bounds, or a skill is named twice.</exception>
    public void Describe(AgentProfile profile, Instant now)
    {
        Take(profile);
        Raise(new QueueAgentDescribed(Id, UserId, now));
    }

    /// <summary>Whether the agent can become something else than it is.</summary>
    /// <param name="availability">What it shall be.</param>
    /// <returns>The ruling; refused with <c>AgentAvailabilityUnchanged</c>.</returns>
    public CrmRuling CanBecome(AgentAvailability availability) => Availability == Guard.Defined(availability)
        ? CrmRuling.Refused(e => e.AgentAvailabilityUnchanged(UserId, e.NameOf(availability)))
        : CrmRuling.Permitted;

    /// <summary>The agent comes, steps away or leaves. Work that it has already stays.</summary>
    /// <param name="availability">What it is from now on.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is that already.</exception>
    public void Become(AgentAvailability availability, Instant now)
    {
        CanBecome(availability).Demand();
        var (before, since) = (Availability, AvailableSince);
        (Availability, AvailableSince) = (availability, now);
        Raise(new AgentAvailabilityChanged(Id, UserId, before, since, availability, now));
    }

    private void Take(AgentProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var skills = SkillLevel.Ordered(profile.Skills, MaxSkills, nameof(profile));
        if (profile.Capacity is < 1 or > AgentProfile.MaxCapacity || profile.ChannelCapacities.Values.Any(u => u is < 0 or > AgentProfile.MaxCapacity))
        {
            throw new ArgumentOutOfRangeException(nameof(profile), $"An agent takes 1 to {AgentProfile.MaxCapacity} units of work, on a channel 0 to {AgentProfile.MaxCapacity}.");
        }

        Capacity = profile.Capacity;
        _skills.RemoveAll(s => !skills.Any(t => t.Skill == s.Skill && t.Level == s.Level));
        _skills.AddRange(skills.Where(s => !_skills.Exists(t => t.Skill == s.Skill)).Select(s => new AgentSkill(s)));
        _channelCapacities.RemoveAll(c => !profile.ChannelCapacities.TryGetValue(c.Channel, out var units) || units != c.Units);
        _channelCapacities.AddRange(
            profile.ChannelCapacities.OrderBy(c => c.Key.Value, StringComparer.Ordinal).Where(c => !_channelCapacities.Exists(t => t.Channel == c.Key)).Select(c => new AgentChannelCapacity(c.Key, c.Value)));
    }
}
