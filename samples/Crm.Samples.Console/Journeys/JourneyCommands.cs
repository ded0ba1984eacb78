using System.CommandLine;
using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Marketing;
using Crm.Persistence.EfCore.Outbox;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Input;
using Crm.Samples.Console.Output;
using Crm.Samples.Console.Sales;

namespace Crm.Samples.Console.Journeys;

/// <summary><c>crm journey …</c>: steps that contacts take, each at their own pace.</summary>
internal static class JourneyCommands
{
    private static readonly Argument<string> s_key = new("JOURNEY") { Description = "The journey's key." };
    private static readonly Argument<string> s_customer = new("CUSTOMER") { Description = CustomerLookup.Keys };
    private static readonly Option<int?> s_number = new("--version") { Description = "One version; the last one that was published when left out." };

    public static Command Create() => new Command("journey", "Journeys: steps that contacts take, each at their own pace.").With(
        Make(), Rewrite(), Change("publish", "Let contacts enter the draft.", (j, k, t) => j.PublishAsync(k, null, t)), Change("retire", "Let nobody enter any more.", (j, k, t) => j.RetireAsync(k, null, t)),
        List(), Show(), Check(), Templates(), Enter(), Leave(), Runs(), Steps(), GoOn(), Statistics(), Effect(), Simulate());

    private static Command Make()
    {
        var (key, file) = (new Argument<string>("JOURNEY") { Description = "The key: lower-case letters, digits and hyphens; unique." }, File());
        var name = new Option<string?>("--name") { Description = "The name for people; the key when left out." };
        var publish = new Option<bool>("--publish") { Description = "Let contacts enter at once." };
        return new Command("create", "Begin a journey as a draft.").With(key, file, name, publish).Does((run, token) =>
        {
            var definition = Read(run.Get(file)!);
            return run.WithCrmAsync(
                async session =>
                {
                    var (journeys, journey) = (session.Get<Crm.Domain.Marketing.Journeys>(), run.Get(key)!);
                    var made = await journeys.CreateAsync(journey, run.Get(name) ?? journey, definition, token).OrFail();
                    await session.SaveAsync(token);
                    if (run.Get(publish))
                    {
                        await journeys.PublishAsync(journey, null, token).OrFail();
                        await session.SaveAsync(token);
                    }

                    JourneyRows.Print(run, made);
                },
                token);
        });
    }

    private static Command Rewrite()
    {
        var file = File();
        return new Command("rewrite", "Write the draft anew, or begin one; whoever is on the way stays on their version.").With(s_key, file).Does((run, token) =>
        {
            var definition = Read(run.Get(file)!);
            return ChangeAsync(run, (j, k, t) => j.RewriteAsync(k, definition, null, t), token);
        });
    }

    private static Command Change(string name, string description, Func<Crm.Domain.Marketing.Journeys, string, CancellationToken, Task<CrmResult<Journey>>> change) =>
        new Command(name, description).With(s_key).Does((run, token) => ChangeAsync(run, change, token));

    private static Command List() => new Command("list", "All journeys, with how many contacts are on the way.").Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var all = await session.Get<Crm.Domain.Marketing.Journeys>().ListAsync(token);
            run.Output.Write(
                new { Journeys = all.Select(j => new { Journey = j.Key, j.Name, Published = j.PublishedNumber, j.HasDraft, j.Running }) },
                report => report.Table(["Journey", "Name", "Published", "Draft", "On the way"], all.Select(j => new object?[] { j.Key, j.Name, j.PublishedNumber, j.HasDraft ? "yes" : "no", j.Running })));
        },
        token));

    private static Command Show() => new Command("show", "One journey with its versions.").With(s_key).Does((run, token) => run.WithCrmAsync(
        async session => JourneyRows.Print(run, (await session.Get<Crm.Domain.Marketing.Journeys>().FindAsync(run.Get(s_key)!, token)).OrFail(session.Errors.JourneyNotFound(run.Get(s_key)!))),
        token));

    private static Command Check()
    {
        var file = File();
        return new Command("check", "Check a journey as saving it would; nothing is stored.").With(file).Does((run, token) =>
        {
            var definition = Read(run.Get(file)!);
            return run.WithCrmAsync(
                async session =>
                {
                    var wrong = await session.Get<Crm.Domain.Marketing.Journeys>().CheckAsync(definition, token).OrFail();
                    if (wrong.Count > 0)
                    {
                        throw CommandFailure.Refused(wrong);
                    }

                    run.Output.Write(new { Steps = definition.Steps.Count }, report => report.Fields(("Steps", definition.Steps.Count)));
                },
                token);
        });
    }

    private static Command Templates()
    {
        var name = new Argument<string?>("NAME") { Description = "One of them; all names when left out.", Arity = ArgumentArity.ZeroOrOne };
        return new Command("templates", "Journeys to begin with; of one, its JSON.").With(name).Does((run, _) =>
        {
            if (run.Find(name) is not { } wanted)
            {
                run.Output.Write(new { Templates = JourneyTemplates.All.Keys }, report => report.Table(["Template"], JourneyTemplates.All.Keys.Select(k => new object?[] { k })));
                return Task.CompletedTask;
            }

            var json = JourneyTemplates.All.GetValueOrDefault(wanted).OrFail(CrmErrorDescriber.Default.JourneyNotFound(wanted)).ToJson();
            run.Output.Write(System.Text.Json.Nodes.JsonNode.Parse(json)!, report => report.Line(json));
            return Task.CompletedTask;
        });
    }

    private static Command Enter() => new Command("enter", "Let a customer enter.").With(s_key, s_customer).Does((run, token) => MoveAsync(run, (runs, key, id, t) => runs.EnterAsync(key, id, t), token));

    private static Command Leave() => new Command("leave", "Take a customer out.").With(s_key, s_customer).Does((run, token) => MoveAsync(run, (runs, key, id, t) => runs.RemoveAsync(key, id, t), token));

    private static Command Runs()
    {
        var (journey, customer) = (new Option<string?>("--journey") { Description = "On one journey." }, new Option<string?>("--customer") { Description = "Of one customer." });
        var status = new Option<string?>("--status") { Description = "With one status: active, completed, left, removed, gone, failed or control." };
        var page = new PageOptions();
        return new Command("runs", "Contacts on journeys, those who entered last first.").With([journey, customer, status, .. page.All]).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var criteria = new JourneyRunCriteria
                {
                    JourneyKey = run.Get(journey),
                    CustomerId = run.Get(customer) is { } id ? (await session.CustomerAsync(id, token)).Id : null,
                    Status = run.Get(status) is { } text ? SalesTexts.Choice<JourneyRunStatus>(text, status.Name) : null,
                };
                var found = await session.Get<JourneyRuns>().ListAsync(criteria, page.Read(run), token);
                run.Output.Write(
                    new { Items = found.Items.Select(JourneyRows.Row), Next = found.Next?.ToString() },
                    report => report.Table(["Customer", "Journey", "Version", "Status", "Step", "Entered", "Due", "Problem"], found.Items.Select(JourneyRows.Cells)).More(found.Next));
            },
            token));
    }

    private static Command Steps()
    {
        var id = new Argument<Guid>("RUN") { Description = "The run's id." };
        return new Command("steps", "What one contact has behind them.").With(id).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var steps = await session.Get<JourneyRuns>().StepsAsync(JourneyRunId.From(run.Get(id)), token);
                run.Output.Write(
                    new { Steps = steps.Select(s => new { s.Step, s.Outcome, s.Note, s.ArrivedAt, s.At }) },
                    report => report.Table(["Step", "Outcome", "Note", "Arrived", "Over"], steps.Select(s => new object?[] { s.Step, s.Outcome, s.Note, s.ArrivedAt, s.At })));
            },
            token));
    }

    private static Command GoOn() => new Command("run", "Deliver stored events, let members of segments enter, and take everybody on whose time has come.").Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var (delivered, moved) = (0, 0);
            while (await session.Get<IOutboxDispatcher>().DispatchAsync(token) is var count && await session.Get<IJourneyRounds>().RunAsync(token) is var contacts && count + contacts > 0)
            {
                (delivered, moved) = (delivered + count, moved + contacts);
            }

            run.Output.Write(new { Delivered = delivered, Contacts = moved }, report => report.Fields(("Delivered", delivered), ("Contacts", moved)));
        },
        token));

    private static Command Statistics() => new Command("statistics", "How each step of a version went.").With(s_key, s_number).Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var figures = await session.Get<JourneyReports>().StatisticsAsync(run.Get(s_key)!, run.Get(s_number), token).OrFail();
            run.Output.Write(
                new { Journey = figures.Key, Version = figures.Number, Runs = figures.Runs.Select(r => new { Status = r.Key, Count = r.Value }), figures.Steps },
                report => report.Table(
                    ["Step", "Entered", "Done", "Skipped", "Yes", "No", "Waiting", "Reasons"],
                    figures.Steps.Select(s => new object?[] { s.Step, s.Entered, s.Done, s.Skipped, s.Yes, s.No, s.Waiting, string.Join(", ", s.Reasons.Select(r => $"{r.Key}: {r.Value}")) })));
        },
        token));

    private static Command Effect() => new Command("effect", "What a journey changed against its control group.").With(s_key, s_number).Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var effect = await session.Get<JourneyReports>().EffectAsync(run.Get(s_key)!, run.Get(s_number), token).OrFail();
            run.Output.Write(
                new { effect.Event, Within = effect.Within.ToString(), effect.Treated, effect.Control, effect.Difference },
                report => report.Table(
                        ["Group", "Entered", "Reached", "Rate", "Still watched"],
                        [["Treated", effect.Treated.Entered, effect.Treated.Reached, effect.Treated.Rate, effect.Treated.Open], ["Control", effect.Control.Entered, effect.Control.Reached, effect.Control.Rate, effect.Control.Open]])
                    .Fields(("Difference", effect.Difference?.Difference), ("From", effect.Difference?.Lower), ("To", effect.Difference?.Upper)));
        },
        token));

    private static Command Simulate()
    {
        var file = new Argument<string>("FILE") { Description = "JSON with journey or template, start, zone, customer and reactions; - reads what is piped in." };
        return new Command("simulate", "Take a contact of a file through a journey, without a database: the engine with a clock that jumps.").With(file).Does((run, _) =>
        {
            var (_, went) = JourneyFile.Simulate(TextSource.Of(run.Get(file)));
            run.Output.Write(
                new { went.Status, went.EndedAt, went.Steps },
                report => report.Fields(("Status", went.Status), ("Ended", went.EndedAt))
                    .Table(["Step", "Arrived", "Over", "Outcome", "Note"], went.Steps.Select(s => new object?[] { s.Step, s.ArrivedAt, s.At, s.Outcome, s.Note })));
            return Task.CompletedTask;
        });
    }

    private static Task MoveAsync(Run run, Func<JourneyRuns, string, Crm.Domain.Customers.CustomerId, CancellationToken, Task<CrmResult<JourneyRun>>> move, CancellationToken token) => run.WithCrmAsync(
        async session =>
        {
            var moved = await move(session.Get<JourneyRuns>(), run.Get(s_key)!, (await session.CustomerAsync(run.Get(s_customer)!, token)).Id, token).OrFail();
            await session.SaveAsync(token);
            run.Output.Write(JourneyRows.Row(moved), report => report.Fields(("Run", moved.Id), ("Status", moved.Status), ("Step", moved.Step)));
        },
        token);

    private static Task ChangeAsync(Run run, Func<Crm.Domain.Marketing.Journeys, string, CancellationToken, Task<CrmResult<Journey>>> change, CancellationToken token) => run.WithCrmAsync(
        async session =>
        {
            var changed = await change(session.Get<Crm.Domain.Marketing.Journeys>(), run.Get(s_key)!, token).OrFail();
            await session.SaveAsync(token);
            JourneyRows.Print(run, changed);
        },
        token);

    private static Argument<string> File() => new("FILE") { Description = "A JSON file with entry and steps; - reads what is piped in." };

    private static JourneyDefinition Read(string file) => JourneyFile.Definition(TextSource.Of(file));
}
