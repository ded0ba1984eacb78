using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>Contacts of a customer over one channel in one direction; what machines wrote does not count.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Direction">Who began.</param>
/// <param name="Count">How many there were.</param>
/// <param name="FirstAt">When the first one was.</param>
/// <param name="LastAt">When the last one was.</param>
public sealed record ContactStatistic(ChannelKey Channel, Direction Direction, int Count, Instant FirstAt, Instant LastAt);
