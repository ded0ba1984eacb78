using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>
/// Watches deadlines: raises every level of escalation once it has come, exactly once, and says when the next one comes. Any number of
/// monitors, in any number of processes, can run at the same time. The hosted service calls it; hosts without one call it themselves.
/// </summary>
/// <remarks>Scoped service, for staff and jobs. Raising runs in a transaction of its own, or in the host's, and saves.</remarks>
[FrontDoor]
public sealed class ServiceLevelMonitor(IDeadlineAlarmStore alarms, ICrmUnitOfWork work, CrmActs acts, IServiceLevelBook? book = null)
{
    /// <summary>Most deadlines of one call.</summary>
    public const int MostAtOnce = 1_000;

    /// <summary>
    /// Raises the levels that have come, in the order in which they came: as events in the outbox, in the same transaction in which it is
    /// remembered that they were. Who was late catches up; a clock that jumps back raises nothing again, and neither does a deadline that
    /// moves. Where the outbox is switched off, the caller does what the levels ask for.
    /// </summary>
    /// <param name="most">How many deadlines at most; 1 to <see cref="MostAtOnce"/>.</param>
    /// <param name="cancellationToken">Cancels the act; nothing is raised then.</param>
    /// <returns>What was raised; nothing when nothing has come, or others are at it. Or <c>ActNotAllowed</c>, <c>InvalidValue</c>, <c>VersionConflict</c>.</returns>
    public Task<CrmResult<IReadOnlyList<SlaAlarm>>> RaiseDueAsync(int most = 500, CancellationToken cancellationToken = default) => acts.MakeAsync<IReadOnlyList<SlaAlarm>>(
        "service.raise-deadlines",
        async now =>
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(most, MostAtOnce);

            // Looking first keeps an idle monitor from taking SQLite's only write lock.
            return await alarms.NextAsync(cancellationToken).ConfigureAwait(false) <= now
                ? await work.InTransactionAsync(token => RaiseAsync(most, now, token), cancellationToken).ConfigureAwait(false)
                : new List<SlaAlarm>();
        },
        cancellationToken);

    /// <summary>Lists the deadlines of which a level comes until an instant, the first one first: for hosts that schedule themselves.</summary>
    /// <param name="until">The instant; inclusive.</param>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; empty when the actor is not of the staff.</returns>
    public async Task<Page<DueLevel>> DueUntilAsync(Instant until, PageRequest? page = null, CancellationToken cancellationToken = default) => IsStaff
        ? await alarms.UntilAsync(until, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false)
        : new Page<DueLevel>([], null);

    /// <summary>When the next level comes that was not raised.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The instant, which may be past; null when none comes unless something happens to a case, or the actor is not of the staff.</returns>
    public async Task<Instant?> NextDueAsync(CancellationToken cancellationToken = default) =>
        IsStaff ? await alarms.NextAsync(cancellationToken).ConfigureAwait(false) : null;

    private bool IsStaff => acts.Gate.Actor.IsStaff;

    private async Task<CrmResult<IReadOnlyList<SlaAlarm>>> RaiseAsync(int most, Instant now, CancellationToken cancellationToken)
    {
        var claimed = await alarms.ClaimAsync(now, most, cancellationToken).ConfigureAwait(false);
        var due = claimed.SelectMany(c => c.Deadline.Raise(c.Raised, now), (c, a) => (Claimed: c, Alarm: a)).OrderBy(d => d.Alarm.At).ToList();
        if (due.Count == 0)
        {
            return new List<SlaAlarm>();
        }

        var keys = due.Select(d => d.Claimed.Deadline.Level).Distinct().ToList();
        var levels = book is null ? null : await book.FindAsync(keys, cancellationToken).ConfigureAwait(false);
        var raised = due.ConvertAll(d => ToAlarm(d.Claimed, d.Alarm, levels?.GetValueOrDefault(d.Claimed.Deadline.Level)));
        await alarms.WriteAsync(
            due.ConvertAll(d => new RaisedLevel(d.Claimed.Deadline, d.Alarm, now)),
            [.. due.Zip(raised, (d, a) => (a.CaseId, ToEvent(d.Alarm, a, now)))],
            [.. raised.SelectMany(a => a.Actions.Where(x => x.Kind != EscalationActionKind.Notify), (a, x) => new EscalationDue(a, x, now))],
            cancellationToken).ConfigureAwait(false);
        return raised;
    }

    private static SlaAlarm ToAlarm(ClaimedDeadline claimed, DeadlineAlarm alarm, ServiceLevel? level) => new(
        claimed.Deadline.CaseId,
        claimed.Number,
        claimed.CustomerId,
        claimed.OrganisationId,
        claimed.AssigneeId,
        claimed.Deadline.Target,
        claimed.Deadline.Ordinal,
        alarm.Level,
        claimed.Deadline.Due,
        alarm.At,
        level is null ? [] : SlaAlarms.LevelsFor(level, claimed.Deadline.Target).FirstOrDefault(l => l.Name == alarm.Level)?.Actions ?? []);

    private static ITimelineEvent ToEvent(DeadlineAlarm alarm, SlaAlarm raised, Instant now) =>
        alarm.IsWarning ? new SlaWarningRaised(raised, now)
        : alarm.Level == EscalationLevel.BreachName ? new SlaBreached(raised, now)
        : new SlaEscalated(raised, now);
}
