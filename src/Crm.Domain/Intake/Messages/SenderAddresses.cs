using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Values;

namespace Crm.Domain.Intake;

/// <summary>Reads where a message came from, as its channel writes addresses.</summary>
internal static class SenderAddresses
{
    /// <summary>The address; null when there is none, or it is not one of the channel's.</summary>
    public static SenderAddress? Read(ChannelDefinition channel, MessageParty? from)
    {
        var text = MessageTexts.Line(from?.Address, 1_000);
        return channel.Address switch
        {
            ChannelAddress.Email => Email(text),

            // Gateways write the number before the domain, or pass a mail on.
            ChannelAddress.Phone or ChannelAddress.Mobile or ChannelAddress.Fax => Number(text) ?? Number(text?.Split('@')[0]) ?? Email(text),
            ChannelAddress.Handle => Handle(channel.Key, text),
            _ => Email(text) ?? Number(text) ?? Handle(channel.Key, (MessageTexts.Line(from?.Name, 200), text) switch
            {
                (null, _) => null,
                (var name, null) => name,
                var (name, place) => $"{name}, {place}",
            }),
        };
    }

    /// <summary>Whether a text is an address, in whatever notation.</summary>
    public static bool IsSame(SenderAddress address, string text) => address.Kind switch
    {
        SenderAddressKind.Email => Email(text) == address,
        SenderAddressKind.Number => Number(text) == address,
        _ => text == address.Value,
    };

    private static SenderAddress? Email(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var inner = text.LastIndexOf('<') is >= 0 and var start && text.IndexOf('>', start) is > 0 and var end ? text[(start + 1)..end] : text;
        return EmailAddress.TryParse(inner, out var email) ? SenderAddress.Of(email) : null;
    }

    private static SenderAddress? Number(string? text) => PhoneNumber.TryParse(text, out var phone) ? SenderAddress.Of(phone) : null;

    private static SenderAddress? Handle(ChannelKey channel, string? text) =>
        text is null ? null : SenderAddress.Of(new ExternalReference(channel.Value, MessageTexts.Cut(text, ExternalReference.MaxValueLength).Trim()));
}
