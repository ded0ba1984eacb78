using Crm.Domain.Interactions;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>What a customer finds in the preference centre. It names nobody and shows no address, so that a forwarded link gives little away.</summary>
/// <param name="Language">The language that the customer prefers; null where it is not known.</param>
/// <param name="Consents">Purposes and channels, by purpose.</param>
/// <param name="Frequencies">How often advertising comes over each channel.</param>
public sealed record PreferenceView(LanguageTag? Language, IReadOnlyList<PreferenceConsent> Consents, IReadOnlyList<PreferenceFrequency> Frequencies);

/// <summary>Where one purpose and channel stands.</summary>
/// <param name="Purpose">The purpose.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="Since">Since when; null where nothing was ever said.</param>
public sealed record PreferenceConsent(PurposeKey Purpose, string Name, ChannelKey Channel, ConsentStanding Standing, Instant? Since);

/// <summary>How often advertising comes over a channel at most.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Own">What the customer chose; null for nothing.</param>
/// <param name="Usual">What holds where the customer chose nothing.</param>
public sealed record PreferenceFrequency(ChannelKey Channel, FrequencyCap? Own, FrequencyCap Usual);
