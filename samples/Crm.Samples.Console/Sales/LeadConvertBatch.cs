using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Sales;

/// <summary><c>crm lead convert --all|--file</c>: many leads, each by itself.</summary>
internal static class LeadConvertBatch
{
    /// <summary>The leads that are neither disqualified nor converted, those that came first first.</summary>
    public static async Task<IReadOnlyList<LeadId>> OpenAsync(CrmSession session, CancellationToken cancellationToken)
    {
        var found = new List<LeadSummary>();
        foreach (var status in (LeadStatus[])[LeadStatus.New, LeadStatus.Working, LeadStatus.Nurturing])
        {
            var page = new PageRequest { Take = PageRequest.MaxTake };
            while (true)
            {
                var read = await session.Get<LeadDesk>().ListAsync(new LeadCriteria { Status = status }, page, cancellationToken);
                found.AddRange(read.Items);
                if (read.Next is not { } next)
                {
                    break;
                }

                page = page with { After = next };
            }
        }

        return [.. found.OrderBy(l => l.ReceivedAt).ThenBy(l => l.Id).Select(l => l.Id)];
    }

    /// <summary>The leads that a file names, one id a line.</summary>
    public static IReadOnlyList<LeadId> Named(string file) => TextSource.Of(file).Read(text =>
    {
        var ids = new List<LeadId>();
        for (var row = 1; text.ReadLine() is { } line; row++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                ids.Add(LeadId.TryParse(line.Trim(), null, out var id) ? id : throw CommandFailure.Input("LeadIdUnreadable", $"{line.Trim()} is no id of a lead.", file, row));
            }
        }

        return ids;
    });

    public static async Task ConvertAsync(Run run, CrmSession session, IReadOnlyList<LeadId> ids, LeadConversion conversion, CancellationToken cancellationToken)
    {
        var results = await session.Get<LeadConverter>().ConvertAllAsync(ids, conversion, cancellationToken);
        var done = results.Where(r => r.Value.Succeeded).ToList();
        run.Output.Write(
            new
            {
                Converted = done.Count,
                Refused = results.Count - done.Count,
                Items = results.Select(r => new
                {
                    Lead = r.Key,
                    Person = r.Value.TryGetValue(out var became) ? became.PersonId : null,
                    Organisation = became?.OrganisationId,
                    Deal = became?.OpportunityId,
                    Errors = r.Value.Errors.Select(e => new { e.Code, e.Message, e.Target }),
                }),
            },
            report => report.Fields(("Converted", done.Count), ("Refused", results.Count - done.Count)).Table(
                ["Lead", "Why not"], results.Where(r => !r.Value.Succeeded).Select(r => new object?[] { r.Key, string.Join(" ", r.Value.Errors.Select(e => $"[{e.Code}] {e.Message}")) })));
    }
}
