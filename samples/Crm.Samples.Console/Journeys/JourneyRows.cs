using System.Text.Json.Nodes;
using Crm.Domain.Marketing;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Journeys;

/// <summary>How journeys and runs are printed.</summary>
internal static class JourneyRows
{
    public static void Print(Run run, Journey journey) => run.Output.Write(
        new
        {
            journey.Id, Journey = journey.Key, journey.Name, Published = journey.PublishedNumber, Segment = journey.SegmentKey,
            Versions = journey.Versions.OrderBy(v => v.Number).Select(v => new { Version = v.Number, v.Status, v.WrittenAt, v.PublishedAt, v.RetiredAt, Definition = JsonNode.Parse(v.Definition) }), journey.Version,
        },
        report => report.Heading(journey.Name).Fields(("Journey", journey.Key), ("Published", journey.PublishedNumber))
            .Table(["Version", "Status", "Written", "Published", "Retired"], journey.Versions.OrderBy(v => v.Number).Select(v => new object?[] { v.Number, v.Status, v.WrittenAt, v.PublishedAt, v.RetiredAt })));

    public static object Row(JourneyRun run) => new
    {
        run.Id, Journey = run.JourneyKey, Version = run.Number, Customer = run.CustomerId, run.Status, run.EnteredBy, run.EnteredAt, run.IsControl, run.Step, run.ArrivedAt, Due = run.DueAt, run.EndedAt, run.ReachedAt, run.Attempts, run.Problem,
    };

    public static object?[] Cells(JourneyRun run) => [run.CustomerId, run.JourneyKey, run.Number, run.Status, run.Step, run.EnteredAt, run.DueAt, run.Problem];
}
