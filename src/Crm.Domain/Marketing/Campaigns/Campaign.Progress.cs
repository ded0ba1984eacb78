using Crm.Domain.Primitives;
using Crm.Domain.Time;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Marketing;

public sealed partial class Campaign
{
    /// <summary>Whether it can be planned otherwise.</summary>
    /// <returns>The ruling; refused with <c>CampaignNotInStatus</c> once it is scheduled.</returns>
    public CrmRuling CanPlan() => Only(CampaignStatus.Draft);

    /// <summary>Plans it otherwise. Its key stays.</summary>
    /// <param name="draft">What it is to be.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is no draft any more.</exception>
    /// <exception cref="ArgumentException">The draft contradicts itself, or names another key.</exception>
    public void Plan(CampaignDraft draft, Instant now)
    {
        ArgumentNullException.ThrowIfNull(draft);
        CanPlan().Demand();
        Demand(draft.Key == Key, "key", "The key never changes.");
        Take(draft);
        Raise(new CampaignPlanned(Id, Key, now));
    }

    /// <summary>Notes what was spent on it.</summary>
    /// <param name="name">On what.</param>
    /// <param name="amount">How much; more than zero, in the currency of the budget and of the other costs.</param>
    /// <param name="on">When.</param>
    /// <param name="now">The current instant.</param>
    /// <returns>The cost's number.</returns>
    /// <exception cref="ArgumentException">The amount is not above zero, or of another currency.</exception>
    public int AddCost(string name, Money amount, LocalDate on, Instant now)
    {
        ArgumentNullException.ThrowIfNull(amount);
        var (line, day) = (Guard.Line(name, CampaignCost.MaxNameLength), Guard.Storable(on));
        Demand(!amount.IsNegative && !amount.IsZero, "amount", "A cost is more than zero.");
        Demand((_costs.FirstOrDefault()?.Amount ?? Budget ?? amount).Currency == amount.Currency, "amount", "All costs of a campaign are in one currency.");
        _costs.Add(new CampaignCost(++CostCount, line, amount, day));
        Raise(new CampaignCostAdded(Id, CostCount, amount, now));
        return CostCount;
    }

    /// <summary>Whether it has a cost.</summary>
    /// <param name="number">The cost's number.</param>
    /// <returns>The ruling; refused with <c>CampaignCostNotFound</c>.</returns>
    public CrmRuling CanRemoveCost(int number) => _costs.Exists(c => c.Number == number) ? CrmRuling.Permitted : CrmRuling.Refused(e => e.CampaignCostNotFound(number));

    /// <summary>Takes a cost back that was none.</summary>
    /// <param name="number">The cost's number.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">There is no such cost.</exception>
    public void RemoveCost(int number, Instant now)
    {
        CanRemoveCost(number).Demand();
        _costs.RemoveAll(c => c.Number == number);
        Raise(new CampaignCostRemoved(Id, number, now));
    }

    /// <summary>Whether it can be scheduled.</summary>
    /// <returns>The ruling; refused with <c>CampaignNotInStatus</c>, <c>CampaignIncomplete</c>.</returns>
    public CrmRuling CanSchedule() => Only(CampaignStatus.Draft).Then(
        _variants.Count > 0 && _segments.Exists(s => !s.IsExcluded) ? CrmRuling.Permitted : CrmRuling.Refused(e => e.CampaignIncomplete(Key)));

    /// <summary>Schedules it.</summary>
    /// <param name="startsAt">When it starts; null for at once.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is no draft, or has no audience or content.</exception>
    public void Schedule(Instant? startsAt, Instant now)
    {
        CanSchedule().Demand();
        StartsAt = startsAt is { } at && at > now ? Guard.Storable(at.ToMicroseconds()) : now;
        Move(CampaignStatus.Scheduled, now);
    }

    /// <summary>Whether its time has come.</summary>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>CampaignNotInStatus</c>.</returns>
    public CrmRuling CanStart(Instant now) => Only(CampaignStatus.Scheduled).Then(StartsAt <= now ? CrmRuling.Permitted : Refused());

    /// <summary>Starts it.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">Its time has not come.</exception>
    public void Start(Instant now)
    {
        CanStart(now).Demand();
        (StartedAt, TestEndsAt) = (now, TestLength is { } length ? now + length : null);
        Move(CampaignStatus.Running, now);
    }

    /// <summary>Whether it can be stopped for a while.</summary>
    /// <returns>The ruling; refused with <c>CampaignNotInStatus</c>.</returns>
    public CrmRuling CanPause() => Only(CampaignStatus.Running);

    /// <summary>Stops it for a while: nothing is sent meanwhile.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It does not run.</exception>
    public void Pause(Instant now)
    {
        CanPause().Demand();
        Move(CampaignStatus.Paused, now);
    }

    /// <summary>Whether it can go on.</summary>
    /// <returns>The ruling; refused with <c>CampaignNotInStatus</c>.</returns>
    public CrmRuling CanResume() => Only(CampaignStatus.Paused);

    /// <summary>Lets it go on.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not paused.</exception>
    public void Resume(Instant now)
    {
        CanResume().Demand();
        Move(CampaignStatus.Running, now);
    }

    /// <summary>Whether it can be called off.</summary>
    /// <returns>The ruling; refused with <c>CampaignNotInStatus</c> once it ended.</returns>
    public CrmRuling CanCancel() => Status is CampaignStatus.Finished or CampaignStatus.Cancelled ? Refused() : CrmRuling.Permitted;

    /// <summary>Calls it off: nothing more is sent.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It ended already.</exception>
    public void Cancel(Instant now)
    {
        CanCancel().Demand();
        (EndedAt, TestEndsAt) = (now, null);
        Move(CampaignStatus.Cancelled, now);
    }

    /// <summary>Whether it can finish.</summary>
    /// <returns>The ruling; refused with <c>CampaignNotInStatus</c>, also while the winner is not chosen.</returns>
    public CrmRuling CanFinish() => Only(CampaignStatus.Running).Then(TestEndsAt is null ? CrmRuling.Permitted : Refused());

    /// <summary>Finishes it: everybody was written to.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It does not run, or waits for its winner.</exception>
    public void Finish(Instant now)
    {
        CanFinish().Demand();
        EndedAt = now;
        Move(CampaignStatus.Finished, now);
    }

    /// <summary>Whether the winner can be chosen.</summary>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>CampaignNotInStatus</c> before the end of its test, or without one.</returns>
    public CrmRuling CanChooseWinner(Instant now) => Only(CampaignStatus.Running).Then(TestEndsAt <= now ? CrmRuling.Permitted : Refused());

    /// <summary>Decides which variant the rest of the audience gets.</summary>
    /// <param name="variant">The variant.</param>
    /// <param name="verdict">Whether it is better than the others.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The test has not ended, or there is none.</exception>
    /// <exception cref="ArgumentException">There is no such variant.</exception>
    public void ChooseWinner(string variant, WinnerVerdict verdict, Instant now)
    {
        CanChooseWinner(now).Demand();
        Demand(_variants.Exists(v => v.Key == variant), "variant", "It is one of the campaign's variants.");
        (Winner, Verdict, TestEndsAt) = (variant, Guard.Defined(verdict), null);
        Raise(new CampaignWinnerChosen(Id, Key, variant, verdict, now));
    }

    private void Move(CampaignStatus status, Instant now)
    {
        Status = status;
        Raise(new CampaignMoved(Id, Key, status, now));
    }

    private CrmRuling Only(CampaignStatus status) => Status == status ? CrmRuling.Permitted : Refused();

    private CrmRuling Refused() => CrmRuling.Refused(e => e.CampaignNotInStatus(Key, e.NameOf(Status)));
}
