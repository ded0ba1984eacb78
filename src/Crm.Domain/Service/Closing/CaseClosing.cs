using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>
/// Closes cases whose customer says nothing any more, as <see cref="CaseClosingOptions"/> say. A call that comes late closes what it
/// finds, and <see cref="NextDueAsync"/> says when the next call has something to do.
/// </summary>
/// <remarks>Scoped service, for staff and jobs. No act saves; the host saves once. Two processes that close the same case collide, and one of them saves.</remarks>
[FrontDoor]
public sealed class CaseClosing(ICaseClosingStore cases, CaseClosingOptions options, CrmActs acts, IEnumerable<ICaseObserver>? observers = null)
{
    /// <summary>Most cases of one call: 1,000.</summary>
    public const int MaxTake = 1_000;

    /// <summary>When the next case is to be closed, one that is overdue included.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The instant; null when no customer is silent in a status that closes, or the actor is not of the staff.</returns>
    public async Task<Instant?> NextDueAsync(CancellationToken cancellationToken = default)
    {
        Instant? next = null;
        foreach (var (status, days) in options.SilentDays.Where(_ => acts.Gate.Actor.IsStaff))
        {
            if (await cases.FirstSilentAsync(status, cancellationToken).ConfigureAwait(false) is { } since && (next is null || since + Duration.FromDays(days) < next))
            {
                next = since + Duration.FromDays(days);
            }
        }

        return next;
    }

    /// <summary>Closes cases whose customer is silent for long enough, the longest silent first.</summary>
    /// <param name="take">How many at most; 1 to <see cref="MaxTake"/>. Save, and call again while as many come back.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The closed cases, or <c>ActNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<IReadOnlyList<ServiceCase>>> CloseSilentAsync(int take = 100, CancellationToken cancellationToken = default) => acts.MakeAsync(
        "service.close-silent-cases",
        async now =>
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(take, MaxTake);
            var closed = new List<ServiceCase>();
            foreach (var (status, days) in options.SilentDays.OrderBy(s => s.Key.Value, StringComparer.Ordinal).TakeWhile(_ => closed.Count < take))
            {
                var silent = await cases.SilentAsync(status, now - Duration.FromDays(days), take - closed.Count, cancellationToken).ConfigureAwait(false);
                foreach (var found in silent.Where(c => c.Status == status && c.CanCloseForSilence(days, now)))
                {
                    found.CloseForSilence(days, now);
                    closed.Add(found);
                    foreach (var observer in observers ?? [])
                    {
                        await observer.SettledAsync(found, now, cancellationToken).ConfigureAwait(false);
                    }
                }
            }

            return Closed(closed);
        },
        cancellationToken);

    private static CrmResult<IReadOnlyList<ServiceCase>> Closed(List<ServiceCase> closed) => closed;
}
