using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

public sealed partial class Salesperson
{
    private readonly List<SalesQuotaEntry> _quotas = [];
    private readonly List<SalesJudgementEntry> _judgements = [];

    /// <summary>All quotas that the person ever had, in the order in which they were set.</summary>
    public IReadOnlyList<SalesQuotaEntry> Quotas => [.. _quotas.OrderBy(q => q.Version)];

    /// <summary>All judgements that the person ever gave, in order.</summary>
    public IReadOnlyList<SalesJudgementEntry> Judgements => [.. _judgements.OrderBy(j => j.Version)];

    /// <summary>Sets what the person is to bring in during a period, with everybody below, in place of what was set before in the currency.</summary>
    /// <param name="period">The period.</param>
    /// <param name="target">How much; more than nothing.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The period is no calendar month or quarter, or the target not more than nothing.</exception>
    public void SetQuota(ForecastPeriod period, Money target, Instant now)
    {
        ArgumentNullException.ThrowIfNull(target);
        ForecastPeriod.Checked(period);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(target.Amount, nameof(target));
        Raise(new SalesQuotaSet(Id, UserId, period.ToString(), target, now));
        _quotas.Add(new SalesQuotaEntry(Version, period, target, End(Quota(period, target.Currency), now)));
    }

    /// <summary>Whether a quota can be withdrawn.</summary>
    /// <param name="period">The period.</param>
    /// <param name="currency">The currency.</param>
    /// <returns>The ruling; refused with <c>SalesQuotaNotFound</c>.</returns>
    public CrmRuling CanWithdrawQuota(ForecastPeriod period, Currency currency) =>
        Quota(period, currency) is null ? CrmRuling.Refused(e => e.SalesQuotaNotFound(UserId, period.ToString(), currency.Code)) : CrmRuling.Permitted;

    /// <summary>Withdraws a quota.</summary>
    /// <param name="period">The period.</param>
    /// <param name="currency">The currency.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">There is none.</exception>
    public void WithdrawQuota(ForecastPeriod period, Currency currency, Instant now)
    {
        ArgumentNullException.ThrowIfNull(currency);
        CanWithdrawQuota(period, currency).Demand();
        End(Quota(period, currency), now);
        Raise(new SalesQuotaWithdrawn(Id, UserId, period.ToString(), currency, now));
    }

    /// <summary>Puts a figure in place of the computed one, for the person with everybody below.</summary>
    /// <param name="period">The period.</param>
    /// <param name="category">Commit, best case or pipeline: which cumulative figure it replaces.</param>
    /// <param name="amount">The figure; not negative.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The period is no calendar month or quarter, the category none that is judged, or the figure negative.</exception>
    public void Judge(ForecastPeriod period, ForecastCategory category, Money amount, Instant now)
    {
        ArgumentNullException.ThrowIfNull(amount);
        ForecastPeriod.Checked(period);
        ArgumentOutOfRangeException.ThrowIfNegative(amount.Amount, nameof(amount));
        if (category is not (ForecastCategory.Commit or ForecastCategory.BestCase or ForecastCategory.Pipeline))
        {
            throw new ArgumentOutOfRangeException(nameof(category), category, "Commit, best case and pipeline are judged.");
        }

        Raise(new SalesForecastJudged(Id, UserId, period.ToString(), category, amount, now));
        _judgements.Add(new SalesJudgementEntry(Version, period, category, amount, End(Judgement(period, category, amount.Currency), now)));
    }

    /// <summary>Whether a judgement can be withdrawn.</summary>
    /// <param name="period">The period.</param>
    /// <param name="category">Which figure it replaces.</param>
    /// <param name="currency">The currency.</param>
    /// <returns>The ruling; refused with <c>SalesJudgementNotFound</c>.</returns>
    public CrmRuling CanWithdrawJudgement(ForecastPeriod period, ForecastCategory category, Currency currency) => Judgement(period, category, currency) is null
        ? CrmRuling.Refused(e => e.SalesJudgementNotFound(UserId, e.NameOf(category), period.ToString(), currency.Code))
        : CrmRuling.Permitted;

    /// <summary>Withdraws a judgement: the computed figure holds again.</summary>
    /// <param name="period">The period.</param>
    /// <param name="category">Which figure it replaces.</param>
    /// <param name="currency">The currency.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">There is none.</exception>
    public void WithdrawJudgement(ForecastPeriod period, ForecastCategory category, Currency currency, Instant now)
    {
        ArgumentNullException.ThrowIfNull(currency);
        CanWithdrawJudgement(period, category, currency).Demand();
        End(Judgement(period, category, currency), now);
        Raise(new SalesJudgementWithdrawn(Id, UserId, period.ToString(), category, currency, now));
    }

    private SalesQuotaEntry? Quota(ForecastPeriod period, Currency currency) => _quotas.Find(q => q.Until is null && q.Period == period && q.Target.Currency == currency);

    private SalesJudgementEntry? Judgement(ForecastPeriod period, ForecastCategory category, Currency currency) =>
        _judgements.Find(j => j.Until is null && j.Period == period && j.Category == category && j.Amount.Currency == currency);

    private static Instant End(SalesQuotaEntry? last, Instant now) => last is null ? now : (last.Until = Instant.Max(now, last.At)).Value;

    private static Instant End(SalesJudgementEntry? last, Instant now) => last is null ? now : (last.Until = Instant.Max(now, last.At)).Value;
}
