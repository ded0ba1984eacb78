using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>One customer of the audience of a campaign: what it gets and why not, and what came of it. Of one campaign and customer there is one at most.</summary>
public sealed class CampaignRecipient : AggregateRoot<CampaignRecipientId>
{
    private CampaignRecipient()
    {
    }

    /// <summary>Takes a customer into the audience.</summary>
    /// <param name="id">The id.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="place">What it is to get.</param>
    /// <param name="now">The current instant.</param>
    public CampaignRecipient(CampaignRecipientId id, CampaignId campaignId, CampaignPlace place, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(place);
        var verdict = place.Verdict;
        (CampaignId, CustomerId, PlannedAt, IsTest) = (Guard.NotEmpty(campaignId), Guard.NotEmpty(verdict.RecipientId), now, place.IsTest && verdict.MaySend);
        IsPermitted = verdict.Reason is null or SkipReason.FrequencyCap;
        (Zone, AddressKey) = (Guard.OptionalLine(verdict.Zone, 100), Guard.OptionalLine(verdict.AddressKey, PlannedSending.MaxKeyLength));
        if (!verdict.MaySend)
        {
            (Status, Reason) = (CampaignRecipientStatus.Skipped, Guard.Defined(verdict.Reason!.Value));
        }
        else if (place.IsControl || place.Variant is null)
        {
            Status = place.IsControl ? CampaignRecipientStatus.Control : CampaignRecipientStatus.Waiting;
        }
        else
        {
            (Status, Variant) = (CampaignRecipientStatus.Planned, Guard.Line(place.Variant, CampaignVariant.MaxKeyLength));
            (DueAt, IsPostponed) = (verdict.DueAt, verdict.IsPostponed);
        }

        Raise(new CampaignRecipientPlanned(id, campaignId, CustomerId, Status, now));
    }

    /// <summary>The campaign.</summary>
    public CampaignId CampaignId { get; private set; }

    /// <summary>The customer.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>How far it is.</summary>
    public CampaignRecipientStatus Status { get; private set; }

    /// <summary>Why it gets nothing; null while it may.</summary>
    public SkipReason? Reason { get; private set; }

    /// <summary>Whether it was permitted when the audience was taken, as those are that the control group is compared with.</summary>
    public bool IsPermitted { get; private set; }

    /// <summary>Whether it takes part in the test of variants.</summary>
    public bool IsTest { get; private set; }

    /// <summary>What it gets.</summary>
    public string? Variant { get; private set; }

    /// <summary>When it is to be sent; null once it was, or never is.</summary>
    public Instant? DueAt { get; private set; }

    /// <summary>Whether the frequency cap or a closed window put it off.</summary>
    public bool IsPostponed { get; private set; }

    /// <summary>By whose clocks it was planned.</summary>
    public string? Zone { get; private set; }

    /// <summary>By which two notations of the address are the same.</summary>
    public string? AddressKey { get; private set; }

    /// <summary>When it came into the audience.</summary>
    public Instant PlannedAt { get; private set; }

    /// <summary>The message.</summary>
    public OutboundMessageId? MessageId { get; private set; }

    /// <summary>When it was sent.</summary>
    public Instant? SentAt { get; private set; }

    /// <summary>When it arrived, or had arrived at the latest.</summary>
    public Instant? DeliveredAt { get; private set; }

    /// <summary>When it was first opened, or had been at the latest.</summary>
    public Instant? OpenedAt { get; private set; }

    /// <summary>When it was first clicked.</summary>
    public Instant? ClickedAt { get; private set; }

    /// <summary>When it was first answered.</summary>
    public Instant? RepliedAt { get; private set; }

    /// <summary>When it came back.</summary>
    public Instant? BouncedAt { get; private set; }

    /// <summary>Whether it came back for good.</summary>
    public bool IsHardBounce { get; private set; }

    /// <summary>When the customer opted out by it.</summary>
    public Instant? OptedOutAt { get; private set; }

    /// <summary>When the customer first did what it was for.</summary>
    public Instant? ConvertedAt { get; private set; }

    private bool IsOpen => Status is CampaignRecipientStatus.Waiting or CampaignRecipientStatus.Planned;

    /// <summary>Whether it can be given another time.</summary>
    /// <returns>The ruling; refused with <c>CampaignRecipientNotInStatus</c>.</returns>
    public CrmRuling CanReplan() => IsOpen ? CrmRuling.Permitted : Refused();

    /// <summary>Gives it another time, and a variant where it had none.</summary>
    /// <param name="variant">The variant.</param>
    /// <param name="verdict">Whether and when.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is handed on or skipped already.</exception>
    public void Replan(string variant, SendingVerdict verdict, Instant now)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        CanReplan().Demand();
        var (wasWaiting, key) = (Status == CampaignRecipientStatus.Waiting, Guard.Line(variant, CampaignVariant.MaxKeyLength));
        (Status, Reason, Variant) = verdict.MaySend ? (CampaignRecipientStatus.Planned, (SkipReason?)null, key) : (CampaignRecipientStatus.Skipped, verdict.Reason, Variant ?? key);
        (DueAt, IsPostponed) = (verdict.DueAt, IsPostponed || verdict.IsPostponed || !wasWaiting);
        Raise(new CampaignRecipientReplanned(Id, CampaignId, CustomerId, DueAt, now));
    }

    /// <summary>Whether its message can be handed on.</summary>
    /// <returns>The ruling; refused with <c>CampaignRecipientNotInStatus</c>.</returns>
    public CrmRuling CanQueue() => Status == CampaignRecipientStatus.Planned ? CrmRuling.Permitted : Refused();

    /// <summary>Hands its message on.</summary>
    /// <param name="messageId">The message.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not planned.</exception>
    public void Queue(OutboundMessageId messageId, Instant now)
    {
        CanQueue().Demand();
        (Status, MessageId, DueAt) = (CampaignRecipientStatus.Queued, Guard.NotEmpty(messageId), null);
        Raise(new CampaignMessageQueued(Id, CampaignId, CustomerId, messageId, now));
    }

    /// <summary>Whether it can still be skipped.</summary>
    /// <returns>The ruling; refused with <c>CampaignRecipientNotInStatus</c> once it was sent.</returns>
    public CrmRuling CanSkip() => IsOpen || Status == CampaignRecipientStatus.Queued ? CrmRuling.Permitted : Refused();

    /// <summary>Skips it.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It was sent or skipped already.</exception>
    public void Skip(SkipReason reason, Instant now)
    {
        CanSkip().Demand();
        (Status, Reason, DueAt) = (CampaignRecipientStatus.Skipped, Guard.Defined(reason), null);
        Raise(new CampaignRecipientSkipped(Id, CampaignId, CustomerId, reason, now));
    }

    /// <summary>Whether it can fail.</summary>
    /// <returns>The ruling; refused with <c>CampaignRecipientNotInStatus</c>.</returns>
    public CrmRuling CanFail() => Status == CampaignRecipientStatus.Queued ? CrmRuling.Permitted : Refused();

    /// <summary>Notes that it could not be sent.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not handed on.</exception>
    public void Fail(Instant now)
    {
        CanFail().Demand();
        Status = CampaignRecipientStatus.Failed;
        Raise(new CampaignMessageFailed(Id, CampaignId, CustomerId, now));
    }

    /// <summary>Whether a response can be noted: that it was sent, once it is handed on; anything else, once it was sent.</summary>
    /// <param name="kind">What happened.</param>
    /// <returns>The ruling; refused with <c>CampaignRecipientNotInStatus</c>.</returns>
    public CrmRuling CanRespond(CampaignResponseKind kind) =>
        Status == CampaignRecipientStatus.Sent || (kind == CampaignResponseKind.Sent && Status is CampaignRecipientStatus.Queued or CampaignRecipientStatus.Failed) ? CrmRuling.Permitted : Refused();

    /// <summary>
    /// Notes what happened. The order in which it is heard of does not matter: of each kind the earliest moment stays, a click and an answer imply that it was
    /// opened, and what is known never becomes less.
    /// </summary>
    /// <param name="kind">What happened.</param>
    /// <param name="at">When.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It was not sent.</exception>
    public void Respond(CampaignResponseKind kind, Instant at, Instant now)
    {
        CanRespond(Guard.Defined(kind)).Demand();
        var when = Guard.Storable(at.ToMicroseconds());
        switch (kind)
        {
            case CampaignResponseKind.Sent:
                (Status, SentAt) = (CampaignRecipientStatus.Sent, Earlier(SentAt, when));
                break;
            case CampaignResponseKind.Clicked:
                ClickedAt = Earlier(ClickedAt, when);
                break;
            case CampaignResponseKind.Replied:
                RepliedAt = Earlier(RepliedAt, when);
                break;
            case CampaignResponseKind.BouncedSoft or CampaignResponseKind.BouncedHard:
                (BouncedAt, IsHardBounce) = (Earlier(BouncedAt, when), IsHardBounce || kind == CampaignResponseKind.BouncedHard);
                break;
            case CampaignResponseKind.OptedOut:
                OptedOutAt = Earlier(OptedOutAt, when);
                break;
            case CampaignResponseKind.Converted:
                ConvertedAt = Earlier(ConvertedAt, when);
                break;
        }

        var isOpening = kind is CampaignResponseKind.Opened or CampaignResponseKind.Clicked or CampaignResponseKind.Replied;
        OpenedAt = isOpening ? Earlier(OpenedAt, when) : OpenedAt;
        DeliveredAt = isOpening || kind == CampaignResponseKind.Delivered ? Earlier(DeliveredAt, when) : DeliveredAt;
        Raise(new CampaignResponded(Id, CampaignId, CustomerId, kind, now));
    }

    private static Instant Earlier(Instant? known, Instant at) => known is { } before && before < at ? before : at;

    private CrmRuling Refused() => CrmRuling.Refused(e => e.CampaignRecipientNotInStatus(e.NameOf(Status)));
}
