using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

public sealed partial class Opportunity
{
    private readonly List<OpportunityLogEntry> _log = [];

    /// <summary>What it would bring, or brought.</summary>
    public Money? Amount { get; private set; }

    /// <summary>The day on which it is expected to close.</summary>
    public LocalDate? CloseDate { get; private set; }

    /// <summary>The probability of winning that holds, as a fraction: 1 once it is won, 0 once it is lost, else the one set by hand, else the stage's.</summary>
    public decimal Probability { get; private set; }

    /// <summary>The probability that it got with its stage.</summary>
    public decimal StageProbability { get; private set; }

    /// <summary>The probability that was set by hand; null where the stage's holds. Kept while it is closed.</summary>
    public decimal? ManualProbability { get; private set; }

    /// <summary>How it is counted on: closed once it is won, omitted once it is lost, else what its owner said, else what the stage says.</summary>
    public ForecastCategory ForecastCategory { get; private set; }

    /// <summary>How its stage says it is counted on.</summary>
    public ForecastCategory StageForecastCategory { get; private set; }

    /// <summary>How its owner said it is counted on; null where the stage's holds. Kept while it is closed.</summary>
    public ForecastCategory? ForecastOverride { get; private set; }

    /// <summary>The states that a forecast needs, from opening until now, in order.</summary>
    public IReadOnlyList<OpportunityLogEntry> Log => [.. _log.OrderBy(e => e.Version)];

    /// <summary>The state at an instant.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>The state; null before it was opened.</returns>
    public OpportunityLogEntry? AsOf(Instant instant) => _log.Find(e => e.At <= instant && (e.Until is null || e.Until > instant));

    /// <summary>Whether its amount can be changed.</summary>
    /// <returns>The ruling; refused with <c>OpportunityClosed</c>.</returns>
    public CrmRuling CanChangeAmount() => WhileOpen();

    /// <summary>Changes what it would bring.</summary>
    /// <param name="amount">The amount, in any currency; null when it is not known.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is closed.</exception>
    /// <exception cref="ArgumentException">The amount is negative.</exception>
    public void ChangeAmount(Money? amount, Instant now)
    {
        CanChangeAmount().Demand();
        var before = Amount;
        Amount = CheckedAmount(amount);
        Raise(new OpportunityAmountChanged(Id, before, Amount, now));
        Note(now);
    }

    /// <summary>Whether the expected day can be changed.</summary>
    /// <returns>The ruling; refused with <c>OpportunityClosed</c>.</returns>
    public CrmRuling CanExpectClose() => WhileOpen();

    /// <summary>Changes the day on which it is expected to close.</summary>
    /// <param name="closeDate">The day; null when it is not known.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is closed.</exception>
    public void ExpectClose(LocalDate? closeDate, Instant now)
    {
        CanExpectClose().Demand();
        var before = CloseDate;
        CloseDate = closeDate is { } date ? Guard.Storable(date, nameof(closeDate)) : null;
        Raise(new OpportunityCloseDateChanged(Id, before, CloseDate, now));
        Note(now);
    }

    /// <summary>Whether a probability can be set by hand.</summary>
    /// <returns>The ruling; refused with <c>OpportunityClosed</c>.</returns>
    public CrmRuling CanEstimate() => WhileOpen();

    /// <summary>Sets the probability by hand: it holds in every stage from then on.</summary>
    /// <param name="probability">
    /// A fraction from 0 to 1 with at most four decimals; null to let the stage decide again. One that equals what holds without it to two decimals
    /// is no judgement, and is as null.
    /// </param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is closed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">It is no such fraction.</exception>
    public void Estimate(decimal? probability, Instant now)
    {
        CanEstimate().Demand();
        var judged = probability is { } fraction ? PipelineStage.CheckedProbability(fraction, nameof(probability)) : (decimal?)null;
        ManualProbability = judged is { } own && decimal.Round(own, 2) == decimal.Round(StageProbability, 2) ? null : judged;
        Settle();
        Raise(new OpportunityEstimated(Id, ManualProbability, Probability, now));
        Note(now);
    }

    /// <summary>Whether its forecast category can be set.</summary>
    /// <returns>The ruling; refused with <c>OpportunityClosed</c>.</returns>
    public CrmRuling CanCategorise() => WhileOpen();

    /// <summary>Says how it is counted on, whatever its stage says.</summary>
    /// <param name="category">Any but <see cref="ForecastCategory.Closed"/>; null to let the stage decide again.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is closed.</exception>
    /// <exception cref="ArgumentException">The category is not one for open opportunities.</exception>
    public void Categorise(ForecastCategory? category, Instant now)
    {
        CanCategorise().Demand();
        if (category is { } named && (Guard.Defined(named, nameof(category)) == ForecastCategory.Closed))
        {
            throw new ArgumentException("Only won opportunities are closed.", nameof(category));
        }

        ForecastOverride = category;
        Settle();
        Raise(new OpportunityCategorised(Id, ForecastOverride, ForecastCategory, now));
        Note(now);
    }

    /// <summary>Gives it to somebody.</summary>
    /// <param name="ownerId">Who answers for it since; null for nobody.</param>
    /// <param name="teamId">The owner's team; null for none.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">An id is too long.</exception>
    public void Assign(string? ownerId, string? teamId, Instant now)
    {
        var (before, owner, team) = (OwnerId, Guard.OptionalLine(ownerId, Actor.MaxIdLength), Guard.OptionalLine(teamId, Actor.MaxIdLength));
        (OwnerId, TeamId) = (owner, team);
        Raise(new OpportunityAssigned(Id, before, OwnerId, TeamId, now));
        Note(now);
    }

    private void Settle()
    {
        var isOpen = Category == StageCategory.Open;
        Probability = isOpen ? ManualProbability ?? StageProbability : StageProbability;
        ForecastCategory = isOpen ? ForecastOverride ?? StageForecastCategory : StageForecastCategory;
    }

    // After Raise, so that the entry bears the version of its act.
    private void Note(Instant now)
    {
        var last = _log.MaxBy(e => e.Version);
        var at = last is null ? now : Instant.Max(now, last.At);
        if (last is not null)
        {
            last.Until = at;
        }

        _log.Add(new OpportunityLogEntry(this, at));
    }
}
