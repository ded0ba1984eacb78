using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

public sealed partial class Subscription
{
    /// <summary>Whether a period is due: to begin, or not to because it is the end.</summary>
    /// <param name="today">The day, in the business's own time zone.</param>
    /// <returns>Whether it is.</returns>
    public bool IsDue(LocalDate today) => Status == SubscriptionStatus.Active && NextOn <= today && (RetryOn is null || RetryOn <= today);

    /// <summary>Whether it is over instead of renewing when its next period is due.</summary>
    public bool IsAtItsEnd => EndsWithPeriod || Periods >= MaxPeriods;

    /// <summary>The price of one for the period that is due next.</summary>
    public Money DuePrice => NextPrice ?? UnitPrice;

    /// <summary>Whether the next period can begin.</summary>
    /// <returns>The ruling; refused with <c>SubscriptionTransitionNotAllowed</c> unless it is active and not at its end.</returns>
    public CrmRuling CanRenew() => Status == SubscriptionStatus.Active && !IsAtItsEnd ? CrmRuling.Permitted : NotAllowed(SubscriptionStatus.Active);

    /// <summary>Begins the next period, at the price that was set for it.</summary>
    /// <param name="orderId">The order of the period.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not active, or at its end.</exception>
    public void Renew(OrderId orderId, Instant now)
    {
        CanRenew().Demand();
        Guard.NotEmpty(orderId);
        var on = NextOn!.Value;
        Periods++;
        (UnitPrice, NextPrice, RetryOn) = (DuePrice, null, null);
        NextOn = DayOf(Periods);
        Raise(new SubscriptionRenewed(Id, Number, CustomerId, Periods, on, orderId, UnitPrice, now));
    }

    /// <summary>Notes that the period that is due could not be booked, and when to try again.</summary>
    /// <param name="code">Why, by the code of the error.</param>
    /// <param name="retryOn">The day on which it is tried again.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not active, or at its end.</exception>
    public void RefuseRenewal(string code, LocalDate retryOn, Instant now)
    {
        CanRenew().Demand();
        var why = Guard.Line(code, 100);
        RetryOn = Guard.Storable(retryOn);
        Raise(new SubscriptionRenewalRefused(Id, Number, CustomerId, Periods + 1, why, retryOn, now));
    }

    /// <summary>Whether it can end by the clock.</summary>
    /// <returns>The ruling; refused with <c>SubscriptionTransitionNotAllowed</c> unless it is active and at its end.</returns>
    public CrmRuling CanEnd() => Status == SubscriptionStatus.Active && IsAtItsEnd ? CrmRuling.Permitted : NotAllowed(EndsWithPeriod ? SubscriptionStatus.Cancelled : SubscriptionStatus.Expired);

    /// <summary>Ends it when its last period is over: cancelled where that was asked for, expired where all periods ran.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not active, or not at its end.</exception>
    public void End(Instant now)
    {
        CanEnd().Demand();
        Over(EndsWithPeriod ? SubscriptionStatus.Cancelled : SubscriptionStatus.Expired, NextOn!.Value);
        Raise(new SubscriptionEnded(Id, Number, CustomerId, Status, EndedOn!.Value, Reason, now));
    }

    /// <summary>Whether it can be paused.</summary>
    /// <returns>The ruling; refused with <c>SubscriptionTransitionNotAllowed</c>.</returns>
    public CrmRuling CanPause() => Status == SubscriptionStatus.Active ? CrmRuling.Permitted : NotAllowed(SubscriptionStatus.Paused);

    /// <summary>Pauses it: no period begins until it is resumed.</summary>
    /// <param name="today">The day, in the business's own time zone.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not active.</exception>
    public void Pause(LocalDate today, Instant now)
    {
        CanPause().Demand();
        (Status, PausedOn) = (SubscriptionStatus.Paused, Guard.Storable(today));
        Raise(new SubscriptionPaused(Id, Number, CustomerId, today, now));
    }

    /// <summary>Whether it can be resumed.</summary>
    /// <returns>The ruling; refused with <c>SubscriptionTransitionNotAllowed</c>.</returns>
    public CrmRuling CanResume() => Status == SubscriptionStatus.Paused ? CrmRuling.Permitted : NotAllowed(SubscriptionStatus.Active);

    /// <summary>Resumes it. The days of the pause are added to the period that was running, so that nobody pays for them.</summary>
    /// <param name="today">The day, in the business's own time zone.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not paused.</exception>
    public void Resume(LocalDate today, Instant now)
    {
        CanResume().Demand();
        var days = int.Max(0, Period.DaysBetween(PausedOn!.Value, today));
        var next = NextOn!.Value.PlusDays(days);
        if (days > 0)
        {
            // Counted from the new day, so that later periods begin on the same day of the month.
            (AnchorOn, AnchorPeriod) = (next, Periods);
        }

        NextOn = next;
        (Status, PausedOn) = (SubscriptionStatus.Active, null);
        Raise(new SubscriptionResumed(Id, Number, CustomerId, next, now));
    }

    /// <summary>Whether it can be cancelled.</summary>
    /// <returns>The ruling; refused with <c>SubscriptionTransitionNotAllowed</c>.</returns>
    public CrmRuling CanCancel() => Status is SubscriptionStatus.Active or SubscriptionStatus.Paused ? CrmRuling.Permitted : NotAllowed(SubscriptionStatus.Cancelled);

    /// <summary>Cancels it at once. What was bought stays bought; returns are made on its orders.</summary>
    /// <param name="reason">Why, at most <see cref="MaxReasonLength"/> characters.</param>
    /// <param name="today">The day, in the business's own time zone.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The reason is too long.</exception>
    /// <exception cref="CrmRuleException">It is over.</exception>
    public void Cancel(string? reason, LocalDate today, Instant now)
    {
        CanCancel().Demand();
        Reason = Guard.OptionalLine(reason, MaxReasonLength);
        Over(SubscriptionStatus.Cancelled, Guard.Storable(today));
        Raise(new SubscriptionEnded(Id, Number, CustomerId, Status, today, Reason, now));
    }

    /// <summary>Whether it can be cancelled for the end of the current period.</summary>
    /// <returns>The ruling; refused with <c>SubscriptionTransitionNotAllowed</c>, or with <c>SubscriptionEndsAlready</c> where that was asked for before.</returns>
    public CrmRuling CanCancelAtPeriodEnd() => CanCancel().Then(EndsWithPeriod ? CrmRuling.Refused(e => e.SubscriptionEndsAlready(Number.Value)) : CrmRuling.Permitted);

    /// <summary>Cancels it for the end of the current period.</summary>
    /// <param name="reason">Why, at most <see cref="MaxReasonLength"/> characters.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The reason is too long.</exception>
    /// <exception cref="CrmRuleException">It is over, or that was asked for before.</exception>
    public void CancelAtPeriodEnd(string? reason, Instant now)
    {
        CanCancelAtPeriodEnd().Demand();
        Reason = Guard.OptionalLine(reason, MaxReasonLength);
        EndsWithPeriod = true;
        Raise(new SubscriptionCancellationAsked(Id, Number, CustomerId, NextOn!.Value, Reason, now));
    }

    /// <summary>Whether the price can be changed.</summary>
    /// <param name="price">The price of one for one period.</param>
    /// <returns>The ruling; refused with <c>SubscriptionTransitionNotAllowed</c>, <c>SubscriptionCurrencyDiffers</c>.</returns>
    public CrmRuling CanChangePrice(Money price)
    {
        ArgumentNullException.ThrowIfNull(price);
        return CanCancel().Then(price.Currency == UnitPrice.Currency ? CrmRuling.Permitted : CrmRuling.Refused(e => e.SubscriptionCurrencyDiffers(Number.Value, UnitPrice.Currency.Code)));
    }

    /// <summary>Changes the price from the next period on.</summary>
    /// <param name="price">The price of one for one period, in the same currency; not negative.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The price is negative.</exception>
    /// <exception cref="CrmRuleException">It is over, or the currency is another.</exception>
    public void ChangePrice(Money price, Instant now)
    {
        CanChangePrice(NotNegative(price)).Demand();
        NextPrice = price;
        Raise(new SubscriptionPriceChanged(Id, Number, CustomerId, UnitPrice, price, NextOn!.Value, now));
    }

    private void Over(SubscriptionStatus status, LocalDate on) => (Status, EndedOn, NextOn, RetryOn, PausedOn) = (status, on, null, null, null);

    private CrmRuling NotAllowed(SubscriptionStatus next) =>
        CrmRuling.Refused(e => e.SubscriptionTransitionNotAllowed(Number.Value, e.NameOf(Status), e.NameOf(next)));
}
