using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Under whom somebody sold, from one instant to the next. Part of <see cref="Salesperson"/>; never changed but for its end.</summary>
public sealed class SalesPlace
{
    private SalesPlace()
    {
    }

    internal SalesPlace(long version, string? leaderId, string? teamId, Instant at) => (Version, LeaderId, TeamId, At) = (version, leaderId, teamId, at);

    /// <summary>The version of the person after the act; entries are in this order.</summary>
    public long Version { get; private set; }

    /// <summary>Who leads, by id in the host's user directory; null for nobody.</summary>
    public string? LeaderId { get; private set; }

    /// <summary>The team; null for none.</summary>
    public string? TeamId { get; private set; }

    /// <summary>From when it was so.</summary>
    public Instant At { get; private set; }

    /// <summary>Until when it was so, not included; null while it is.</summary>
    public Instant? Until { get; internal set; }
}
