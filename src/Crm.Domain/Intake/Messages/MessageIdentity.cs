using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Crm.Domain.Interactions;

namespace Crm.Domain.Intake;

/// <summary>By what a message is known again: its id on its channel; without one, its content.</summary>
/// <param name="Key">SHA-256 of that, as hexadecimal digits.</param>
/// <param name="ExternalId">The id under which the contact is recorded.</param>
internal sealed record MessageIdentity(string Key, string ExternalId)
{
    public static MessageIdentity Of(InboundMessage message)
    {
        if (MessageIds.Clean(message.MessageId) is { } id)
        {
            var key = Hash($"id\n{message.Channel}\n{id}");
            return new(key, id.Length <= Interaction.MaxExternalIdLength ? id : $"sha256:{key}");
        }

        var content = new StringBuilder("content\n").Append(message.Channel).Append('\n').Append(message.CustomerId).Append('\n')
            .Append(message.SentAt?.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture)).Append('\n');
        foreach (var part in new[] { message.From?.Address, message.From?.Name, message.Subject, message.Text, message.Html, message.InReplyTo })
        {
            // Lengths keep two parts from reading as one.
            content.Append(CultureInfo.InvariantCulture, $"{part?.Length ?? -1}:").Append(part).Append('\n');
        }

        foreach (var file in message.Attachments)
        {
            content.Append(CultureInfo.InvariantCulture, $"{file.Name?.Length ?? -1}:{file.Name}:{file.Size}:{file.Sha256}\n");
        }

        var hash = Hash(content.ToString());
        return new(hash, $"sha256:{hash}");
    }

    // Lone surrogates become U+FFFD here, as they do in what is stored.
    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
