using Crm.Domain.Values;

namespace Crm.Domain.Interactions;

internal sealed class ChannelKeyJsonConverter() : KeyJsonConverter<ChannelKey>("channel", text => new ChannelKey(text));
