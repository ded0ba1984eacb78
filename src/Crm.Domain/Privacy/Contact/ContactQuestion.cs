using Crm.Domain.Interactions;
using NodaTime;

namespace Crm.Domain.Privacy;

/// <summary>What is asked: the purpose and the channel as named and as registered, the instant.</summary>
internal sealed record ContactQuestion(PurposeKey? Named, ConsentPurpose? Purpose, ChannelKey Channel, ChannelDefinition? Known, Instant At)
{
    /// <summary>The channel whose consent decides.</summary>
    public ChannelKey ConsentChannel => Known?.ConsentChannel ?? Channel;
}
