using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Knowledge;

public sealed partial class KnowledgeItem
{
    /// <summary>Whether something came due by the clock that no act has said yet.</summary>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>KnowledgeItemNotDue</c>.</returns>
    public CrmRuling CanComeDue(Instant now) => StatusAt(now) != Status ? CrmRuling.Permitted : CrmRuling.Refused(e => e.KnowledgeItemNotDue(Id.ToString()));

    /// <summary>Says what came due by the clock: that it is published, or has expired.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">Nothing came due.</exception>
    public void ComeDue(Instant now)
    {
        CanComeDue(now).Demand();
        if (StatusAt(now) == KnowledgeStatus.Archived)
        {
            PutAway(ExpiresAt!.Value);
            Raise(new KnowledgeItemExpired(Id, Title, ArchivedAt!.Value, now));
        }
        else
        {
            Status = KnowledgeStatus.Published;
            Raise(new KnowledgeItemPublished(Id, Title, Audience, Language, PublishedVersion!.Value, now));
        }

        UpdatedAt = now;
    }

    /// <summary>Whether somebody can archive it.</summary>
    /// <param name="by">Who.</param>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>KnowledgeTransitionNotAllowed</c>, <c>KnowledgeLicenceTooLow</c>.</returns>
    public CrmRuling CanArchive(KnowledgeAuthor by, Instant now) =>
        CanMove(KnowledgeStatus.Archived, now, StatusAt(now) == KnowledgeStatus.Published).Then(Licensed(KnowledgeWork.Archive, by));

    /// <summary>Archives a published item.</summary>
    /// <param name="by">Who archives it.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">See <see cref="CanArchive"/>.</exception>
    public void Archive(KnowledgeAuthor by, Instant now)
    {
        CanArchive(by, now).Demand();
        PutAway(now);
        Raise(new KnowledgeItemArchived(Id, Title, now));
    }

    /// <summary>Whether somebody can discard it.</summary>
    /// <param name="by">Who.</param>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>KnowledgeTransitionNotAllowed</c>, <c>KnowledgeLicenceTooLow</c>.</returns>
    public CrmRuling CanDiscard(KnowledgeAuthor by, Instant now) =>
        CanMove(KnowledgeStatus.Archived, now, StatusAt(now) is not (KnowledgeStatus.Published or KnowledgeStatus.Archived)).Then(Licensed(KnowledgeWork.Write, by));

    /// <summary>Discards what no reader has seen: an answer that was not found, or is not needed. Staff still finds it.</summary>
    /// <param name="by">Who discards it.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">See <see cref="CanDiscard"/>.</exception>
    public void Discard(KnowledgeAuthor by, Instant now)
    {
        CanDiscard(by, now).Demand();
        PutAway(now);
        Raise(new KnowledgeItemDiscarded(Id, Title, now));
    }

    /// <summary>Whether somebody can send its readers to another item.</summary>
    /// <param name="by">Who.</param>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>KnowledgeTransitionNotAllowed</c>, <c>KnowledgeLicenceTooLow</c>.</returns>
    public CrmRuling CanReplace(KnowledgeAuthor by, Instant now) =>
        CanMove(KnowledgeStatus.Archived, now, StatusAt(now) is KnowledgeStatus.Published or KnowledgeStatus.Archived).Then(Licensed(KnowledgeWork.Archive, by));

    /// <summary>Archives it, unless it is archived, and sends its readers to another item.</summary>
    /// <param name="replacement">The item that says it better now.</param>
    /// <param name="by">Who replaces it.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The item would replace itself.</exception>
    /// <exception cref="CrmRuleException">See <see cref="CanReplace"/>.</exception>
    public void Replace(KnowledgeItemId replacement, KnowledgeAuthor by, Instant now)
    {
        CanReplace(by, now).Demand();
        if (Guard.NotEmpty(replacement) == Id)
        {
            throw new ArgumentException("An item does not replace itself.", nameof(replacement));
        }

        PutAway(ArchivedAt ?? (ExpiresAt <= now ? ExpiresAt.Value : now));
        (ReplacedById, UpdatedAt) = (replacement, now);
        Raise(new KnowledgeItemReplaced(Id, Title, replacement, now));
    }

    /// <summary>Whether somebody can give it back to its writers.</summary>
    /// <param name="by">Who.</param>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>KnowledgeTransitionNotAllowed</c>, <c>KnowledgeLicenceTooLow</c>.</returns>
    public CrmRuling CanRestore(KnowledgeAuthor by, Instant now) =>
        CanMove(KnowledgeStatus.Draft, now, StatusAt(now) == KnowledgeStatus.Archived).Then(Licensed(KnowledgeWork.Archive, by));

    /// <summary>Gives an archived item back to its writers as a draft, not validated.</summary>
    /// <param name="by">Who restores it.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">See <see cref="CanRestore"/>.</exception>
    public void Restore(KnowledgeAuthor by, Instant now)
    {
        CanRestore(by, now).Demand();
        Reopen();
        LeaveReview();
        (ArchivedAt, ReplacedById, UpdatedAt) = (null, null, now);
        Confidence = Latest.IsEmpty ? KnowledgeConfidence.WorkInProgress : KnowledgeConfidence.NotValidated;
        ReusesOfVersion = 0;
        Raise(new KnowledgeItemRestored(Id, Title, now));
    }

    private void PutAway(Instant at)
    {
        LeaveReview();
        (Status, Confidence, ArchivedAt, UpdatedAt) = (KnowledgeStatus.Archived, KnowledgeConfidence.Archived, at, at);
    }
}
