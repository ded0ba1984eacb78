using System.Globalization;
using System.Text;
using Crm.Domain.Interactions;

namespace Crm.Samples.Console.Interactions;

/// <summary>Writes messages into files of a folder: mail as it would go to a mail server, everything else as a page to print.</summary>
internal sealed class FileMessageSender(ChannelKey channel, string folder) : IMessageSender
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public ChannelKey Channel => channel;

    public async Task<SendOutcome> SendAsync(MessageToSend message, CancellationToken cancellationToken)
    {
        // A message that is sent again has the same name, so that it is there once.
        Directory.CreateDirectory(folder);
        var name = $"{message.IdempotencyKey}.{(channel == Channels.Email ? "eml" : "txt")}";
        await File.WriteAllTextAsync(Path.Combine(folder, name), channel == Channels.Email ? Mail(message) : Page(message), s_utf8, cancellationToken);
        return SendOutcome.Sent(name);
    }

    private static string Page(MessageToSend message) => $"{message.Address}\n\n{message.Subject}\n\n{message.Text}\n";

    private static string Mail(MessageToSend message)
    {
        var mail = new StringBuilder();
        Field("To", $"{Word(message.Recipient)} <{message.Address}>");
        Field("Subject", Word(message.Subject));
        Field("Message-ID", message.MessageId);
        Field("In-Reply-To", message.InReplyTo);
        foreach (var (name, value) in message.Headers)
        {
            Field(name, value);
        }

        Field("MIME-Version", "1.0");
        if (message.Html is not { } html)
        {
            Part("text/plain", message.Text);
            return mail.ToString();
        }

        var boundary = "part-" + message.IdempotencyKey;
        Field("Content-Type", $"multipart/alternative; boundary=\"{boundary}\"");
        foreach (var (type, body) in new[] { ("text/plain", message.Text), ("text/html", html) })
        {
            mail.Append(CultureInfo.InvariantCulture, $"\r\n--{boundary}\r\n");
            Part(type, body);
        }

        return mail.Append(CultureInfo.InvariantCulture, $"\r\n--{boundary}--\r\n").ToString();

        void Field(string name, string? value) => mail.Append(value is null ? string.Empty : $"{name}: {value}\r\n");

        void Part(string type, string body)
        {
            Field("Content-Type", $"{type}; charset=utf-8");
            Field("Content-Transfer-Encoding", "base64");
            mail.Append("\r\n").Append(Convert.ToBase64String(s_utf8.GetBytes(body), Base64FormattingOptions.InsertLineBreaks)).Append("\r\n");
        }
    }

    // RFC 2047: what is not plain ASCII stands encoded, in words of at most 75 characters.
    private static string Word(string text)
    {
        if (text.All(c => c is >= ' ' and <= '~' and not ('"' or '<' or '>' or ',' or ';' or ':' or '@' or '\\' or '(' or ')' or '[' or ']' or '=' or '?')))
        {
            return text;
        }

        var words = new List<List<byte>> { new() };
        foreach (var rune in text.EnumerateRunes())
        {
            var bytes = s_utf8.GetBytes(rune.ToString());
            if (words[^1].Count + bytes.Length > 45)
            {
                words.Add([]);
            }

            words[^1].AddRange(bytes);
        }

        return string.Join("\r\n ", words.Select(w => $"=?utf-8?B?{Convert.ToBase64String([.. w])}?="));
    }
}
