using System.CommandLine;
using Crm.Domain.Criteria;
using Crm.Domain.Marketing;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Input;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Segments;

/// <summary><c>crm segment list|show|members|history|runs|evaluate</c>, and what changes segments.</summary>
internal static class SegmentCommands
{
    private static readonly Argument<string> s_key = new("KEY") { Description = "The segment's key." };

    public static Command Create() => new Command("segment", "Groups of customers by criteria or by name, and of whom criteria hold.")
        .With([List(), Show(), Members(), History(), Runs(), .. SegmentChangeCommands.All, Evaluate()]);

    private static Command List()
    {
        var all = new Option<bool>("--all") { Description = "Archived ones too." };
        return new Command("list", "The segments with the number of their members.").With(all).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var segments = await session.Get<SegmentMembers>().SegmentsAsync(run.Get(all), token);
                run.Output.Write(new { Segments = segments.Select(SegmentRows.Json) }, report => report.Table(SegmentRows.Columns, segments.Select(SegmentRows.Cells)));
            },
            token));
    }

    private static Command Show() => new Command("show", "A segment with the versions of its criteria.").With(s_key).Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var found = (await session.Get<SegmentMembers>().FindAsync(run.Get(s_key)!, token)).OrFail(session.Errors.SegmentNotFound(run.Get(s_key)!));
            run.Output.Write(
                new
                {
                    Segment = SegmentRows.Json(found.Summary), found.AnnouncesMembers,
                    Versions = found.Versions.Select(v => new { Version = v.Number, Criteria = System.Text.Json.Nodes.JsonNode.Parse(v.Criteria), v.At, v.By }),
                },
                report => report.Table(SegmentRows.Columns, [SegmentRows.Cells(found.Summary)])
                    .Table(["Version", "Since", "By", "Criteria"], found.Versions.Select(v => new object?[] { v.Number, v.At, v.By, v.Criteria })));
        },
        token));

    private static Command Members()
    {
        var paging = new PageOptions();
        return new Command("members", "The customers that are in a segment, by id.").With([s_key, .. paging.All]).Does((run, token) =>
        {
            var request = paging.Read(run);
            return run.WithCrmAsync(
                async session =>
                {
                    var key = (await session.Get<SegmentMembers>().FindAsync(run.Get(s_key)!, token)).OrFail(session.Errors.SegmentNotFound(run.Get(s_key)!)).Summary.Key;
                    var page = await session.Get<SegmentMembers>().ListAsync(key, request, token);
                    run.Output.Write(
                        new { Items = page.Items.Select(SegmentRows.Json), Next = page.Next?.ToString() },
                        report => report.Table(["Customer", "Name", "Since", "Why", "Version", "By", "Note"], page.Items.Select(m => new object?[] { m.CustomerId, m.DisplayName, m.EnteredAt, m.Reason, m.Number, m.By, m.Note }))
                            .More(page.Next));
                },
                token);
        });
    }

    private static Command History()
    {
        var customer = new Argument<string>("CUSTOMER") { Description = CustomerLookup.Keys };
        var paging = new PageOptions();
        return new Command("history", "The stays of a customer in segments, the newest first, with why each began and ended.").With([customer, .. paging.All]).Does((run, token) =>
        {
            var request = paging.Read(run);
            return run.WithCrmAsync(
                async session =>
                {
                    var page = await session.Get<SegmentMembers>().HistoryAsync((await session.CustomerAsync(run.Get(customer)!, token)).Id, request, token);
                    run.Output.Write(
                        new { Items = page.Items.Select(SegmentRows.Json), Next = page.Next?.ToString() },
                        report => report.Table(SegmentRows.StayColumns, page.Items.Select(SegmentRows.Cells)).More(page.Next));
                },
                token);
        });
    }

    private static Command Runs()
    {
        var paging = new PageOptions();
        return new Command("runs", "The refreshes that changed a segment, the newest first, each with the version of the criteria.").With([s_key, .. paging.All]).Does((run, token) =>
        {
            var request = paging.Read(run);
            return run.WithCrmAsync(
                async session =>
                {
                    var page = await session.Get<SegmentMembers>().RunsAsync(run.Get(s_key)!, request, token);
                    run.Output.Write(
                        new { Items = page.Items.Select(r => new { r.Id, r.Moment, Version = r.Number, r.Mode, r.Asked, r.Entered, r.Left }), Next = page.Next?.ToString() },
                        report => report.Table(["Moment", "Version", "Mode", "Asked", "Entered", "Left"], page.Items.Select(r => new object?[] { r.Moment, r.Number, r.Mode, r.Asked is { } asked ? asked : "all", r.Entered, r.Left }))
                            .More(page.Next));
                },
                token);
        });
    }

    private static Command Evaluate()
    {
        var file = new Argument<string>("FILE") { Description = "JSON with asOf, criteria, customers and facts; - reads what is piped in." };
        return new Command("evaluate", "Evaluate criteria on the records of a file, without a database.").With(file).Does((run, _) =>
        {
            var outcomes = SegmentFile.Evaluate(TextSource.Of(run.Get(file)));
            run.Output.Write(
                new
                {
                    Members = outcomes.Where(o => o.Holds).Select(o => o.Id),
                    Explain = outcomes.ToDictionary(o => o.Id, o => new { o.Holds, o.Conditions }, StringComparer.Ordinal),
                },
                report => report
                    .Line($"{outcomes.Count(o => o.Holds)} of {outcomes.Count} are members.")
                    .Table(
                        ["Customer", "Member", "Condition", "Field", "Operator", "Held"],
                        outcomes.SelectMany(o => o.Conditions.DefaultIfEmpty(new ConditionOutcome("$", "", "", o.Holds))
                            .Select(c => new object?[] { o.Id, o.Holds ? "yes" : "no", c.Path, c.Field, c.Operator, c.Holds ? "yes" : "no" }))));
            return Task.CompletedTask;
        });
    }
}
