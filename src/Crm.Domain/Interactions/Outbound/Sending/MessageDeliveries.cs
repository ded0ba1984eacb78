using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>
/// Hands on messages whose turn has come, those that wait after a failed try included, and notes what senders and mail servers report.
/// </summary>
/// <remarks>Scoped service. No act saves; the host saves once. Two processes that hand on the same message collide, and one of them saves.</remarks>
[FrontDoor]
public sealed class MessageDeliveries(IOutboundMessageStore messages, IOutboundMessageQueries queries, CrmActs acts)
{
    /// <summary>Most messages of one call: 1,000.</summary>
    public const int MaxTake = 1000;

    /// <summary>When the next message is due, one that is overdue included; for staff.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The moment; null when none waits, or the actor may not read it.</returns>
    public async Task<Instant?> NextDueAsync(CancellationToken cancellationToken = default) =>
        acts.Gate.Readable.Everything ? await queries.NextDueAsync(cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Hands on messages whose turn has come, the longest due first; they are sent through the outbox.</summary>
    /// <param name="take">How many at most; call again while as many come back.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>How many, or <c>ActNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<int>> ReleaseDueAsync(int take = 100, CancellationToken cancellationToken = default) => acts.MakeAsync<int>(
        "interactions.release-messages",
        async now =>
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(take, MaxTake);
            var due = (await messages.DueAsync(now, take, cancellationToken).ConfigureAwait(false)).Where(m => m.CanRelease(now)).ToList();
            due.ForEach(m => m.Release(now));
            return due.Count;
        },
        cancellationToken);

    /// <summary>Notes that a message arrived.</summary>
    /// <param name="messageId">Its Message-ID.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The message, or <c>ActNotAllowed</c>, <c>MessageNotFound</c>, <c>MessageNotSent</c>.</returns>
    public Task<CrmResult<OutboundMessage>> DeliveredAsync(string messageId, CancellationToken cancellationToken = default) => acts.ChangeAsync(
        "interactions.deliver-message", messages.FindByMessageIdAsync(messageId, cancellationToken), e => e.MessageNotFound(messageId), null, m => m.CanDeliver(), (m, now) => m.MarkDelivered(now), cancellationToken);

    /// <summary>Notes that a message came back.</summary>
    /// <param name="messageId">Its Message-ID.</param>
    /// <param name="reason">Why, as the other side says, one line of at most 400 characters.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The message, or <c>ActNotAllowed</c>, <c>MessageNotFound</c>, <c>MessageNotSent</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<OutboundMessage>> BouncedAsync(string messageId, string reason, CancellationToken cancellationToken = default) => acts.ChangeAsync(
        "interactions.bounce-message", messages.FindByMessageIdAsync(messageId, cancellationToken), e => e.MessageNotFound(messageId), null, m => m.CanBounce(), (m, now) => m.MarkBounced(reason, now), cancellationToken);
}
