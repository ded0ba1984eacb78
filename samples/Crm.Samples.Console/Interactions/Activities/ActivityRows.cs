using Crm.Domain.Interactions;
using Crm.Samples.Console.Output;
using NodaTime;

namespace Crm.Samples.Console.Interactions;

/// <summary>How activities are printed.</summary>
internal static class ActivityRows
{
    public static IReadOnlyList<string> Columns { get; } = ["At", "Until", "Kind", "What", "Stands", "Who", "Customer", "Id"];

    public static object Row(ActivitySummary a, Instant now) => new
    {
        a.Id, Kind = a.Kind.Value, a.Subject, a.Status, Overdue = a.IsOverdueAt(now), a.Priority, a.CustomerId, a.About, a.AssigneeId, a.TeamId, a.Place, At = a.PlannedAt, Until = a.DueAt,
    };

    public static object?[] Cells(ActivitySummary a, Instant now) =>
        [a.PlannedAt, a.DueAt == a.PlannedAt ? null : a.DueAt, a.Kind, a.Subject, a.IsOverdueAt(now) ? "overdue" : a.Status, a.AssigneeId ?? a.TeamId, a.CustomerId, a.Id];

    public static object Document(Activity a, Instant now) => new
    {
        a.Id, Kind = a.Kind.Value, a.Subject, a.Description, a.Status, Overdue = a.IsOverdueAt(now), a.Priority, a.CustomerId, a.About, a.AssigneeId, a.TeamId, a.Place, Channel = a.Channel?.Value,
        At = a.PlannedAt, Until = a.DueAt, a.TimeZone, a.StartedAt, a.SettledAt, a.SettledBy, a.Outcome, TookSeconds = a.Took?.TotalSeconds, Interaction = a.InteractionId,
        Recurrence = a.Recurrence?.ToString(), Series = a.SeriesId, a.Sequence,
        Participants = a.Participants.Select(p => new { p.Number, p.Role, p.Address, p.Name, p.Acceptance, p.AnsweredAt }),
        Reminders = a.Reminders.OrderBy(r => r.DueAt).Select(r => new { r.DueAt, r.RaisedAt }),
        Moves = a.Moves.Select(m => new { m.At, From = m.FromStart, To = m.ToStart, m.Reason, m.ActorId }),
    };

    public static object Document(SettledActivity settled, Instant now) => new
    {
        Activity = Document(settled.Activity, now), Contact = settled.Contact?.Id, FollowUp = settled.FollowUp?.Id, Next = settled.Next is { } next ? new { next.Id, At = next.PlannedAt } : null,
    };

    public static Report Show(this Report report, Activity a, Instant now) => report.Heading(a.Subject)
        .Fields(
            ("Id", a.Id), ("Kind", a.Kind), ("Stands", a.IsOverdueAt(now) ? "overdue" : a.Status), ("At", a.PlannedAt), ("Until", a.DueAt == a.PlannedAt ? null : a.DueAt), ("Zone", a.TimeZone),
            ("Place", a.Place), ("Customer", a.CustomerId), ("About", a.About is { } about ? $"{about.Kind} {about.Id}" : null), ("Who", a.AssigneeId ?? a.TeamId), ("Repeats", a.Recurrence?.Rule.ToString()),
            ("Took", a.Took?.ToString("H:mm:ss", null)), ("Contact", a.InteractionId), ("Outcome", a.Outcome), ("Note", a.Description))
        .Table(["Who takes part", "As", "Answer"], a.Participants.Select(p => new object?[] { p.Name ?? p.Address, p.Role, p.Acceptance }))
        .Table(["Moved at", "From", "To", "Because"], a.Moves.Select(m => new object?[] { m.At, m.FromStart, m.ToStart, m.Reason }));
}
