using System.Buffers.Binary;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Privacy;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>
/// Puts the recipient's own link into messages right before they are sent, and gives mail that needs consent the header fields by which one click ends it:
/// <c>List-Unsubscribe</c> (RFC 2369) and <c>List-Unsubscribe-Post</c> (RFC 8058, section 3.1).
/// </summary>
internal sealed class PreferenceSeal(PreferenceLinks links, IPurposeCatalog purposes, MarketingOptions options) : IMessageSeal
{
    /// <summary>What templates call the token of the link, and what stands for it in the stored message.</summary>
    public const string Name = "preferences.token";

    public const string Mark = "crm-preferences-token-00";

    public Task<MessageToSend> CompleteAsync(MessageToSend message, CustomerId customerId, CancellationToken cancellationToken)
    {
        if (!links.HasKey)
        {
            return Task.FromResult(message);
        }

        if (message.Text.Contains(Mark, StringComparison.Ordinal) || message.Html?.Contains(Mark, StringComparison.Ordinal) == true)
        {
            var token = links.ForCentre(customerId, WrittenAt(message.Id));
            message = message with
            {
                Text = message.Text.Replace(Mark, token, StringComparison.Ordinal), Html = message.Html?.Replace(Mark, token, StringComparison.Ordinal),
            };
        }

        if (options.UnsubscribeUrl is { } url && message.Channel == Channels.Email && Needing(message.Purpose) is { } purpose)
        {
            var link = url.Replace(MarketingOptions.TokenPlace, links.ForUnsubscribing(customerId, purpose, message.Channel), StringComparison.Ordinal);
            message = message with { Headers = [.. message.Headers, new("List-Unsubscribe", $"<{link}>"), new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")] };
        }

        return Task.FromResult(message);
    }

    // Every try of a message is to say the same, whenever it is made: the id of a message begins with when it was written, in milliseconds.
    private static Instant WrittenAt(OutboundMessageId id) => Instant.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(id.Value.ToByteArray(bigEndian: true)) >>> 16);

    private PurposeKey? Needing(string purpose) => purposes.All.FirstOrDefault(p => p.Key.Value == purpose && p.NeedsGrant)?.Key;
}
