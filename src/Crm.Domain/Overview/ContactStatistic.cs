using Crm.Domain.Interactions;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Overview;

/// <summary>Contacts of a customer over one channel in one direction.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Direction">Who began.</param>
/// <param name="Count">How many there were.</param>
/// <param name="LastAt">When the last one was.</param>
public sealed record ContactStatistic(ChannelKey Channel, Direction Direction, int Count, Instant LastAt);
