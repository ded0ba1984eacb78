using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>
/// Raises reminders when they are due. A reminder is right whenever this is called: <see cref="NextDueAsync"/> says when the next call
/// has something to do, so that no host has to look in vain, and a call that comes late raises what it finds.
/// </summary>
/// <remarks>Scoped service. No act saves; the host saves once. Two processes that raise the same reminder collide, and one of them saves.</remarks>
[FrontDoor]
public sealed class ActivityReminders(IActivityStore activities, IActivityQueries queries, CrmActs acts)
{
    /// <summary>Most activities of one call: 1,000.</summary>
    public const int MaxTake = 1000;

    /// <summary>When the next reminder is due, one that is overdue included; for staff.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The moment; null when no reminder is left, or the actor may not read it.</returns>
    public async Task<Instant?> NextDueAsync(CancellationToken cancellationToken = default) =>
        acts.Gate.Readable.Everything ? await queries.NextReminderAsync(cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Raises <see cref="ActivityReminderDue"/> for activities whose reminders are due, the longest due first.</summary>
    /// <param name="take">How many activities at most; call again while as many come back.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The activities, or <c>ActNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<IReadOnlyList<Activity>>> RaiseDueAsync(int take = 100, CancellationToken cancellationToken = default) => acts.MakeAsync(
        "interactions.raise-reminders",
        async now =>
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(take, MaxTake);
            var due = (await activities.WithDueRemindersAsync(now, take, cancellationToken).ConfigureAwait(false)).Where(a => a.CanRaiseReminders(now)).ToList();
            due.ForEach(a => a.RaiseReminders(now));
            return Raised(due);
        },
        cancellationToken);

    private static CrmResult<IReadOnlyList<Activity>> Raised(List<Activity> due) => due;
}
