using Crm.Domain.Marketing;

namespace Crm.Samples.Console.Segments;

/// <summary>How segments, members, stays and refreshes are printed.</summary>
internal static class SegmentRows
{
    public static readonly string[] Columns = ["Segment", "Name", "Kind", "Members", "Version", "Refreshed", "Archived", "Problem"];

    public static readonly string[] StayColumns = ["Segment", "Entered", "Why", "Left", "Why", "Notes"];

    public static object Json(SegmentSummary segment) => new
    {
        segment.Key, segment.Name, segment.Description, segment.Kind, segment.Members, Version = segment.Number, segment.CreatedAt, segment.RefreshedAt, segment.ArchivedAt, segment.Problem,
    };

    public static object?[] Cells(SegmentSummary segment) =>
        [segment.Key, segment.Name, segment.Kind, segment.Members, segment.Number == 0 ? null : segment.Number, segment.RefreshedAt, segment.ArchivedAt, segment.Problem];

    public static object Json(SegmentMember member) => new { Customer = member.CustomerId, Name = member.DisplayName, member.EnteredAt, member.Reason, Version = member.Number, member.By, member.Note };

    public static object Json(SegmentStay stay) => new
    {
        Segment = stay.Key, stay.Name, stay.EnteredAt, stay.EnteredBecause, EnteredVersion = stay.EnteredNumber, stay.EnteredBy, stay.EnteredNote,
        stay.LeftAt, stay.LeftBecause, LeftVersion = stay.LeftNumber, stay.LeftBy, stay.LeftNote,
    };

    public static object?[] Cells(SegmentStay stay) =>
        [stay.Key, stay.EnteredAt, stay.EnteredBecause, stay.LeftAt, stay.LeftBecause, string.Join("; ", new[] { stay.EnteredNote, stay.LeftNote }.OfType<string>())];
}
