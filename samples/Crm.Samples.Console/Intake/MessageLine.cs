using System.Text;
using System.Text.Json;
using Crm.Domain.Customers;
using Crm.Domain.Intake;
using Crm.Domain.Interactions;
using NodaTime;
using NodaTime.Text;

namespace Crm.Samples.Console.Intake;

/// <summary>One message as JSON. Members that are not known are left out; those that are known hold what is expected.</summary>
internal static class MessageLine
{
    public static InboundMessage Read(JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Object)
        {
            throw new MessageLineException("", "An object is expected.");
        }

        return new InboundMessage(ChannelOf(line), Member(line, "from") is { } from ? Party(from, "from") : null)
        {
            MessageId = Text(line, "messageId"),
            InReplyTo = Text(line, "inReplyTo"),
            References = Texts(line, "references"),
            To = Parties(line, "to"),
            Cc = Parties(line, "cc"),
            Subject = Text(line, "subject"),
            SentAt = SentAt(line),
            Text = Text(line, "text"),
            Html = Text(line, "html"),
            Headers = Headers(line),
            Attachments = [.. Items(line, "attachments").Select(Attachment)],
            CustomerId = Text(line, "customerId") is not { } id ? null : CustomerId.TryParse(id, null, out var customer) ? customer : throw new MessageLineException("customerId", "The id of a customer is expected."),
        };
    }

    private static ChannelKey ChannelOf(JsonElement line)
    {
        try
        {
            return new ChannelKey(Text(line, "channel") ?? "email");
        }
        catch (ArgumentException mistake)
        {
            throw new MessageLineException("channel", mistake.Message, mistake);
        }
    }

    private static Instant? SentAt(JsonElement line) => Text(line, "sentAt") is not { Length: > 0 } text ? null
        : InstantPattern.ExtendedIso.Parse(text).TryGetValue(default, out var at) ? at
        : OffsetDateTimePattern.ExtendedIso.Parse(text).TryGetValue(default, out var with) ? with.ToInstant()
        : throw new MessageLineException("sentAt", "An instant such as 2026-05-08T09:00:00Z is expected.");

    private static MailHeaders Headers(JsonElement line) => Member(line, "headers") is not { } headers ? MailHeaders.None
        : headers.ValueKind != JsonValueKind.Object ? throw new MessageLineException("headers", "An object is expected.")
        : new MailHeaders(headers.EnumerateObject().SelectMany(h => (h.Value.ValueKind == JsonValueKind.Array ? h.Value.EnumerateArray().ToArray() : [h.Value])
            .Select(v => KeyValuePair.Create(h.Name, TextOf(v, $"headers.{h.Name}") ?? ""))));

    private static InboundAttachment Attachment(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            throw new MessageLineException("attachments", "Objects are expected.");
        }

        var text = Text(item, "text");
        var size = Member(item, "size") is not { } given ? Encoding.UTF8.GetByteCount(text ?? "")
            : given.ValueKind == JsonValueKind.Number && given.TryGetInt64(out var bytes) ? bytes : throw new MessageLineException("attachments.size", "A number of bytes is expected.");
        return new(Text(item, "name"), Text(item, "contentType"), size) { Text = text, Sha256 = Text(item, "sha256"), StorageKey = Text(item, "storageKey") };
    }

    private static MessageParty Party(JsonElement party, string member) => party.ValueKind switch
    {
        JsonValueKind.String => new(TextOf(party, member)),
        JsonValueKind.Object => new(Text(party, "address"), Text(party, "name")),
        _ => throw new MessageLineException(member, "An object with address and name is expected."),
    };

    private static List<MessageParty> Parties(JsonElement line, string member) => [.. Items(line, member).Select(p => Party(p, member))];

    private static List<string> Texts(JsonElement line, string member) => [.. Items(line, member).Select(v => TextOf(v, member)).OfType<string>()];

    // One item can stand for a list of one.
    private static IEnumerable<JsonElement> Items(JsonElement line, string member) => Member(line, member) is not { } value ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];

    private static string? Text(JsonElement line, string member) => Member(line, member) is { } value ? TextOf(value, member) : null;

    private static JsonElement? Member(JsonElement line, string member) => line.TryGetProperty(member, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string? TextOf(JsonElement value, string member)
    {
        try
        {
            return value.ValueKind == JsonValueKind.Number ? value.GetRawText() : value.GetString();
        }
        catch (InvalidOperationException mistake)
        {
            throw new MessageLineException(member, "A text is expected.", mistake);
        }
    }
}
