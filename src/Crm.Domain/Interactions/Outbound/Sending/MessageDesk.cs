using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>
/// Sends messages to customers over every channel: composes them from templates or free words, checks consent, restriction, suppressed
/// addresses and ceilings, and queues them. They are sent through the outbox, by the senders that the host registered.
/// </summary>
/// <remarks>Scoped service. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class MessageDesk(
    IOutboundMessageStore messages,
    IOutboundMessageQueries queries,
    IMessageRecipients recipients,
    IMessageTemplateStore templates,
    IEnumerable<IMessageValueSource> sources,
    ISendPermissions permissions,
    IMessageIdIssuer messageIds,
    IChannelCatalog channels,
    OutboundOptions options,
    CrmActs acts)
{
    private readonly MessageWriting _writing = new(recipients, templates, sources, channels, acts);
    private readonly MessageChecks _checks = new(permissions, queries, options, acts.Errors);

    /// <summary>Writes a message and queues it. It is checked now, and once more right before it is sent.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The message, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>TemplateNotFound</c>, <c>TemplateArchived</c>, <c>TemplateResultTooLarge</c>, <c>ChannelUnknown</c>,
    /// <c>HeaderNotOneLine</c>, <c>MessageNotPermitted</c> with the barrier as target, <c>MessageCeilingReached</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<OutboundMessage>> ComposeAsync(MessageDraft draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return acts.MakeAsync<OutboundMessage>(
            "interactions.send-message",
            async now =>
            {
                var writing = await _writing.WriteAsync(draft, cancellationToken).ConfigureAwait(false);
                if (!writing.TryGetValue(out var written))
                {
                    return CrmResult<OutboundMessage>.Failed(writing.Errors);
                }

                var permitted = await _checks.PermitAsync(written.Details, draft.Address, cancellationToken).ConfigureAwait(false);
                if (!permitted.TryGetValue(out var permission))
                {
                    return CrmResult<OutboundMessage>.Failed(permitted.Errors);
                }

                var to = AddressOf(written, permission, draft.Address);
                if (to is null)
                {
                    return acts.Errors.MessageNotPermitted(acts.Errors.InvalidValue("address", "The channel needs one.").Message) with { Target = "NoAddress" };
                }

                if (await _checks.CountAsync(to.Key, draft.About, draft.IsAutomatic, null, now, cancellationToken).ConfigureAwait(false) is { } reached)
                {
                    return reached;
                }

                var id = OutboundMessageId.New(now);
                var agent = acts.Gate.Actor.Kind == ActorKind.Agent ? acts.Gate.Actor.Id : null;
                var queued = new OutboundMessage(id, written.Details, to, written.Content, messageIds.Issue(id, draft.About, options.MessageIdDomain), agent, now);
                messages.Add(queued);
                return queued;
            },
            cancellationToken);
    }

    /// <summary>Writes a message without queueing it, to be looked at. Nothing is asked of consent.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>What it would say, or the errors of <see cref="ComposeAsync"/> up to <c>HeaderNotOneLine</c>.</returns>
    public Task<CrmResult<OutboundContent>> PreviewAsync(MessageDraft draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return acts.MakeAsync<OutboundContent>(
            "interactions.send-message",
            async _ =>
            {
                var writing = await _writing.WriteAsync(draft, cancellationToken).ConfigureAwait(false);
                return writing.TryGetValue(out var written) ? written.Content : CrmResult<OutboundContent>.Failed(writing.Errors);
            },
            cancellationToken);
    }

    /// <summary>Finds a message.</summary>
    /// <param name="id">The message.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The message; null when there is none or the actor may not read it.</returns>
    public async Task<OutboundMessage?> FindAsync(OutboundMessageId id, CancellationToken cancellationToken = default)
    {
        var found = await messages.FindAsync(id, cancellationToken).ConfigureAwait(false);
        return found is not null && acts.Gate.MayRead(found.Audience) && acts.Gate.Readable.Includes(found.CustomerId.ToSubject()) ? found : null;
    }

    /// <summary>Lists messages that the actor may read, queued last first.</summary>
    /// <param name="criteria">Which messages; all when null.</param>
    /// <param name="page">Which page; the first 50 rows when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    public Task<Page<OutboundSummary>> ListAsync(OutboundCriteria? criteria = null, PageRequest? page = null, CancellationToken cancellationToken = default) =>
        queries.ListAsync(criteria ?? OutboundCriteria.All, acts.Gate.Readable, acts.Gate.ReadableAudiences, page ?? PageRequest.First, cancellationToken);

    /// <summary>Calls a message off that was not sent yet.</summary>
    /// <param name="id">The message.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The message, or <c>ActNotAllowed</c>, <c>MessageNotFound</c>, <c>VersionConflict</c>, <c>MessageNotQueued</c>.</returns>
    public Task<CrmResult<OutboundMessage>> WithdrawAsync(OutboundMessageId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("interactions.withdraw-message", id, expectedVersion, m => m.CanSend(), (m, now) => m.Withdraw(now), cancellationToken);

    /// <summary>Tries a parked message again.</summary>
    /// <param name="id">The message.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The message, or <c>ActNotAllowed</c>, <c>MessageNotFound</c>, <c>VersionConflict</c>, <c>MessageNotFailed</c>.</returns>
    public Task<CrmResult<OutboundMessage>> RetryAsync(OutboundMessageId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("interactions.retry-message", id, expectedVersion, m => m.CanRetry(), (m, now) => m.Retry(now), cancellationToken);

    private static OutboundAddress? AddressOf(WrittenMessage written, SendPermission permission, string? wanted)
    {
        var recipient = written.Recipient;
        return written.AddressKind switch
        {
            ChannelAddress.Postal => recipient.PostalAddress is { } post ? new(recipient.Name, $"{recipient.Name}\n{post.Format()}", recipient.CustomerId.ToString()) : null,
            ChannelAddress.None or ChannelAddress.Handle => wanted is null ? null : new(recipient.Name, wanted, FoldedText.Of(wanted)),
            _ => permission is { Address: { } address, AddressKey: { } key } ? new(recipient.Name, address, key) : null,
        };
    }

    private Task<CrmResult<OutboundMessage>> ChangeAsync(
        string act, OutboundMessageId id, long? expectedVersion, Func<OutboundMessage, CrmRuling> may, Action<OutboundMessage, Instant> change, CancellationToken cancellationToken) =>
        acts.ChangeAsync(act, messages.FindAsync(id, cancellationToken), e => e.MessageNotFound(id.ToString()), expectedVersion, may, change, cancellationToken);
}
