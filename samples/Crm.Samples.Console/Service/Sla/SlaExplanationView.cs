using Crm.Domain.Service;
using Crm.Samples.Console.Output;
using NodaTime;

namespace Crm.Samples.Console.Service.Sla;

/// <summary>An explained case.</summary>
internal static class SlaExplanationView
{
    public static object ToDocument(ServiceLevelExplanation explained) => new
    {
        Case = explained.Number.Value,
        explained.CaseId,
        explained.Timeline.AsOf,
        Policy = explained.Level?.PolicyName,
        explained.Level?.Key.Priority,
        explained.Timeline.Status,
        explained.Timeline.NextDue,
        explained.Timeline.FirstRespondedAt,
        explained.Timeline.ResolvedAt,
        Targets = explained.Timeline.Claims.Select(c => new
        {
            c.Target, c.Ordinal, c.Status, c.StartedAt, Allowed = c.Allowed.ToString(), c.Due, c.EndedAt, UsedMinutes = Minutes(c.Used), LeftMinutes = Minutes(c.Left),
            Spans = c.Spans.Select(s => new { s.From, s.To, s.Counts, BusinessMinutes = Minutes(s.BusinessTime), Open = s.OpenPeriods.Select(o => new { From = o.Start, To = o.End }) }),
        }),
        Changes = explained.Changes.Select(c => new
        {
            c.At, c.Reason, Before = c.Before?.PolicyName, After = c.After?.PolicyName, Moves = c.Moves.Select(m => new { m.Target, m.Ordinal, m.Before, m.After }),
        }),
        Raised = explained.Raised.Select(r => new { r.Target, r.Ordinal, r.Level, r.Due, r.ReachedAt, r.RaisedAt }),
    };

    public static void Print(ServiceLevelExplanation explained, Report report)
    {
        report.Heading($"{explained.Number}, as of {Time(explained.Timeline.AsOf)}").Fields(
            ("Policy", explained.Level?.PolicyName), ("Priority", explained.Level?.Key.Priority), ("Status", explained.Timeline.Status), ("Next due", explained.Timeline.NextDue)).Line();
        foreach (var claim in explained.Timeline.Claims)
        {
            report.Heading($"{claim.Target} {claim.Ordinal}: {claim.Status}, {Minutes(claim.Used):0.##} of {claim.Allowed} used, {Left(claim)}{(claim.Due is { } due ? $", due {Time(due)}" : "")}")
                .Table(
                    ["From", "To", "", "Business minutes"],
                    claim.Spans.Select(s => new object?[] { s.From, s.To, s.Counts ? "counts" : "stands still", Minutes(s.BusinessTime) }));
        }

        report.Heading("Changes").Table(
            ["At", "Reason", "Policy", "Deadlines"],
            explained.Changes.Select(c => new object?[] { c.At, c.Reason, c.After?.PolicyName ?? "none", string.Join("; ", c.Moves.Select(m => $"{m.Target} {m.Ordinal}: {Time(m.Before)} → {Time(m.After)}")) }));
        report.Heading("Raised").Table(["Target", "Level", "Came", "Raised"], explained.Raised.Select(r => new object?[] { $"{r.Target} {r.Ordinal}", r.Level, r.ReachedAt, r.RaisedAt }));
    }

    private static string Left(SlaClaim claim) => claim.Left < Duration.Zero ? $"{-Minutes(claim.Left):0.##} min late" : $"{Minutes(claim.Left):0.##} min left";

    private static string Time(Instant? at) => at?.ToString("uuuu-MM-dd HH:mm", null) ?? "none";

    private static double Minutes(Duration duration) => Math.Round(duration.TotalMinutes, 4);
}
