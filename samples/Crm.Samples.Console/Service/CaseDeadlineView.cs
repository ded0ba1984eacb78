using Crm.Domain.Service;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Output;
using NodaTime;

namespace Crm.Samples.Console.Service;

/// <summary>The deadlines of a case as <c>crm case show</c> prints them.</summary>
internal sealed record CaseDeadlineView(IReadOnlyList<ServiceDeadline> Deadlines, Instant Now)
{
    public static async Task<CaseDeadlineView> ReadAsync(CrmSession session, ServiceCaseId caseId, CancellationToken cancellationToken) =>
        new(await session.Get<ServiceDeadlines>().OfCaseAsync(caseId, cancellationToken), session.Now);

    public IEnumerable<object> ToDocument() => Deadlines.Select(d => new
    {
        d.Target, d.Ordinal, Status = d.StatusAt(Now), d.StartedAt, d.Due, d.EndedAt, UsedMinutes = d.UsedSeconds / 60d, LeftMinutes = d.LeftSeconds / 60d, d.ReckonedAt, d.NextAlarmAt,
    });

    public void Print(Report report)
    {
        if (Deadlines.Count > 0)
        {
            report.Heading("Deadlines").Table(
                ["Target", "Status", "Due", "Ended", "Next level"],
                Deadlines.Select(d => new object?[] { $"{d.Target} {d.Ordinal}", d.StatusAt(Now), d.Due, d.EndedAt, d.NextAlarmAt })).Line();
        }
    }
}
