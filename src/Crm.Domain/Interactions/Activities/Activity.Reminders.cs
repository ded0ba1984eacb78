using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Interactions;

public sealed partial class Activity
{
    /// <summary>Most reminders.</summary>
    public const int MaxReminders = 10;

    private static readonly Duration s_longestNotice = Duration.FromDays(366);
    private readonly List<ActivityReminder> _reminders = [];

    /// <summary>When it is to be remembered.</summary>
    public IReadOnlyList<ActivityReminder> Reminders => _reminders;

    /// <summary>The next reminder that was not raised, as long as it is open.</summary>
    public Instant? NextReminderAt { get; private set; }

    /// <summary>Whether a reminder can be added.</summary>
    /// <param name="before">How long before the start.</param>
    /// <returns>The ruling; refused with <c>ActivityNotOpen</c> or <c>ActivityReminderPresent</c>.</returns>
    public CrmRuling CanRemind(Duration before) => CanChange()
        .Then(_reminders.Exists(r => r.Before == before) || _reminders.Count >= MaxReminders ? CrmRuling.Refused(e => e.ActivityReminderPresent(MaxReminders)) : CrmRuling.Permitted);

    /// <summary>Adds a reminder.</summary>
    /// <param name="before">How long before the start; up to 366 days.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is settled, there is such a reminder already, or there are too many.</exception>
    /// <exception cref="ArgumentException">The time is negative or too long.</exception>
    public void Remind(Duration before, Instant now)
    {
        CanRemind(before).Demand();
        _reminders.Add(new ActivityReminder(Notice(before), PlannedAt));
        NextReminderAt = NextReminder();
        Raise(new ActivityReminderSet(Id, before, now));
    }

    /// <summary>Whether a reminder is due.</summary>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>ActivityReminderNotDue</c>.</returns>
    public CrmRuling CanRaiseReminders(Instant now) => NextReminderAt <= now ? CrmRuling.Permitted : CrmRuling.Refused(e => e.ActivityReminderNotDue(Subject));

    /// <summary>Raises the reminders that are due, all at once and once only.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">None is due.</exception>
    public void RaiseReminders(Instant now)
    {
        CanRaiseReminders(now).Demand();
        var due = _reminders.FindAll(r => r.RaisedAt is null && r.DueAt <= now);
        due.ForEach(r => r.Raise(now));
        NextReminderAt = NextReminder();
        Raise(new ActivityReminderDue(Id, Kind, Subject, CustomerId, AssigneeId, TeamId, PlannedAt, due.Max(r => r.DueAt), now));
    }

    private static Duration Notice(Duration before) =>
        before >= Duration.Zero && before <= s_longestNotice ? before : throw new ArgumentOutOfRangeException(nameof(before), before, "A reminder comes up to 366 days before.");

    private Instant? NextReminder() => IsOpen ? _reminders.Where(r => r.RaisedAt is null).Select(r => (Instant?)r.DueAt).Min() : null;

    private void AddReminders(IReadOnlyList<Duration> before, Instant now)
    {
        if (before is not { Count: <= MaxReminders })
        {
            throw new ArgumentException($"At most {MaxReminders} reminders.", nameof(before));
        }

        foreach (var notice in before.Distinct())
        {
            // One whose moment has passed when the activity is planned would only tell what was just said.
            var reminder = new ActivityReminder(Notice(notice), PlannedAt);
            if (reminder.DueAt <= now)
            {
                reminder.Raise(now);
            }

            _reminders.Add(reminder);
        }
    }
}
