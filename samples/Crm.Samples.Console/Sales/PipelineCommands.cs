using System.CommandLine;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Sales;

/// <summary><c>crm pipeline …</c>: ways of selling, their stages, and how opportunities fare in them.</summary>
internal static class PipelineCommands
{
    private static readonly Argument<string?> s_pipeline = new("PIPELINE") { Description = SalesTexts.PipelineKeys, Arity = ArgumentArity.ZeroOrOne };

    public static Command Create() => new Command("pipeline", "Pipelines, their stages, and how deals fare in them.").With(
        Make(),
        List(),
        Show(),
        Change("default", "Make it the pipeline of deals that name none.", (doors, id, token) => doors.MakeDefaultAsync(id, null, token)),
        Change("archive", "Open no deals in it any more.", (doors, id, token) => doors.ArchiveAsync(id, null, token)),
        Change("restore", "Open deals in it again.", (doors, id, token) => doors.RestoreAsync(id, null, token)),
        PipelineStageCommands.Create(),
        Board(),
        Rotting(),
        Funnel(),
        Flow(),
        Velocity());

    private static Command Make()
    {
        var name = new Argument<string>("NAME") { Description = "The name; unique." };
        return new Command("create", "Make a pipeline with the usual stages, to be changed from there.").With(name).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var made = await session.Get<Pipelines>().CreateAsync(PipelineDefinition.Standard with { Name = run.Get(name) }, token).OrFail();
                await session.SaveAsync(token);
                SalesRows.Print(run, made);
            },
            token));
    }

    private static Command List() => new Command("list", "All pipelines.").Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var all = await session.Get<Pipelines>().ListAsync(token);
            run.Output.Write(
                new { Pipelines = all.Select(SalesRows.Document) },
                report => report.Table(
                    ["Id", "Pipeline", "Default", "Archived", "Stages"],
                    all.Select(p => new object?[] { p.Id, p.Name, p.IsDefault ? "yes" : null, p.IsArchived ? "yes" : null, string.Join(", ", p.Stages.Select(s => s.Key)) })));
        },
        token));

    private static Command Show() => Of("show", "A pipeline with its stages.", (run, _, pipeline, _) =>
    {
        SalesRows.Print(run, pipeline);
        return Task.CompletedTask;
    });

    private static Command Change(string verb, string description, Func<Pipelines, PipelineId, CancellationToken, Task<CrmResult<Pipeline>>> change) =>
        Of(verb, description, async (run, session, pipeline, token) =>
        {
            var changed = await change(session.Get<Pipelines>(), pipeline.Id, token).OrFail();
            await session.SaveAsync(token);
            SalesRows.Print(run, changed);
        });

    private static Command Board()
    {
        var stage = new Option<string?>("--stage") { Description = "Key of a stage: its deals, those that came last first. Left out: what stands in which stage." };
        var page = new PageOptions();
        return Of("board", "What stands in which stage.", async (run, session, pipeline, token) =>
        {
            if (run.Get(stage) is { } key)
            {
                var deals = await session.Get<PipelineBoard>().StageAsync(pipeline.Id, key, page.Read(run), token);
                run.Output.Write(
                    new { Items = deals.Items.Select(SalesRows.Row), Next = deals.Next?.ToString() },
                    report => report.Table(SalesRows.DealColumns, deals.Items.Select(SalesRows.Cells)).More(deals.Next));
                return;
            }

            var totals = await session.Get<PipelineBoard>().TotalsAsync(pipeline.Id, token);
            run.Output.Write(
                new { Stages = totals.Select(t => new { t.Stage, t.Count, t.Amount }) },
                report => report.Table(["Stage", "Deals", "Amount"], totals.Select(t => new object?[] { t.Stage, t.Count, t.Amount })));
        }).With([stage, .. page.All]);
    }

    private static Command Rotting()
    {
        var take = new Option<int>("--take") { Description = "How many.", DefaultValueFactory = _ => 50 };
        return Of("rotting", "Deals that have been in their stage for too long, the most overdue first.", async (run, session, pipeline, token) =>
        {
            var rotting = await session.Get<PipelineBoard>().RottingAsync(pipeline.Id, PageOptions.Rows(take.Name, run.Get(take)), token);
            run.Output.Write(
                new { Items = rotting.Select(r => new { Deal = SalesRows.Row(r.Opportunity), OverdueDays = r.Overdue.TotalDays }) },
                report => report.Table(["Id", "Deal", "Stage", "Overdue (days)"], rotting.Select(r => new object?[] { r.Opportunity.Id, r.Opportunity.Name, r.Opportunity.Stage, r.Overdue.TotalDays })));
        }).With(take);
    }

    private static Command Funnel() => Of("funnel", "How many deals came to which stage; a lost one counts up to the furthest that it reached.", async (run, session, pipeline, token) =>
    {
        var funnel = await session.Get<PipelineReports>().FunnelAsync(pipeline.Id, null, token);
        run.Output.Write(
            new { Stages = funnel },
            report => report.Table(["Stage", "Reached", "Open", "Won", "Lost here", "Win rate"], funnel.Select(s => new object?[] { s.Name, s.Reached, s.Open, s.Won, s.Lost, s.WinRate })));
    });

    private static Command Flow() => Of("flow", "How long deals stay in a stage, and where they go from there.", async (run, session, pipeline, token) =>
    {
        var flow = await session.Get<PipelineReports>().FlowAsync(pipeline.Id, null, token);
        run.Output.Write(
            new { Stages = flow.Select(s => new { s.Stage, s.Name, s.Entered, s.Left, s.Forward, s.Conversion, MeanStaySeconds = s.MeanStay?.TotalSeconds, Next = s.Next.ToDictionary(n => n.Key, n => n.Value) }) },
            report => report.Table(
                ["Stage", "Entered", "Left", "Forward", "Conversion", "Mean stay (days)"],
                flow.Select(s => new object?[] { s.Name, s.Entered, s.Left, s.Forward, s.Conversion, s.MeanStay?.TotalDays })));
    });

    private static Command Velocity() => Of("velocity", "How fast deals become sales, by currency.", async (run, session, pipeline, token) =>
    {
        var velocity = await session.Get<PipelineReports>().VelocityAsync(pipeline.Id, null, token);
        run.Output.Write(
            new { Currencies = velocity.Select(v => new { Currency = v.Currency?.Code, v.Won, v.Lost, v.WinRate, v.MeanWon, MeanCycleDays = v.MeanCycle?.TotalDays, v.PerDay }) },
            report => report.Table(
                ["Currency", "Won", "Lost", "Win rate", "Mean won", "Mean cycle (days)", "A day"],
                velocity.Select(v => new object?[] { v.Currency?.Code, v.Won, v.Lost, v.WinRate, v.MeanWon, v.MeanCycle?.TotalDays, v.PerDay })));
    });

    private static Command Of(string verb, string description, Func<Run, Hosting.CrmSession, Pipeline, CancellationToken, Task> act) =>
        new Command(verb, description).With(s_pipeline).Does((run, token) => run.WithCrmAsync(
            async session => await act(run, session, await session.PipelineAsync(run.Find(s_pipeline), token), token), token));
}
