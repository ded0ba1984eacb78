using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>Two customers that were found to be probably the same, and what somebody said about it.</summary>
public sealed class DuplicatePair : AggregateRoot<DuplicatePairId>
{
    /// <summary>Longest text of reasons.</summary>
    public const int MaxReasonsLength = 1_000;

    private DuplicatePair() => Tier = Reasons = null!;

    /// <summary>Records a pair.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="firstId">One customer.</param>
    /// <param name="secondId">The other.</param>
    /// <param name="score">Probability that they are the same, 0 to 1.</param>
    /// <param name="tier">One of <see cref="DuplicateTiers"/>.</param>
    /// <param name="reasons">What each field says.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">Both are one customer, the score is no probability, or the tier is unknown.</exception>
    public DuplicatePair(
        DuplicatePairId id, CustomerId firstId, CustomerId secondId, double score, string tier, IReadOnlyList<DuplicateReason> reasons, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(reasons);
        if (Guard.NotEmpty(firstId) == Guard.NotEmpty(secondId))
        {
            throw new ArgumentException("A pair has two customers.", nameof(secondId));
        }

        (FirstId, SecondId) = firstId < secondId ? (firstId, secondId) : (secondId, firstId);
        Score = score is >= 0 and <= 1 ? score : throw new ArgumentOutOfRangeException(nameof(score), score, "A probability from 0 to 1 was expected.");
        Tier = tier is DuplicateTiers.Auto or DuplicateTiers.Review ? tier : throw new ArgumentException("The tier is auto or review.", nameof(tier));
        Reasons = DuplicateReasonText.Of(reasons, MaxReasonsLength);
        FoundAt = now;
        Raise(new DuplicatePairFound(Id, FirstId, SecondId, Score, now));
    }

    /// <summary>The customer with the lower id.</summary>
    public CustomerId FirstId { get; private set; }

    /// <summary>The customer with the higher id.</summary>
    public CustomerId SecondId { get; private set; }

    /// <summary>Probability that both are one customer when they were found.</summary>
    public double Score { get; private set; }

    /// <summary>One of <see cref="DuplicateTiers"/>.</summary>
    public string Tier { get; private set; }

    /// <summary>What each field said, as <c>field:level:weight</c> with blanks between.</summary>
    public string Reasons { get; private set; }

    /// <summary>When they were found.</summary>
    public Instant FoundAt { get; private set; }

    /// <summary>When somebody said that they are not the same; null when nobody did.</summary>
    public Instant? DismissedAt { get; private set; }

    /// <summary>Who said so.</summary>
    public string? DismissedBy { get; private set; }

    /// <summary>What each field said.</summary>
    /// <returns>The reasons in the order of <see cref="DuplicateFields.All"/>.</returns>
    public IReadOnlyList<DuplicateReason> ReadReasons() => DuplicateReasonText.Read(Reasons);

    /// <summary>Whether the pair can be dismissed.</summary>
    /// <returns>Refused with <c>DuplicatePairDecided</c> when it was before.</returns>
    public CrmRuling CanDismiss() => DismissedAt is null ? CrmRuling.Permitted : CrmRuling.Refused(e => e.DuplicatePairDecided(Id.ToString()));

    /// <summary>Says that the two are not the same.</summary>
    /// <param name="actorId">Who says so.</param>
    /// <param name="now">The current instant.</param>
    public void Dismiss(string actorId, Instant now)
    {
        CanDismiss().Demand();
        DismissedBy = Guard.Line(actorId, Actor.MaxIdLength);
        DismissedAt = now;
        Raise(new DuplicatePairDismissed(Id, FirstId, SecondId, now));
    }

    /// <summary>Whether the pair can be put in question again.</summary>
    /// <returns>Refused with <c>DuplicatePairOpen</c> when it is.</returns>
    public CrmRuling CanReopen() => DismissedAt is null ? CrmRuling.Refused(e => e.DuplicatePairOpen(Id.ToString())) : CrmRuling.Permitted;

    /// <summary>Puts the pair in question again.</summary>
    /// <param name="now">The current instant.</param>
    public void Reopen(Instant now)
    {
        CanReopen().Demand();
        (DismissedAt, DismissedBy) = (null, null);
        Raise(new DuplicatePairReopened(Id, FirstId, SecondId, now));
    }
}
