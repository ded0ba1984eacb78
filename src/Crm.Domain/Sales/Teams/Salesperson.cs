using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>
/// Somebody who sells: under whom, with which quotas, and with which judgements on forecasts. All three are kept from one instant to the next,
/// so that a forecast of a team as of a past instant is what was reported then.
/// </summary>
public sealed partial class Salesperson : AggregateRoot<SalespersonId>
{
    private readonly List<SalesPlace> _places = [];

    private Salesperson() => UserId = null!;

    /// <summary>Makes a person who sells.</summary>
    /// <param name="id">The id.</param>
    /// <param name="userId">Who, by id in the host's user directory; unique per tenant.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The id of the user is out of its bounds.</exception>
    public Salesperson(SalespersonId id, string userId, Instant now)
        : base(id)
    {
        UserId = Guard.Line(userId, Actor.MaxIdLength);
        Raise(new SalespersonAdded(Id, UserId, now));
    }

    /// <summary>Who, by id in the host's user directory: the owner of opportunities.</summary>
    public string UserId { get; private set; }

    /// <summary>Under whom the person sold, in order.</summary>
    public IReadOnlyList<SalesPlace> Places => [.. _places.OrderBy(p => p.Version)];

    /// <summary>Who leads the person now; null for nobody.</summary>
    public string? LeaderId => _places.Find(p => p.Until is null)?.LeaderId;

    /// <summary>Whether the person can be put under somebody.</summary>
    /// <param name="leaderId">Who leads; null for nobody.</param>
    /// <param name="leaders">Who leads whom now: from a person to their leader.</param>
    /// <returns>The ruling; refused with <c>SalesHierarchyCircle</c>.</returns>
    public CrmRuling CanPlace(string? leaderId, IReadOnlyDictionary<string, string> leaders)
    {
        ArgumentNullException.ThrowIfNull(leaders);
        var steps = 0;
        for (var at = leaderId; at is not null; at = leaders.GetValueOrDefault(at))
        {
            if (at == UserId || ++steps > leaders.Count + 1)
            {
                return CrmRuling.Refused(e => e.SalesHierarchyCircle(UserId, leaderId!));
            }
        }

        return CrmRuling.Permitted;
    }

    /// <summary>Puts the person under somebody.</summary>
    /// <param name="leaderId">Who leads, by id in the host's user directory; null for nobody.</param>
    /// <param name="teamId">The team; null for none.</param>
    /// <param name="leaders">Who leads whom now: from a person to their leader.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The leader is the person, or led by the person.</exception>
    /// <exception cref="ArgumentException">An id is out of its bounds.</exception>
    public void Place(string? leaderId, string? teamId, IReadOnlyDictionary<string, string> leaders, Instant now)
    {
        var (leader, team) = (Guard.OptionalLine(leaderId, Actor.MaxIdLength), Guard.OptionalLine(teamId, Actor.MaxIdLength));
        CanPlace(leader, leaders).Demand();
        Raise(new SalespersonPlaced(Id, UserId, leader, team, now));
        var at = End(_places.Find(p => p.Until is null), now);
        _places.Add(new SalesPlace(Version, leader, team, at));
    }

    // What follows never begins before what it follows, even where a clock jumped back.
    private static Instant End(SalesPlace? last, Instant now) => last is null ? now : (last.Until = Instant.Max(now, last.At)).Value;
}
