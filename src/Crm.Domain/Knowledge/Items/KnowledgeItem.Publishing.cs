using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Knowledge;

public sealed partial class KnowledgeItem
{
    /// <summary>Where it stands after the last act. What the clock has done since is said by <see cref="StatusAt"/>.</summary>
    public KnowledgeStatus Status { get; private set; }

    /// <summary>Since when somebody is asked to check it, or what was written since it was published.</summary>
    public Instant? ReviewRequestedAt { get; private set; }

    /// <summary>From when it was last published, or is to be.</summary>
    public Instant? PublishedAt { get; private set; }

    /// <summary>Id of who last published it.</summary>
    public string? PublishedBy { get; private set; }

    /// <summary>Until when it is readable, that instant left out; null for no end.</summary>
    public Instant? ExpiresAt { get; private set; }

    /// <summary>When it was archived.</summary>
    public Instant? ArchivedAt { get; private set; }

    /// <summary>The item that says it better now, to which its readers are sent.</summary>
    public KnowledgeItemId? ReplacedById { get; private set; }

    /// <summary>Where it stands at an instant: what is scheduled is published and what expires is archived by the clock alone.</summary>
    /// <param name="at">The instant, not before the last act.</param>
    /// <returns>The status.</returns>
    public KnowledgeStatus StatusAt(Instant at) => Status is not (KnowledgeStatus.Published or KnowledgeStatus.Scheduled) ? Status
        : ExpiresAt <= at ? KnowledgeStatus.Archived
        : PublishedAt <= at ? KnowledgeStatus.Published : KnowledgeStatus.Scheduled;

    /// <summary>Whether somebody can ask for a review.</summary>
    /// <param name="by">Who.</param>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>KnowledgeTransitionNotAllowed</c>, <c>KnowledgeItemEmpty</c>, <c>KnowledgeLicenceTooLow</c>.</returns>
    public CrmRuling CanRequestReview(KnowledgeAuthor by, Instant now) =>
        (Next is not null && ReviewRequestedAt is null ? CanChange(now) : CanMove(KnowledgeStatus.InReview, now)).Then(HasAnswer()).Then(Licensed(KnowledgeWork.Write, by));

    /// <summary>Asks for a review of the draft, or of what was written since it was published.</summary>
    /// <param name="by">Who asks.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">See <see cref="CanRequestReview"/>.</exception>
    public void RequestReview(KnowledgeAuthor by, Instant now)
    {
        CanRequestReview(by, now).Demand();
        Status = Status == KnowledgeStatus.Draft ? KnowledgeStatus.InReview : Status;
        ReviewRequestedAt = UpdatedAt = now;
        Raise(new KnowledgeReviewRequested(Id, Latest.Title, LatestVersion, now));
    }

    /// <summary>Whether somebody can give it back to its writers.</summary>
    /// <param name="by">Who.</param>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>KnowledgeTransitionNotAllowed</c>, <c>KnowledgeItemArchived</c>, <c>KnowledgeLicenceTooLow</c>.</returns>
    public CrmRuling CanReturn(KnowledgeAuthor by, Instant now) =>
        (ReviewRequestedAt is not null ? CanChange(now) : CanMove(KnowledgeStatus.Draft, now, StatusAt(now) == KnowledgeStatus.Scheduled)).Then(Licensed(KnowledgeWork.Write, by));

    /// <summary>Gives it back to its writers: out of review, or before it is published.</summary>
    /// <param name="by">Who gives it back.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="reason">Why, one line.</param>
    /// <exception cref="ArgumentException">The reason is too long or no line.</exception>
    /// <exception cref="CrmRuleException">See <see cref="CanReturn"/>.</exception>
    public void Return(KnowledgeAuthor by, Instant now, string? reason = null)
    {
        CanReturn(by, now).Demand();
        var checkedReason = Guard.OptionalLine(reason, MaxNoteLength);
        if (ReviewRequestedAt is null)
        {
            Reopen();
        }

        LeaveReview();
        UpdatedAt = now;
        Raise(new KnowledgeItemReturned(Id, Latest.Title, checkedReason, now));
    }

    /// <summary>Whether somebody can publish the latest version.</summary>
    /// <param name="by">Who.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="period">From when until when; at once and without an end by default.</param>
    /// <returns>The ruling; refused with <c>KnowledgeTransitionNotAllowed</c>, <c>KnowledgeItemEmpty</c>, <c>KnowledgeLicenceTooLow</c>,
    /// <c>KnowledgeReviewMissing</c>, <c>KnowledgeReviewOwn</c>.</returns>
    public CrmRuling CanPublish(KnowledgeAuthor by, Instant now, KnowledgePeriod? period = null)
    {
        ArgumentNullException.ThrowIfNull(by);
        var status = StatusAt(now);
        var isAhead = period?.From > now;

        // What is readable stays so until its next version is published, which is at once.
        return CanMove(
                isAhead ? KnowledgeStatus.Scheduled : KnowledgeStatus.Published, now, status != KnowledgeStatus.Published || Next is not null)
            .Then(HasAnswer())
            .Then(Licensed(KnowledgeWork.Publish, by))
            .Then(Governance != KnowledgeGovernance.Compliance || (status == KnowledgeStatus.Scheduled && Next is null) ? CrmRuling.Permitted
                : ReviewRequestedAt is null ? CrmRuling.Refused(e => e.KnowledgeReviewMissing(Id.ToString()))
                : by.Id == WrittenBy ? CrmRuling.Refused(e => e.KnowledgeReviewOwn(Id.ToString())) : CrmRuling.Permitted);
    }

    /// <summary>Publishes the latest version for the item's audience, now or from an instant that lies ahead.</summary>
    /// <param name="by">Who publishes.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="period">From when until when; at once and without an end by default. What is readable already keeps the instant from which
    /// it expires unless the period names one.</param>
    /// <exception cref="ArgumentException">The period ends before it begins, or has ended.</exception>
    /// <exception cref="CrmRuleException">See <see cref="CanPublish"/>.</exception>
    public void Publish(KnowledgeAuthor by, Instant now, KnowledgePeriod? period = null)
    {
        CanPublish(by, now, period).Demand();
        var from = period?.From is { } first && first > now ? Guard.Storable(first, nameof(period)) : now;
        var until = Ending(period?.Until ?? (StatusAt(now) == KnowledgeStatus.Published ? ExpiresAt : null), from, nameof(period));
        if (Next is { } next)
        {
            Take(next);
            Next = null;
            Doubt(by);
        }
        else if (Confidence == KnowledgeConfidence.WorkInProgress)
        {
            Confidence = KnowledgeConfidence.NotValidated;
        }

        LeaveReview();
        Status = from > now ? KnowledgeStatus.Scheduled : KnowledgeStatus.Published;
        (PublishedVersion, PublishedAt, PublishedBy, ExpiresAt, UpdatedAt) = (LatestVersion, from, by.Id, until, now);
        Raise(from > now ? new KnowledgeItemScheduled(Id, Title, from, until, now) : new KnowledgeItemPublished(Id, Title, Audience, Language, LatestVersion, now));
    }

    /// <summary>Whether somebody can say until when it is readable.</summary>
    /// <param name="by">Who.</param>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>KnowledgeItemNotPublished</c>, <c>KnowledgeLicenceTooLow</c>.</returns>
    public CrmRuling CanLimit(KnowledgeAuthor by, Instant now) => (StatusAt(now) is KnowledgeStatus.Published or KnowledgeStatus.Scheduled
        ? CrmRuling.Permitted
        : CrmRuling.Refused(e => e.KnowledgeItemNotPublished(Id.ToString()))).Then(Licensed(KnowledgeWork.Archive, by));

    /// <summary>Says until when it is readable.</summary>
    /// <param name="until">Until this instant, that one left out; null for no end.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The instant has passed, or lies before the one from which it is readable.</exception>
    /// <exception cref="CrmRuleException">See <see cref="CanLimit"/>.</exception>
    public void Limit(Instant? until, KnowledgeAuthor by, Instant now)
    {
        CanLimit(by, now).Demand();
        ExpiresAt = Ending(until, Instant.Max(now, PublishedAt!.Value), nameof(until));
        UpdatedAt = now;
        Raise(new KnowledgeExpiryChanged(Id, Title, ExpiresAt, now));
    }

    private CrmRuling CanMove(KnowledgeStatus to, Instant now, bool isSo = true) => isSo && KnowledgeRules.From(StatusAt(now)).Contains(to)
        ? CrmRuling.Permitted
        : CrmRuling.Refused(e => e.KnowledgeTransitionNotAllowed(e.NameOf(StatusAt(now)), e.NameOf(to)));

    private CrmRuling HasAnswer() => Latest.IsEmpty ? CrmRuling.Refused(e => e.KnowledgeItemEmpty(Id.ToString())) : CrmRuling.Permitted;

    // Nothing of it is published any more: what was written last is what is being written.
    private void Reopen()
    {
        if (Next is { } next)
        {
            Take(next);
        }

        (Status, Next, PublishedVersion, PublishedAt, PublishedBy, ExpiresAt) = (KnowledgeStatus.Draft, null, null, null, null, null);
    }

    private void LeaveReview()
    {
        Status = Status == KnowledgeStatus.InReview ? KnowledgeStatus.Draft : Status;
        ReviewRequestedAt = null;
    }

    private static Instant? Ending(Instant? until, Instant after, string name) => until is not { } last ? null
        : last > after ? Guard.Storable(last, name)
        : throw new ArgumentException("The end lies ahead, and after the beginning.", name);
}
