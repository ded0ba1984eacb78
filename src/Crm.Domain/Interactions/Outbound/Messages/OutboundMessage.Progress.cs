using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Interactions;

public sealed partial class OutboundMessage
{
    /// <summary>Whether it can be sent now.</summary>
    /// <returns>The ruling; refused with <c>MessageNotQueued</c>.</returns>
    public CrmRuling CanSend() => May(OutboundStatus.Queued);

    /// <summary>Whether its turn has come: its time is there, or the wait after a failed try is over.</summary>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>MessageNotQueued</c>.</returns>
    public CrmRuling CanRelease(Instant now) => CanSend().Then(DueAt <= now ? CrmRuling.Permitted : Refusal());

    /// <summary>Hands it on to be sent, through the outbox.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">Its turn has not come, or it is not queued.</exception>
    public void Release(Instant now)
    {
        CanRelease(now).Demand();
        DueAt = null;
        Raise(new OutboundMessageReleased(Id, Attempts + 1, now));
    }

    /// <summary>Notes that the sender took it.</summary>
    /// <param name="senderReference">Its id at the sender.</param>
    /// <param name="interactionId">The contact that it was recorded as.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not queued.</exception>
    public void MarkSent(string? senderReference, InteractionId interactionId, Instant now)
    {
        CanSend().Demand();
        var (reference, contact) = (Guard.OptionalLine(senderReference, MaxKeyLength), Guard.NotEmpty(interactionId));
        (Status, SentAt, SenderReference, InteractionId, Reason, DueAt) = (OutboundStatus.Sent, now, reference, contact, null, null);
        Raise(new OutboundMessageSent(Id, CustomerId, Channel, Purpose, contact, now));
    }

    /// <summary>Notes that a try failed: it waits and is tried again, or is parked.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="retryAt">When it is tried again; null when it never is.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not queued.</exception>
    public void MarkFailed(string reason, Instant? retryAt, Instant now)
    {
        CanSend().Demand();
        var why = Guard.Line(reason, MaxReasonLength);
        (Attempts, Reason, DueAt) = (Attempts + 1, why, retryAt);
        (Status, SettledAt) = retryAt is null ? (OutboundStatus.Failed, (Instant?)now) : (Status, null);
        Raise(new OutboundMessageFailed(Id, CustomerId, Channel, Attempts, retryAt, now));
    }

    /// <summary>Notes that it was not sent, since it was no longer permitted.</summary>
    /// <param name="reason">The barrier.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not queued.</exception>
    public void Refuse(string reason, Instant now)
    {
        CanSend().Demand();
        var why = Guard.Line(reason, MaxReasonLength);
        (Status, Reason, SettledAt, DueAt) = (OutboundStatus.Refused, why, now, null);
        Raise(new OutboundMessageRefused(Id, CustomerId, Channel, Purpose, why, now));
    }

    /// <summary>Calls it off.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not queued any more.</exception>
    public void Withdraw(Instant now)
    {
        CanSend().Demand();
        (Status, SettledAt, DueAt) = (OutboundStatus.Withdrawn, now, null);
        Raise(new OutboundMessageWithdrawn(Id, now));
    }

    /// <summary>Whether a parked message can be tried again.</summary>
    /// <returns>The ruling; refused with <c>MessageNotFailed</c>.</returns>
    public CrmRuling CanRetry() => Status == OutboundStatus.Failed ? CrmRuling.Permitted : CrmRuling.Refused(e => e.MessageNotFailed(Subject, e.NameOf(Status)));

    /// <summary>Tries a parked message again, from its first try.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not parked.</exception>
    public void Retry(Instant now)
    {
        CanRetry().Demand();
        (Status, Attempts, SettledAt, DueAt) = (OutboundStatus.Queued, 0, null, null);
        Raise(new OutboundMessageReleased(Id, 1, now));
    }

    /// <summary>Whether it can be noted as arrived.</summary>
    /// <returns>The ruling; refused with <c>MessageNotSent</c>.</returns>
    public CrmRuling CanDeliver() => Status == OutboundStatus.Sent ? CrmRuling.Permitted : CrmRuling.Refused(e => e.MessageNotSent(Subject, e.NameOf(Status)));

    /// <summary>Notes that it arrived.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It was not sent, or came back.</exception>
    public void MarkDelivered(Instant now)
    {
        CanDeliver().Demand();
        (Status, SettledAt) = (OutboundStatus.Delivered, now);
        Raise(new OutboundMessageDelivered(Id, CustomerId, Channel, now));
    }

    /// <summary>Whether it can be noted as come back.</summary>
    /// <returns>The ruling; refused with <c>MessageNotSent</c>.</returns>
    public CrmRuling CanBounce() => Status is OutboundStatus.Sent or OutboundStatus.Delivered ? CrmRuling.Permitted : CrmRuling.Refused(e => e.MessageNotSent(Subject, e.NameOf(Status)));

    /// <summary>Notes that it came back.</summary>
    /// <param name="reason">Why, as the other side says.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It was not sent, or came back already.</exception>
    public void MarkBounced(string reason, Instant now)
    {
        CanBounce().Demand();
        var why = Guard.Line(reason, MaxReasonLength);
        (Status, Reason, SettledAt) = (OutboundStatus.Bounced, why, now);
        Raise(new OutboundMessageBounced(Id, CustomerId, Channel, why, now));
    }

    private CrmRuling May(OutboundStatus status) => Status == status ? CrmRuling.Permitted : Refusal();

    private CrmRuling Refusal() => CrmRuling.Refused(e => e.MessageNotQueued(Subject, e.NameOf(Status)));
}
