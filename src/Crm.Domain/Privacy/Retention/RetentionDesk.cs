using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Privacy;

/// <summary>Lets records go when their time is over, by policies that the host keeps. What is under a legal hold stays.</summary>
/// <remarks>
/// Scoped service. A batch saves by itself, in one transaction for contacts and cases and one for each person. A run that was
/// interrupted goes on from the last <see cref="RetentionProgress.Next"/>, or simply anew: what was done does not come again.
/// </remarks>
[FrontDoor]
public sealed class RetentionDesk(IRetentionStore store, PrivacyOffice office, ICrmUnitOfWork unitOfWork, CrmActs acts)
{
    /// <summary>Most records of one batch.</summary>
    public const int MaxBatch = 1000;

    /// <summary>Says what a policy would do now, and changes nothing.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The plan, or <c>ActNotAllowed</c>, <c>RetentionNotPossible</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<RetentionPlan>> PlanAsync(RetentionPolicy policy, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return acts.MakeAsync<RetentionPlan>(
            "privacy.apply-retention",
            async now =>
            {
                if (Refuse(policy) is { } refused)
                {
                    return refused;
                }

                var before = now - Duration.FromDays(policy.Days);
                var (due, held) = await store.CountAsync(policy, before, now, cancellationToken).ConfigureAwait(false);
                return new RetentionPlan(before, due, held);
            },
            cancellationToken);
    }

    /// <summary>Does one batch of a policy and saves.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="after">The <see cref="RetentionProgress.Next"/> of the batch before; null for the first.</param>
    /// <param name="batch">How many records; 1 to <see cref="MaxBatch"/>.</param>
    /// <param name="cancellationToken">Cancels the batch; persons that were erased before it stay erased.</param>
    /// <returns>What was done, or <c>ActNotAllowed</c>, <c>RetentionNotPossible</c>, <c>SuppressionKeyMissing</c>, <c>VersionConflict</c>, <c>InvalidValue</c>.</returns>
    public async Task<CrmResult<RetentionProgress>> RunAsync(RetentionPolicy policy, Guid? after = null, int batch = 100, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.Action == RetentionAction.Erase
            ? await acts.MakeAsync("privacy.apply-retention", now => EraseAsync(policy, after, batch, now, cancellationToken), cancellationToken).ConfigureAwait(false)
            : await unitOfWork.InTransactionAsync(
                token => acts.MakeAsync("privacy.apply-retention", now => ApplyAsync(policy, after, batch, now, token), token), cancellationToken).ConfigureAwait(false);
    }

    private async Task<CrmResult<RetentionProgress>> ApplyAsync(RetentionPolicy policy, Guid? after, int batch, Instant now, CancellationToken cancellationToken)
    {
        if (Refuse(policy) is { } refused)
        {
            return refused;
        }

        var (ids, next) = await NextAsync(policy, after, batch, now, cancellationToken).ConfigureAwait(false);
        if (ids.Count > 0)
        {
            await store.ApplyAsync(policy, ids, cancellationToken).ConfigureAwait(false);
            await store.ConcludeAsync(new RetentionApplied(policy.Name, policy.Area, policy.Action, ids.Count, now), cancellationToken).ConfigureAwait(false);
        }

        return new RetentionProgress(ids.Count, 0, next);
    }

    private async Task<CrmResult<RetentionProgress>> EraseAsync(RetentionPolicy policy, Guid? after, int batch, Instant now, CancellationToken cancellationToken)
    {
        if (Refuse(policy) is { } refused)
        {
            return refused;
        }

        var (ids, next) = await NextAsync(policy, after, batch, now, cancellationToken).ConfigureAwait(false);
        var done = 0;
        foreach (var id in ids)
        {
            var erased = await office.EraseAsync(CustomerId.From(id), cancellationToken).ConfigureAwait(false);
            if (erased.Errors.FirstOrDefault(e => e.Code == nameof(CrmErrorDescriber.SuppressionKeyMissing)) is { } missing)
            {
                return missing;
            }

            done += erased.Succeeded ? 1 : 0;
        }

        if (done > 0)
        {
            await store.ConcludeAsync(new RetentionApplied(policy.Name, policy.Area, policy.Action, done, now), cancellationToken).ConfigureAwait(false);
        }

        return new RetentionProgress(done, ids.Count - done, next);
    }

    private Task<(IReadOnlyList<Guid> Ids, Guid? Next)> NextAsync(RetentionPolicy policy, Guid? after, int batch, Instant now, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batch);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(batch, MaxBatch);
        return store.NextAsync(policy, now - Duration.FromDays(policy.Days), now, after, batch, cancellationToken);
    }

    private CrmError? Refuse(RetentionPolicy policy)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(policy.Days, nameof(policy));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(policy.Days, 36_525, nameof(policy));
        Guard.Line(policy.Name, RetentionPolicy.MaxNameLength, nameof(policy));
        return policy.IsPossible ? null : acts.Errors.RetentionNotPossible(policy.Area.ToString(), policy.Action.ToString());
    }
}
