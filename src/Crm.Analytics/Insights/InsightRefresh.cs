using Crm.Analytics.Purchases;
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Insights;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace Crm.Analytics.Insights;

/// <summary>
/// Brings the figures on customers up to a day: reads every purchase fact up to it, computes, and writes what changed. The same
/// facts, options and day give the same figures at any later time, so that a figure of the past can be computed again.
/// </summary>
/// <remarks>
/// Scoped service. Writes in batches, each in a transaction of its own with the events of its customers; a run that breaks off
/// leaves whole batches, and the next one completes them. Two processes that refresh at once write each row and each event once.
/// </remarks>
[FrontDoor]
public sealed class InsightRefresh(
    IPurchaseQueries purchases, IInsightStore insights, ICrmUnitOfWork unitOfWork, InsightOptions options, IBusinessZone business, CrmActs acts)
{
    private const int MostAttempts = 3;
    private const string Act = "insights.refresh";

    /// <summary>Brings the figures up to a day.</summary>
    /// <param name="asOf">The last day that is observed; usually yesterday.</param>
    /// <param name="cancellationToken">Cancels the run between batches; what is written stays.</param>
    /// <returns>As <see cref="RunAsync(InsightRequest, CancellationToken)"/>.</returns>
    public Task<CrmResult<InsightRunSummary>> RunAsync(LocalDate asOf, CancellationToken cancellationToken = default) => RunAsync(new InsightRequest(asOf), cancellationToken);

    /// <summary>Brings the figures up to a day.</summary>
    /// <param name="request">Day, parameters, whether events are raised.</param>
    /// <param name="cancellationToken">Cancels the run between batches; what is written stays.</param>
    /// <returns>The run with what it did; or <c>ActNotAllowed</c>, <c>InsightDayAhead</c>, <c>InsightsAreNewer</c>, <c>InsightRunNotFound</c>,
    /// <c>InsightParametersUnusable</c>, <c>InvalidValue</c>, and <c>VersionConflict</c> where customers changed during every attempt.</returns>
    public Task<CrmResult<InsightRunSummary>> RunAsync(InsightRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return acts.MakeAsync(Act, now => WriteAsync(request, now, cancellationToken), cancellationToken);
    }

    /// <summary>Computes the figures as of any past day and writes nothing: to explain a figure of the past, or to try options.</summary>
    /// <param name="request">Day and parameters.</param>
    /// <param name="cancellationToken">Cancels the computation.</param>
    /// <returns>The figures; or <c>ActNotAllowed</c>, <c>InsightDayAhead</c>, <c>InsightRunNotFound</c>, <c>InsightParametersUnusable</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<InsightFigures>> ComputeAsync(InsightRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return acts.MakeAsync(Act, now => ReadAsync(request, now, cancellationToken), cancellationToken);
    }

    private async Task<CrmResult<InsightFigures>> ReadAsync(InsightRequest request, Instant now, CancellationToken cancellationToken)
    {
        if (request.AsOf > now.InZone(business.Zone).Date)
        {
            return acts.Errors.InsightDayAhead(LocalDatePattern.Iso.Format(request.AsOf));
        }

        var parameters = await ParametersAsync(request, cancellationToken).ConfigureAwait(false);
        if (!parameters.TryGetValue(out var known))
        {
            return CrmResult<InsightFigures>.Failed(parameters.Errors);
        }

        var (builder, others) = (new PurchaseLogBuilder(), 0);
        await foreach (var fact in purchases.StreamAsync(request.AsOf, cancellationToken).ConfigureAwait(false))
        {
            if (fact.Amount.Currency != options.Currency)
            {
                others++;
                continue;
            }

            builder.Add(new PurchaseRow(fact.CustomerId.Value, fact.PurchasedOn, fact.Amount.Amount, fact.Quantity, Order: fact.OrderId.Value));
        }

        cancellationToken.ThrowIfCancellationRequested();
        return InsightComputation.From(builder.Build(options.DegreeOfParallelism), request.AsOf, options, known.Run, others, InsightRunId.New(now), now);
    }

    // A run, or none, where parameters are estimated.
    private async Task<CrmResult<Parameters>> ParametersAsync(InsightRequest request, CancellationToken cancellationToken)
    {
        if (request.ParametersOf is not { } id)
        {
            var name = InsightModels.NameOf(options.Model);
            var fit = options.RefitAfterDays == 0 ? null
                : await insights.FindFitAsync(name, options.Currency, request.AsOf.PlusDays(1 - options.RefitAfterDays), request.AsOf, cancellationToken).ConfigureAwait(false);
            return new Parameters(fit is not null && Suits(fit, request) ? fit : null);
        }

        return await insights.FindRunAsync(id, cancellationToken).ConfigureAwait(false) is not { } run ? acts.Errors.InsightRunNotFound(id.ToString())
            : Suits(run, request) ? new Parameters(run)
            : acts.Errors.InsightParametersUnusable(id.ToString());
    }

    private bool Suits(InsightRun run, InsightRequest request) => run.Basis.Purchases is { } model && model.Name == InsightModels.NameOf(options.Model)
        && model.Unit == InsightModels.UnitText(options.Unit) && run.Currency == options.Currency && run.AsOf <= request.AsOf;

    private async Task<CrmResult<InsightRunSummary>> WriteAsync(InsightRequest request, Instant startedAt, CancellationToken cancellationToken)
    {
        var computed = await ReadAsync(request, startedAt, cancellationToken).ConfigureAwait(false);
        if (!computed.TryGetValue(out var figures))
        {
            return CrmResult<InsightRunSummary>.Failed(computed.Errors);
        }

        var id = InsightRunId.New(startedAt);
        var begun = await TryAsync(token => BeginAsync(id, figures, request, startedAt, token), cancellationToken).ConfigureAwait(false);
        if (!begun.Succeeded)
        {
            return CrmResult<InsightRunSummary>.Failed(begun.Errors);
        }

        var batches = new InsightBatches(insights, id, request);
        var outcome = InsightOutcome.Nothing;
        foreach (var batch in figures.Rows.Chunk(options.BatchSize))
        {
            var written = await TryAsync(token => batches.WriteAsync(batch, acts.Now, token), cancellationToken).ConfigureAwait(false);
            if (!written.TryGetValue(out var done))
            {
                return CrmResult<InsightRunSummary>.Failed(written.Errors);
            }

            outcome = outcome.Plus(done);
        }

        foreach (var batch in (await GoneAsync(figures, cancellationToken).ConfigureAwait(false)).Chunk(options.BatchSize))
        {
            var removed = await TryAsync(token => batches.RemoveAsync(batch, token), cancellationToken).ConfigureAwait(false);
            if (!removed.TryGetValue(out var done))
            {
                return CrmResult<InsightRunSummary>.Failed(removed.Errors);
            }

            outcome = outcome.Plus(done);
        }

        return await TryAsync(token => CompleteAsync(id, outcome, token), cancellationToken).ConfigureAwait(false);
    }

    private async Task<CrmResult<InsightRunId>> BeginAsync(
        InsightRunId id, InsightFigures figures, InsightRequest request, Instant startedAt, CancellationToken cancellationToken)
    {
        await insights.HoldAsync(cancellationToken).ConfigureAwait(false);
        if (!request.ReplacesNewer && await insights.NewestDayAsync(cancellationToken).ConfigureAwait(false) is { } newest && newest > request.AsOf)
        {
            return acts.Errors.InsightsAreNewer(LocalDatePattern.Iso.Format(newest));
        }

        insights.Add(new InsightRun(id, figures.AsOf, figures.Currency, figures.Data, figures.Basis, figures.ParametersOf, startedAt));
        return id;
    }

    private async Task<CrmResult<InsightRunSummary>> CompleteAsync(InsightRunId id, InsightOutcome outcome, CancellationToken cancellationToken)
    {
        if (await insights.FindRunAsync(id, cancellationToken).ConfigureAwait(false) is not { } run)
        {
            return acts.Errors.InsightRunNotFound(id.ToString());
        }

        run.Complete(outcome, acts.Now);
        return InsightRunSummary.Of(run);
    }

    /// <summary>Customers with figures who have no purchase any more, such as those that were merged.</summary>
    private async Task<IReadOnlyList<CustomerId>> GoneAsync(InsightFigures figures, CancellationToken cancellationToken)
    {
        var (present, gone) = (figures.Rows.Select(r => r.CustomerId).ToHashSet(), new List<CustomerId>());
        await foreach (var id in insights.CustomersAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!present.Contains(id)) gone.Add(id);
        }

        return gone;
    }

    // A customer of the batch was merged or removed meanwhile: the batch is read again.
    private async Task<CrmResult<T>> TryAsync<T>(Func<CancellationToken, Task<CrmResult<T>>> work, CancellationToken cancellationToken)
        where T : notnull
    {
        for (var attempt = 1; ; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var result = await unitOfWork.InTransactionAsync(work, cancellationToken).ConfigureAwait(false);
            if (result.Succeeded || attempt == MostAttempts
                || result.Errors.All(e => e.Code is not (nameof(CrmErrorDescriber.VersionConflict) or nameof(CrmErrorDescriber.AlreadyExists))))
            {
                return result;
            }
        }
    }

    private sealed record Parameters(InsightRun? Run);
}
