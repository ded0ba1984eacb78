using Crm.Domain.Interactions;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Interactions;

/// <summary>How outbound messages are printed.</summary>
internal static class MessageRows
{
    public static IReadOnlyList<string> Columns { get; } = ["Queued", "Channel", "Purpose", "To", "Subject", "Stands", "Because", "Id"];

    public static object Row(OutboundSummary m) => new
    {
        m.Id, m.CustomerId, Channel = m.Channel.Value, m.Purpose, m.Subject, m.Recipient, m.Status, m.Reason, m.Attempts, m.QueuedAt, m.DueAt, m.SentAt,
    };

    public static object?[] Cells(OutboundSummary m) => [m.QueuedAt, m.Channel, m.Purpose, m.Recipient, m.Subject, m.Status, m.Reason, m.Id];

    public static object Document(OutboundMessage m) => new
    {
        m.Id, m.CustomerId, Channel = m.Channel.Value, m.Purpose, m.About, m.IsAutomatic, m.TemplateKey, m.TemplateVersion, Language = m.Language?.Value, m.Recipient, m.Address, m.Subject, m.Text, m.Html,
        m.MessageId, m.InReplyTo, m.Status, m.Reason, m.Attempts, m.QueuedAt, m.DueAt, m.SentAt, m.SettledAt, m.SenderReference, Interaction = m.InteractionId,
    };

    public static Report Show(this Report report, OutboundMessage m) => report.Heading(m.Subject).Fields(
        ("Id", m.Id), ("To", $"{m.Recipient}, {m.Address.ReplaceLineEndings(", ")}"), ("Channel", m.Channel), ("Purpose", m.Purpose), ("Stands", m.Status), ("Because", m.Reason), ("Tries", m.Attempts), ("Queued", m.QueuedAt),
        ("Due", m.DueAt), ("Sent", m.SentAt), ("Message-ID", m.MessageId), ("Contact", m.InteractionId), ("Says", m.Text));
}
