using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Time;
using Crm.Samples.Console.Hosting;
using NodaTime;

namespace Crm.Samples.Console.Analysis;

/// <summary>What the database has of service to customers, as activities of a tariff: minutes that agents spent, and visits that were done.</summary>
internal static class RecordedServices
{
    private const string Visit = "visit";

    /// <summary>Reads the activities that the tariff prices.</summary>
    /// <param name="asOf">Work that began to wait, and visits that could begin, on this day or earlier; all when null.</param>
    public static async Task<List<(string Customer, string Activity, decimal Quantity)>> ReadAsync(
        CrmSession session, IReadOnlyDictionary<string, decimal> tariff, LocalDate? asOf, CancellationToken cancellationToken)
    {
        var uses = new List<(string, string, decimal)>();
        var until = asOf is { } day ? day.PlusDays(1).AtStartOfDayInZone(session.Get<IBusinessZone>().Zone).ToInstant() : session.Now + Duration.FromMilliseconds(1);
        if (Enum.GetValues<WorkItemKind>().Any(kind => tariff.ContainsKey(Minutes(kind))))
        {
            await foreach (var record in session.Get<IQueueMetricQueries>().RecordsAsync(null, Instant.FromUnixTimeTicks(0), until, cancellationToken))
            {
                if (record.CustomerId is { } customer && record.Handling.Total > Duration.Zero && tariff.ContainsKey(Minutes(record.Kind)))
                {
                    uses.Add((customer.ToString(), Minutes(record.Kind), (decimal)record.Handling.Total.TotalMilliseconds / 60_000m));
                }
            }
        }

        if (tariff.ContainsKey(Visit))
        {
            var page = new PageRequest { Take = PageRequest.MaxTake };
            while (true)
            {
                var visits = await session.Get<FieldService>().ListAsync(new VisitCriteria { Status = VisitStatus.Done }, page, cancellationToken);
                uses.AddRange(visits.Items.Where(visit => visit.WindowFrom < until).Select(visit => (visit.CustomerId.ToString(), Visit, 1m)));
                if (visits.Next is not { } next)
                {
                    break;
                }

                page = page with { After = next };
            }
        }

        return uses;
    }

    private static string Minutes(WorkItemKind kind) => kind switch
    {
        WorkItemKind.Case => "caseMinute",
        WorkItemKind.Callback => "callbackMinute",
        _ => "contactMinute",
    };
}
