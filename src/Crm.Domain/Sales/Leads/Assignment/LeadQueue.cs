using Crm.Domain.Access;
using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>
/// A queue of leads and those who get them: by weight, and no more than each one's capacity in a period. What each one got is counted
/// here, so that two who give out at once conflict and nobody gets too much.
/// </summary>
public sealed class LeadQueue : AggregateRoot<LeadQueueId>
{
    /// <summary>Longest name.</summary>
    public const int MaxNameLength = 100;

    /// <summary>Most members.</summary>
    public const int MaxMembers = 500;

    private readonly List<LeadQueueMember> _members = [];

    private LeadQueue() => Name = null!;

    /// <summary>Makes a queue.</summary>
    /// <param name="id">The id.</param>
    /// <param name="name">The name; unique per tenant.</param>
    /// <param name="settings">How it works.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A text is out of its bounds.</exception>
    public LeadQueue(LeadQueueId id, string name, LeadQueueSettings settings, Instant now)
        : base(id)
    {
        Name = Guard.Line(name, MaxNameLength);
        Take(settings);
        Raise(new LeadQueueCreated(Id, Name, now));
    }

    /// <summary>The name.</summary>
    public string Name { get; private set; }

    /// <summary>Which leads belong in it, as JSON; null for none by themselves.</summary>
    public string? Criteria { get; private set; }

    /// <summary>Place among the queues whose criteria hold for a lead.</summary>
    public int Position { get; private set; }

    /// <summary>The period in which capacities are counted.</summary>
    public LeadPeriod Period { get; private set; }

    /// <summary>Those who get its leads.</summary>
    public IReadOnlyList<LeadQueueMember> Members => _members;

    /// <summary>The first day of the period that a day is in.</summary>
    /// <param name="day">The day, in the business's own time zone.</param>
    /// <returns>The day, the Monday of its week, or the first of its month.</returns>
    public LocalDate PeriodOf(LocalDate day) => Period switch
    {
        LeadPeriod.Week => day.PlusDays(1 - (int)day.DayOfWeek),
        LeadPeriod.Month => new LocalDate(day.Year, day.Month, 1),
        _ => day,
    };

    /// <summary>Who is next: of those with room, who got the least for its weight, then who waits longest, then by id.</summary>
    /// <param name="day">The day, in the business's own time zone.</param>
    /// <returns>The member; null where nobody has room.</returns>
    public LeadQueueMember? NextOn(LocalDate day)
    {
        var period = PeriodOf(day);
        return _members.Where(m => m.HasRoomIn(period))
            .OrderBy(m => (decimal)m.GivenIn(period) / m.Weight).ThenBy(m => m.LastAt ?? Instant.MinValue).ThenBy(m => m.UserId, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    /// <summary>Sets anew how it works.</summary>
    /// <param name="settings">How it works.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The criteria are too long.</exception>
    public void Configure(LeadQueueSettings settings, Instant now)
    {
        Take(settings);
        Raise(new LeadQueueConfigured(Id, Name, now));
    }

    /// <summary>Whether somebody can be made a member, or a member's share be changed.</summary>
    /// <param name="userId">Who.</param>
    /// <returns>The ruling; refused with <c>LeadQueueFull</c>.</returns>
    public CrmRuling CanSetMember(string userId) =>
        Member(userId) is null && _members.Count >= MaxMembers ? CrmRuling.Refused(e => e.LeadQueueFull(Name, MaxMembers)) : CrmRuling.Permitted;

    /// <summary>Makes somebody a member, or changes a member's share.</summary>
    /// <param name="userId">Who.</param>
    /// <param name="weight">The share, in relation to the others' weights; 1 to <see cref="LeadQueueMember.MaxWeight"/>.</param>
    /// <param name="capacity">Most leads of a period, 0 for none at the moment; null for any number.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">There are too many members.</exception>
    /// <exception cref="ArgumentException">The id, weight or capacity is out of its bounds.</exception>
    public void SetMember(string userId, int weight, int? capacity, Instant now)
    {
        var user = Guard.Line(userId, Actor.MaxIdLength);
        CanSetMember(user).Demand();
        if (weight is < 1 or > LeadQueueMember.MaxWeight || capacity is < 0 or > LeadQueueMember.MaxCapacity)
        {
            throw new ArgumentOutOfRangeException(nameof(weight), weight, $"A weight is from 1 to {LeadQueueMember.MaxWeight}, a capacity from 0 to {LeadQueueMember.MaxCapacity}.");
        }

        var member = Member(user);
        if (member is null)
        {
            _members.Add(member = new LeadQueueMember(user));
        }

        (member.Weight, member.Capacity) = (weight, capacity);
        Raise(new LeadQueueMemberSet(Id, user, weight, capacity, now));
    }

    /// <summary>Whether a member can be removed.</summary>
    /// <param name="userId">Who.</param>
    /// <returns>The ruling; refused with <c>LeadQueueMemberNotFound</c>.</returns>
    public CrmRuling CanRemoveMember(string userId) => Member(userId) is null ? CrmRuling.Refused(e => e.LeadQueueMemberNotFound(userId, Name)) : CrmRuling.Permitted;

    /// <summary>Removes a member. Leads that it has stay with it.</summary>
    /// <param name="userId">Who.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is no member.</exception>
    public void RemoveMember(string userId, Instant now)
    {
        CanRemoveMember(userId).Demand();
        _members.Remove(Member(userId)!);
        Raise(new LeadQueueMemberRemoved(Id, userId, now));
    }

    /// <summary>Whether a lead can be given out.</summary>
    /// <param name="day">The day, in the business's own time zone.</param>
    /// <returns>The ruling; refused with <c>LeadQueueWithoutRoom</c>.</returns>
    public CrmRuling CanGive(LocalDate day) => NextOn(day) is null ? CrmRuling.Refused(e => e.LeadQueueWithoutRoom(Name)) : CrmRuling.Permitted;

    /// <summary>Counts a lead for whoever is next.</summary>
    /// <param name="day">The day, in the business's own time zone.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">Nobody has room.</exception>
    public void Give(LocalDate day, Instant now)
    {
        CanGive(day).Demand();
        var (next, period) = (NextOn(day)!, PeriodOf(day));
        next.Take(period, now);
        Raise(new LeadGivenOut(Id, next.UserId, period, next.Given, now));
    }

    private LeadQueueMember? Member(string userId) => _members.Find(m => m.UserId == userId);

    private void Take(LeadQueueSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var criteria = settings.Criteria?.ToJson();
        if (criteria?.Length > LeadQueueSettings.MaxCriteriaLength)
        {
            throw new ArgumentException("The criteria are too long.", nameof(settings));
        }

        Period = Guard.Defined(settings.Period, nameof(settings));
        (Criteria, Position) = (criteria, settings.Position);
    }
}
