using Crm.Domain.Interactions;
using Crm.Domain.Primitives;

namespace Crm.Samples.Console.Output;

internal static class ReportExtensions
{
    public static Report More(this Report report, PageKey? next, string option = "--after") =>
        next is null ? report : report.Line($"More: {option} {next}");

    public static Report Timeline(this Report report, Page<TimelineItem> page) => report.Table(
        ["At", "What", "Channel", "By", "Text", "Open with"],
        page.Items.Select(i => new object?[] { i.At, i.Kind, i.Channel is null ? null : $"{i.Channel} {Arrow(i)}", i.Actor, i.Text, Command(i.Reference) }));

    private static string Arrow(TimelineItem item) => item.Direction switch
    {
        Domain.Values.Direction.Inbound => "in",
        Domain.Values.Direction.Outbound => "out",
        _ => "",
    };

    private static string? Command(SubjectReference? reference) => reference is null
        ? null
        : $"{Verb(reference.Kind)} show {reference.Id}";

    private static string Verb(string kind) => kind switch
    {
        SubjectKinds.KnowledgeItem => "knowledge",
        SubjectKinds.Opportunity => "deal",
        _ => kind,
    };
}
