using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>
/// Sends messages that the outbox hands on. Permission and ceilings are asked once more, so that what was withdrawn meanwhile is not sent.
/// Message, contact and the note that the event was handled are one save; where that is lost after the sender took the message, the next
/// try comes with the same idempotency key.
/// </summary>
internal sealed class MessageSending(
    IOutboundMessageStore messages, ISendPermissions permissions, IOutboundMessageQueries queries, IEnumerable<IMessageSender> senders, IEnumerable<IMessageSeal> seals, ContactHistory history, OutboundOptions options, CrmActs acts)
    : ICrmEventHandler<OutboundMessageQueued>, ICrmEventHandler<OutboundMessageReleased>
{
    private readonly MessageChecks _checks = new(permissions, queries, options, acts.Errors);

    public Task HandleAsync(OutboundMessageQueued happened, CrmDelivery delivery, CancellationToken cancellationToken) =>
        happened.IsDue ? SendAsync(happened.MessageId, cancellationToken) : Task.CompletedTask;

    public Task HandleAsync(OutboundMessageReleased happened, CrmDelivery delivery, CancellationToken cancellationToken) => SendAsync(happened.MessageId, cancellationToken);

    private async Task SendAsync(OutboundMessageId id, CancellationToken cancellationToken)
    {
        var message = await messages.FindAsync(id, cancellationToken).ConfigureAwait(false);
        if (message is null || !message.CanSend() || message.DueAt is not null)
        {
            return;
        }

        if (await BarrierAsync(message, cancellationToken).ConfigureAwait(false) is { } barrier)
        {
            message.Refuse(barrier, acts.Now);
            return;
        }

        var outcome = await TryAsync(message, cancellationToken).ConfigureAwait(false);
        var now = acts.Now;
        if (!outcome.IsSent)
        {
            var isOver = outcome.IsFinal || message.Attempts + 1 >= options.MaxAttempts;
            message.MarkFailed(Line(outcome.Reason) ?? "?", isOver ? null : now + options.WaitAfter(message.Attempts + 1), now);
            return;
        }

        var contact = await history.RecordAsync(
            new ContactDetails(message.CustomerId, message.Channel, Direction.Outbound, message.Subject)
            {
                Body = message.Text,
                At = now,
                AgentId = message.AgentId,
                CustomerAddress = Line(message.Address, Interaction.MaxAddressLength),
                ExternalId = message.MessageId,
                InReplyTo = message.InReplyTo,
                IsAutomatic = message.IsAutomatic,
                About = message.About,
                Audience = message.Audience,
            },
            cancellationToken).ConfigureAwait(false);
        message.MarkSent(Line(outcome.Reference), contact.Value.Id, now);
    }

    private async Task<string?> BarrierAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        var permission = await permissions.AskAsync(message.CustomerId, message.Purpose, message.Channel, message.Address, cancellationToken).ConfigureAwait(false);
        return permission.Barrier
            ?? (await _checks.CountAsync(message.AddressKey, message.About, message.IsAutomatic, message.Id, acts.Now, cancellationToken).ConfigureAwait(false))?.Code;
    }

    private async Task<SendOutcome> TryAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        // The last one registered counts, as with other services.
        if (senders.LastOrDefault(s => s.Channel == message.Channel) is not { } sender)
        {
            return SendOutcome.TryAgain(acts.Errors.MessageSenderMissing(message.Channel.Value).Code);
        }

        try
        {
            var complete = MessageToSend.Of(message);
            foreach (var seal in seals)
            {
                complete = await seal.CompleteAsync(complete, message.CustomerId, cancellationToken).ConfigureAwait(false);
            }

            return await sender.SendAsync(complete, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever a host's sender throws is a failed try.
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return SendOutcome.TryAgain($"{failure.GetType().Name}: {failure.Message}");
        }
    }

    // What comes from senders is made to fit, never refused.
    private static string? Line(string? text, int most = OutboundMessage.MaxReasonLength)
    {
        var cut = text is null ? string.Empty : string.Concat(text.EnumerateRunes().Select(r => System.Text.Rune.IsControl(r) || r.Value is 0x2028 or 0x2029 ? " " : r.ToString())).Trim();
        while (cut.Length > most || cut.Normalize().Length > most)
        {
            cut = cut[..(char.IsHighSurrogate(cut[Math.Min(cut.Length, most) - 2]) ? Math.Min(cut.Length, most) - 2 : Math.Min(cut.Length, most) - 1)];
        }

        return cut.Length == 0 ? null : cut;
    }
}
