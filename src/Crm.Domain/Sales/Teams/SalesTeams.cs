using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>
/// Keeps who leads whom, quotas and judgements, and forecasts what each seller brings in with everybody below, against the quota. As of any
/// past instant all of it is what it was then.
/// </summary>
/// <remarks>Scoped service, for staff. No act saves but <see cref="PlaceAsync"/>; the host saves once. People are named by their ids in the host's user directory.</remarks>
[FrontDoor]
public sealed class SalesTeams(ISalesTeamStore store, ForecastReports forecasts, ICrmUnitOfWork unitOfWork, CrmActs acts)
{
    /// <summary>Puts somebody under a leader, and saves.</summary>
    /// <param name="userId">Who.</param>
    /// <param name="leaderId">Who leads; null for nobody.</param>
    /// <param name="teamId">The team; null for none.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The person, or <c>ActNotAllowed</c>, <c>SalesHierarchyCircle</c>, <c>InvalidValue</c>, <c>VersionConflict</c>, <c>AlreadyExists</c>.</returns>
    public Task<CrmResult<Salesperson>> PlaceAsync(string userId, string? leaderId, string? teamId = null, CancellationToken cancellationToken = default) => unitOfWork.InTransactionAsync(
        token => acts.MakeAsync<Salesperson>(
            "sales.place-salesperson",
            async now =>
            {
                await store.HoldHierarchyAsync(token).ConfigureAwait(false);
                var leaders = await store.LeadersAsync(null, token).ConfigureAwait(false);
                return await FindOrMakeAsync(userId, p => p.Place(leaderId, teamId, leaders, now), now, token).ConfigureAwait(false);
            },
            token),
        cancellationToken);

    /// <summary>Sets what somebody is to bring in during a period, with everybody below.</summary>
    /// <param name="userId">Who.</param>
    /// <param name="period">The period.</param>
    /// <param name="target">How much; more than nothing.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The person, or <c>ActNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Salesperson>> SetQuotaAsync(string userId, ForecastPeriod period, Money target, CancellationToken cancellationToken = default) =>
        DoAsync("sales.set-quota", userId, (p, now) => p.SetQuota(period, target, now), cancellationToken);

    /// <summary>Withdraws a quota.</summary>
    /// <inheritdoc cref="SetQuotaAsync" path="/param[@name='userId' or @name='period' or @name='cancellationToken']" />
    /// <param name="currency">The currency.</param>
    /// <returns>The person, or <c>ActNotAllowed</c>, <c>SalespersonNotFound</c>, <c>SalesQuotaNotFound</c>.</returns>
    public Task<CrmResult<Salesperson>> WithdrawQuotaAsync(string userId, ForecastPeriod period, Currency currency, CancellationToken cancellationToken = default) =>
        ChangeAsync("sales.withdraw-quota", userId, p => p.CanWithdrawQuota(period, currency), (p, now) => p.WithdrawQuota(period, currency, now), cancellationToken);

    /// <summary>Puts a figure in place of the computed one, for somebody with everybody below.</summary>
    /// <inheritdoc cref="SetQuotaAsync" path="/param[@name='userId' or @name='period' or @name='cancellationToken']" />
    /// <param name="category">Commit, best case or pipeline: which cumulative figure it replaces.</param>
    /// <param name="amount">The figure; not negative.</param>
    /// <returns>The person, or <c>ActNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Salesperson>> JudgeAsync(string userId, ForecastPeriod period, ForecastCategory category, Money amount, CancellationToken cancellationToken = default) =>
        DoAsync("sales.judge-forecast", userId, (p, now) => p.Judge(period, category, amount, now), cancellationToken);

    /// <summary>Withdraws a judgement: the computed figure holds again.</summary>
    /// <inheritdoc cref="JudgeAsync" path="/param[@name='userId' or @name='period' or @name='category' or @name='cancellationToken']" />
    /// <param name="currency">The currency.</param>
    /// <returns>The person, or <c>ActNotAllowed</c>, <c>SalespersonNotFound</c>, <c>SalesJudgementNotFound</c>.</returns>
    public Task<CrmResult<Salesperson>> WithdrawJudgementAsync(
        string userId, ForecastPeriod period, ForecastCategory category, Currency currency, CancellationToken cancellationToken = default) => ChangeAsync(
        "sales.withdraw-judgement", userId, p => p.CanWithdrawJudgement(period, category, currency), (p, now) => p.WithdrawJudgement(period, category, currency, now), cancellationToken);

    /// <summary>Finds a person who sells, with all places, quotas and judgements.</summary>
    /// <param name="userId">Who.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The person; null when nothing is known, or the actor is not of the staff.</returns>
    public async Task<Salesperson?> FindAsync(string userId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(userId);
        return acts.Gate.Actor.IsStaff ? await store.FindAsync(userId, cancellationToken).ConfigureAwait(false) : null;
    }

    /// <summary>
    /// What each seller is expected to bring in with everybody below, and how much of the quota is won. Quotas of months add up to the quarter
    /// where none was set for the quarter itself; judgements count in periods of their own length.
    /// </summary>
    /// <param name="question">Of which moment, by which periods, and of which pipeline. With an owner, of that person and everybody below.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The rows by period, currency and person; none when the actor is not of the staff.</returns>
    public async Task<IReadOnlyList<TeamForecastRow>> ForecastAsync(ForecastQuestion? question = null, CancellationToken cancellationToken = default)
    {
        if (!acts.Gate.Actor.IsStaff)
        {
            return [];
        }

        var asked = question ?? new ForecastQuestion();
        var asOf = asked.AsOf ?? acts.Now;
        var forecast = await forecasts.AsOfAsync(asked with { AsOf = asOf, OwnerId = null }, cancellationToken).ConfigureAwait(false);
        var leaders = await store.LeadersAsync(asOf, cancellationToken).ConfigureAwait(false);
        var quotas = await store.QuotasAsync(asOf, cancellationToken).ConfigureAwait(false);
        var judgements = await store.JudgementsAsync(asOf, cancellationToken).ConfigureAwait(false);
        var rows = TeamForecast.RollUp(forecast, leaders, SalesQuotas.By(asked.Length, quotas), judgements.Where(j => j.Period.Length == asked.Length));
        return asked.OwnerId is not { } top ? rows : [.. rows.Where(r => IsWithin(r.Owner, top, leaders))];
    }

    private static bool IsWithin(string person, string top, IReadOnlyDictionary<string, string> leaders)
    {
        for (var at = person; at is not null; at = leaders.GetValueOrDefault(at))
        {
            if (at == top)
            {
                return true;
            }
        }

        return false;
    }

    private Task<CrmResult<Salesperson>> DoAsync(string act, string userId, Action<Salesperson, Instant> change, CancellationToken cancellationToken) => acts.MakeAsync<Salesperson>(
        act, async now => await FindOrMakeAsync(userId, p => change(p, now), now, cancellationToken).ConfigureAwait(false), cancellationToken);

    private async Task<CrmResult<Salesperson>> ChangeAsync(
        string act, string userId, Func<Salesperson, CrmRuling> may, Action<Salesperson, Instant> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(userId);
        return await acts.ChangeAsync(act, store.FindAsync(userId, cancellationToken), e => e.SalespersonNotFound(userId), null, may, change, cancellationToken).ConfigureAwait(false);
    }

    // Whoever is new is added after the act, which may refuse.
    private async Task<Salesperson> FindOrMakeAsync(string userId, Action<Salesperson> change, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(userId);
        var found = await store.FindAsync(userId.Trim(), cancellationToken).ConfigureAwait(false);
        var person = found ?? new Salesperson(SalespersonId.New(now), userId, now);
        change(person);
        if (found is null)
        {
            store.Add(person);
        }

        return person;
    }
}
