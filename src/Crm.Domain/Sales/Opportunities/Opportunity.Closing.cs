using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

public sealed partial class Opportunity
{
    /// <summary>Longest words on why it was lost.</summary>
    public const int MaxLossTextLength = 1_000;

    /// <summary>When it was won or lost; null while it is open.</summary>
    public Instant? ClosedAt { get; private set; }

    /// <summary>The day of that in the business's own calendar; null while it is open. A later change of time zone does not move it.</summary>
    public LocalDate? ClosedOn { get; private set; }

    /// <summary>From opening to closing, in whole seconds; null while it is open.</summary>
    public long? CycleSeconds { get; private set; }

    /// <summary>Key of the reason why it was lost; null unless it is.</summary>
    public string? LossReason { get; private set; }

    /// <summary>Why it was lost, in words.</summary>
    public string? LossText { get; private set; }

    /// <summary>The amount in the business's own currency at the rate of the closing day; null while it is open, and where there is no amount.</summary>
    public Money? BaseAmount { get; private set; }

    /// <summary>Whether it can be won.</summary>
    /// <param name="pipeline">Its pipeline.</param>
    /// <param name="stage">Key of a won stage; null for the first.</param>
    /// <returns>The ruling; refused with <c>OpportunityClosed</c>, <c>StageOfAnotherPipeline</c>, <c>StageNotInPipeline</c>, <c>StageRetired</c>,
    /// <c>StageOfAnotherCategory</c>, <c>StageFieldsMissing</c>.</returns>
    public CrmRuling CanWin(Pipeline pipeline, string? stage = null) => CanClose(pipeline, stage, StageCategory.Won);

    /// <summary>Wins it: dated by the clock, the base amount frozen, certain.</summary>
    /// <param name="pipeline">Its pipeline.</param>
    /// <param name="stage">Key of a won stage; null for the first.</param>
    /// <param name="baseAmount">The amount in the business's own currency; null where there is no amount.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="zone">The zone whose calendar says on which day that is; UTC by default.</param>
    /// <exception cref="CrmRuleException">It is closed, or the stage is not one that it can enter.</exception>
    public void Win(Pipeline pipeline, string? stage, Money? baseAmount, Instant now, DateTimeZone? zone = null)
    {
        CanWin(pipeline, stage).Demand();
        Close(pipeline, stage, StageCategory.Won, baseAmount, now, zone);
        Raise(new OpportunityWon(Id, CustomerId, Name, Stage, Amount, BaseAmount, now));
        Note(now);
    }

    /// <summary>Whether it can be lost.</summary>
    /// <param name="pipeline">Its pipeline.</param>
    /// <param name="reason">Why.</param>
    /// <param name="text">Why, in words; needed where the reason says nothing by itself.</param>
    /// <param name="stage">Key of a lost stage; null for the first.</param>
    /// <returns>The ruling; refused with <c>OpportunityClosed</c>, <c>StageOfAnotherPipeline</c>, <c>StageNotInPipeline</c>, <c>StageRetired</c>,
    /// <c>StageOfAnotherCategory</c>, <c>StageFieldsMissing</c>, <c>LossTextMissing</c>.</returns>
    public CrmRuling CanLose(Pipeline pipeline, LossReason reason, string? text = null, string? stage = null)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return CanClose(pipeline, stage, StageCategory.Lost) is { IsPermitted: false } refused ? refused
            : reason.NeedsText && string.IsNullOrWhiteSpace(text) ? CrmRuling.Refused(e => e.LossTextMissing(reason.Name))
            : CrmRuling.Permitted;
    }

    /// <summary>Loses it: dated by the clock, the base amount frozen, without hope.</summary>
    /// <param name="pipeline">Its pipeline.</param>
    /// <param name="reason">Why.</param>
    /// <param name="text">Why, in words; needed where the reason says nothing by itself.</param>
    /// <param name="stage">Key of a lost stage; null for the first.</param>
    /// <param name="baseAmount">The amount in the business's own currency; null where there is no amount.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="zone">The zone whose calendar says on which day that is; UTC by default.</param>
    /// <exception cref="CrmRuleException">It is closed, the stage is not one that it can enter, or words are missing.</exception>
    /// <exception cref="ArgumentException">The words are too long.</exception>
    public void Lose(Pipeline pipeline, LossReason reason, string? text, string? stage, Money? baseAmount, Instant now, DateTimeZone? zone = null)
    {
        CanLose(pipeline, reason, text, stage).Demand();
        var words = Guard.OptionalLine(text, MaxLossTextLength);
        Close(pipeline, stage, StageCategory.Lost, baseAmount, now, zone);
        (LossReason, LossText) = (reason.Key, words);
        Raise(new OpportunityLost(Id, CustomerId, Name, Stage, FurthestStage, reason.Key, Amount, now));
        Note(now);
    }

    /// <summary>Whether it can be reopened.</summary>
    /// <param name="pipeline">Its pipeline.</param>
    /// <param name="stage">Key of an open stage; null for the one that it was in before it closed.</param>
    /// <returns>The ruling; refused with <c>OpportunityNotClosed</c>, <c>StageOfAnotherPipeline</c>, <c>StageNotInPipeline</c>, <c>StageRetired</c>, <c>StageClosesOpportunity</c>.</returns>
    public CrmRuling CanReopen(Pipeline pipeline, string? stage = null)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        return Category == StageCategory.Open ? CrmRuling.Refused(e => e.OpportunityNotClosed(Name))
            : OwnPipeline(pipeline) is { IsPermitted: false } refused ? refused
            : CanEnterOpen(pipeline, stage ?? LastOpenStage);
    }

    /// <summary>
    /// Reopens it, and takes back all that closing did: date, cycle, reason, base amount; probability and category are again what they were.
    /// What happened stays in the log.
    /// </summary>
    /// <param name="pipeline">Its pipeline.</param>
    /// <param name="stage">Key of an open stage; null for the one that it was in before it closed.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is open, or the stage is not one that it can enter.</exception>
    public void Reopen(Pipeline pipeline, string? stage, Instant now)
    {
        CanReopen(pipeline, stage).Demand();
        var was = Category;
        Enter(pipeline, pipeline.Find(stage ?? LastOpenStage)!, now);
        (ClosedAt, ClosedOn, CycleSeconds, LossReason, LossText, BaseAmount) = (null, null, null, null, null, null);
        Raise(new OpportunityReopened(Id, CustomerId, Name, was, Stage, now));
        Note(now);
    }

    private string LastOpenStage => _visits.Where(v => v.Category == StageCategory.Open).MaxBy(v => v.Ordinal)!.Stage;

    private CrmRuling CanClose(Pipeline pipeline, string? stage, StageCategory category)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        var key = stage ?? pipeline.First(category).Key;
        return WhileOpen().Then(OwnPipeline(pipeline)) is { IsPermitted: false } refused ? refused
            : pipeline.CanEnter(key) is { IsPermitted: false } closed ? closed
            : pipeline.Find(key) is { } found && found.Category != category ? CrmRuling.Refused(e => e.StageOfAnotherCategory(found.Name, e.NameOf(category)))
            : MeetsFields(pipeline, key);
    }

    private void Close(Pipeline pipeline, string? stage, StageCategory category, Money? baseAmount, Instant now, DateTimeZone? zone)
    {
        Enter(pipeline, stage is null ? pipeline.First(category) : pipeline.Find(stage)!, now);
        ClosedAt = StageSince;
        ClosedOn = StageSince.InZone(zone ?? DateTimeZone.Utc).Date;
        CycleSeconds = (long)Duration.Max(StageSince - OpenedAt, Duration.Zero).TotalSeconds;
        BaseAmount = Amount is null ? null : baseAmount;
    }
}
