using Crm.Domain.Interactions;
using NodaTime;

namespace Crm.Domain.Privacy;

/// <summary>What is asked: the purpose as named and as registered, the channel, the instant.</summary>
internal sealed record ContactQuestion(PurposeKey? Named, ConsentPurpose? Purpose, ChannelKey Channel, bool IsChannelKnown, Instant At);
