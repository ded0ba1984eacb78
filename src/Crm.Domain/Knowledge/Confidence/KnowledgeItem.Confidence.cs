using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Knowledge;

public sealed partial class KnowledgeItem
{
    /// <summary>How far it is trusted.</summary>
    public KnowledgeConfidence Confidence { get; private set; }

    /// <summary>Who may change it.</summary>
    public KnowledgeGovernance Governance { get; private set; }

    /// <summary>How often it was reused, such as to solve a case.</summary>
    public int ReuseCount { get; private set; }

    /// <summary>How often it was reused since anything raised doubt in it.</summary>
    public int ReusesOfVersion { get; private set; }

    /// <summary>When it was last reused.</summary>
    public Instant? ReusedAt { get; private set; }

    /// <summary>Whether somebody can trust it more, or less.</summary>
    /// <param name="confidence">How far.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>KnowledgeItemArchived</c>, <c>KnowledgeConfidenceNotAllowed</c>, <c>KnowledgeItemEmpty</c>, <c>KnowledgeLicenceTooLow</c>.</returns>
    public CrmRuling CanTrust(KnowledgeConfidence confidence, KnowledgeAuthor by, Instant now) => CanChange(now)
        .Then(KnowledgeRules.From(Confidence).Contains(confidence) && (confidence != KnowledgeConfidence.WorkInProgress || PublishedVersion is null)
            ? CrmRuling.Permitted
            : CrmRuling.Refused(e => e.KnowledgeConfidenceNotAllowed(e.NameOf(Confidence), e.NameOf(confidence))))
        .Then(confidence == KnowledgeConfidence.WorkInProgress || !Content.IsEmpty ? CrmRuling.Permitted : CrmRuling.Refused(e => e.KnowledgeItemEmpty(Id.ToString())))
        .Then(Licensed(confidence == KnowledgeConfidence.Validated ? KnowledgeWork.Validate : KnowledgeWork.Write, by));

    /// <summary>Trusts it more, or less, as whoever finds a fault in it does.</summary>
    /// <param name="confidence">How far.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="reason">Why, one line.</param>
    /// <exception cref="ArgumentException">The reason is too long or no line.</exception>
    /// <exception cref="CrmRuleException">See <see cref="CanTrust"/>.</exception>
    public void Trust(KnowledgeConfidence confidence, KnowledgeAuthor by, Instant now, string? reason = null)
    {
        Guard.Defined(confidence);
        CanTrust(confidence, by, now).Demand();
        var (before, checkedReason) = (Confidence, Guard.OptionalLine(reason, MaxNoteLength));
        Confidence = confidence;
        ReusesOfVersion = confidence == KnowledgeConfidence.Validated ? ReusesOfVersion : 0;
        UpdatedAt = now;
        Raise(new KnowledgeConfidenceChanged(Id, before, confidence, checkedReason, now));
    }

    /// <summary>Whether somebody can set who may change it.</summary>
    /// <param name="by">Who.</param>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>KnowledgeItemArchived</c>, <c>KnowledgeLicenceTooLow</c>.</returns>
    public CrmRuling CanGovern(KnowledgeAuthor by, Instant now) => CanChange(now).Then(Licensed(KnowledgeWork.Govern, by));

    /// <summary>Sets who may change it.</summary>
    /// <param name="governance">Who may.</param>
    /// <param name="by">Who sets it.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">See <see cref="CanGovern"/>.</exception>
    public void Govern(KnowledgeGovernance governance, KnowledgeAuthor by, Instant now)
    {
        Guard.Defined(governance);
        CanGovern(by, now).Demand();
        (Governance, UpdatedAt) = (governance, now);
        Raise(new KnowledgeGovernanceChanged(Id, governance, now));
    }

    /// <summary>Whether it can be reused.</summary>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>KnowledgeItemArchived</c>.</returns>
    public CrmRuling CanReuse(Instant now) => CanChange(now);

    /// <summary>
    /// Counts that it was reused, such as to solve a case. Reuse is the review of what grows with experience: an answer that was reused often
    /// enough since anything raised doubt in it is validated. Who calls this counts each case once.
    /// </summary>
    /// <param name="validatedAfter">After how many reuses it is validated; 0 for never. See <see cref="KnowledgeOptions.ReusesToValidate"/>.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is archived.</exception>
    public void Reused(int validatedAfter, Instant now)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(validatedAfter);
        CanReuse(now).Demand();
        (ReuseCount, ReusesOfVersion, ReusedAt) = (ReuseCount + 1, ReusesOfVersion + 1, now);
        if (Confidence == KnowledgeConfidence.NotValidated && Governance == KnowledgeGovernance.Experience && validatedAfter > 0 && ReusesOfVersion >= validatedAfter)
        {
            Confidence = KnowledgeConfidence.Validated;
        }

        Raise(new KnowledgeItemReused(Id, ReuseCount, Confidence, now));
    }

    // What says something else now is trusted as far as whoever says it may vouch for it.
    private void Doubt(KnowledgeAuthor by)
    {
        if (Content.IsEmpty)
        {
            Confidence = KnowledgeConfidence.WorkInProgress;
        }
        else if (Confidence == KnowledgeConfidence.WorkInProgress || !Licensed(KnowledgeWork.Validate, by))
        {
            Confidence = KnowledgeConfidence.NotValidated;
        }

        ReusesOfVersion = Confidence == KnowledgeConfidence.Validated ? ReusesOfVersion : 0;
    }

    private CrmRuling Licensed(KnowledgeWork work, KnowledgeAuthor by, Audience? audience = null)
    {
        ArgumentNullException.ThrowIfNull(by);
        var needed = KnowledgeRules.Needed(work, audience ?? Audience, Governance);
        return by.Licence >= needed ? CrmRuling.Permitted : CrmRuling.Refused(e => e.KnowledgeLicenceTooLow(e.NameOf(needed)));
    }
}
