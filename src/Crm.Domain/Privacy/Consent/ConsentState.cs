using Crm.Domain.Interactions;

namespace Crm.Domain.Privacy;

/// <summary>Where one purpose and channel of a customer stands.</summary>
/// <param name="Purpose">The purpose.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="Decisive">The entry that says so; null where there is none.</param>
public sealed record ConsentState(PurposeKey Purpose, ChannelKey Channel, ConsentStanding Standing, ConsentRecord? Decisive);
