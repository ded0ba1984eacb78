using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>
/// How often, over which channels and when a customer was in contact, and how long it waited for answers. Auto-replies and other
/// messages of machines count nowhere but in <see cref="Automatic"/>. For an organisation, what was said on its behalf counts too.
/// </summary>
/// <param name="ByChannel">By channel and direction, the channel of the last contact first.</param>
/// <param name="Automatic">How many messages machines wrote.</param>
/// <param name="Responses">How long the customer waited for answers.</param>
/// <param name="At">The instant for which days are counted.</param>
public sealed record ContactStatistics(IReadOnlyList<ContactStatistic> ByChannel, int Automatic, ResponseTimes Responses, Instant At)
{
    /// <summary>When the customer was first in contact with us; null when never.</summary>
    public Instant? FirstInboundAt => First(Direction.Inbound);

    /// <summary>When the customer was last in contact with us.</summary>
    public Instant? LastInboundAt => Last(Direction.Inbound);

    /// <summary>When we were first in contact with the customer.</summary>
    public Instant? FirstOutboundAt => First(Direction.Outbound);

    /// <summary>When we were last in contact with the customer.</summary>
    public Instant? LastOutboundAt => Last(Direction.Outbound);

    /// <summary>How often the customer was in contact with us.</summary>
    public int Inbound => ByChannel.Where(c => c.Direction == Direction.Inbound).Sum(c => c.Count);

    /// <summary>How often we were in contact with the customer.</summary>
    public int Outbound => ByChannel.Where(c => c.Direction == Direction.Outbound).Sum(c => c.Count);

    /// <summary>Whole days of 24 hours since the customer was last in contact with us; null when never.</summary>
    public int? DaysSinceInbound => DaysSince(LastInboundAt);

    /// <summary>Whole days of 24 hours since we were last in contact with the customer; null when never.</summary>
    public int? DaysSinceOutbound => DaysSince(LastOutboundAt);

    private Instant? First(Direction direction) => ByChannel.Where(c => c.Direction == direction).Select(c => (Instant?)c.FirstAt).Min();

    private Instant? Last(Direction direction) => ByChannel.Where(c => c.Direction == direction).Select(c => (Instant?)c.LastAt).Max();

    private int? DaysSince(Instant? at) => at is { } then ? (At - then).Days : null;
}
