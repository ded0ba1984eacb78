using System.CommandLine;
using Crm.Domain.Automation;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Automation;
using Crm.Persistence.EfCore.Outbox;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Input;
using Crm.Samples.Console.Output;
using Crm.Samples.Console.Sales;

namespace Crm.Samples.Console.Automation;

/// <summary><c>crm rule …</c>: when an event happens and criteria hold, then actions.</summary>
internal static class RuleCommands
{
    private static readonly Argument<string> s_key = new("RULE") { Description = "The rule's key." };

    public static Command Create() => new Command("rule", "Rules: when an event happens and criteria hold, then actions.").With(
        Make(), Rewrite(), List(), Show(), Switch("enable", "Switch a rule on.", (r, k, t) => r.EnableAsync(k, null, t)), Switch("disable", "Switch a rule off.", (r, k, t) => r.DisableAsync(k, null, t)),
        DryRun(), Runs(), Replay(), Deliver(), Events());

    private static Command Make()
    {
        var (key, file) = (new Argument<string>("RULE") { Description = "The key: lower-case letters, digits and hyphens; unique." }, File());
        var name = new Option<string?>("--name") { Description = "The name for people; the key when left out." };
        var position = new Option<int>("--position") { Description = "Place among the rules of one event; the lowest runs first." };
        var enable = new Option<bool>("--enable") { Description = "Switch it on at once." };
        return new Command("create", "Make a rule.").With(key, file, name, position, enable).Does((run, token) =>
        {
            var definition = Read(run.Get(file));
            return run.WithCrmAsync(
                async session =>
                {
                    var (rules, rule) = (session.Get<AutomationRules>(), run.Get(key));
                    var saved = await rules.CreateAsync(rule, run.Get(name) ?? rule, definition, run.Get(position), token).OrFail();
                    await session.SaveAsync(token);
                    if (run.Get(enable))
                    {
                        await rules.EnableAsync(rule, null, token).OrFail();
                        await session.SaveAsync(token);
                    }

                    Print(run, saved.Rule, saved.Warnings);
                },
                token);
        });
    }

    private static Command Rewrite()
    {
        var file = File();
        return new Command("rewrite", "Make a rule do something else; what it said before stays as a version.").With(s_key, file).Does((run, token) =>
        {
            var definition = Read(run.Get(file));
            return run.WithCrmAsync(
                async session =>
                {
                    var saved = await session.Get<AutomationRules>().RewriteAsync(run.Get(s_key), definition, null, token).OrFail();
                    await session.SaveAsync(token);
                    Print(run, saved.Rule, saved.Warnings);
                },
                token);
        });
    }

    private static Command List() => new Command("list", "All rules, in the order in which they run.").Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var all = await session.Get<AutomationRules>().ListAsync(token);
            run.Output.Write(
                new { Rules = all.Select(r => new { Rule = r.Key, r.Name, Event = r.EventName, r.Position, Enabled = r.IsEnabled, r.Revision }) },
                report => report.Table(["Rule", "Event", "Position", "On", "Version"], all.Select(r => new object?[] { r.Key, r.EventName, r.Position, r.IsEnabled ? "yes" : "no", r.Revision })));
        },
        token));

    private static Command Show() => new Command("show", "One rule with its versions.").With(s_key).Does((run, token) => run.WithCrmAsync(
        async session => Print(run, (await session.Get<AutomationRules>().FindAsync(run.Get(s_key), token)).OrFail(session.Errors.RuleNotFound(run.Get(s_key))), []),
        token));

    private static Command Switch(string name, string description, Func<AutomationRules, string, CancellationToken, Task<CrmResult<AutomationRule>>> change) =>
        new Command(name, description).With(s_key).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var changed = await change(session.Get<AutomationRules>(), run.Get(s_key), token).OrFail();
                await session.SaveAsync(token);
                Print(run, changed, []);
            },
            token));

    private static Command DryRun()
    {
        var what = new Argument<string>("RULE|FILE") { Description = "A rule's key, or a JSON file with a definition." };
        var days = new Option<int>("--days") { Description = "How far back.", DefaultValueFactory = _ => 30 };
        var show = new Option<int>("--show") { Description = "Most events to show, the latest ones.", DefaultValueFactory = _ => 20 };
        return new Command("dry-run", "What a rule would have done over the events of the last days; nothing is done.").With(what, days, show).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var kept = await session.Get<AutomationRules>().FindAsync(run.Get(what), token);
                var definition = kept is null ? Read(run.Get(what)) : RuleDefinition.Parse(kept.Definition).OrFail();
                var dry = await session.Get<RuleRuns>().DryRunAsync(definition, run.Get(days), run.Get(show), token).OrFail();
                run.Output.Write(
                    new { dry.Event, dry.From, dry.Events, dry.Matched, Truncated = dry.IsCut, Latest = dry.Latest.Select(e => new { Event = e.EventId, At = e.OccurredAt, e.Holds, e.Conditions, e.Actions }) },
                    report => report.Fields(("Event", dry.Event), ("Since", dry.From), ("Events", dry.Events), ("Holds for", dry.Matched))
                        .Table(["At", "Holds", "Would do"], dry.Latest.Select(e => new object?[] { e.OccurredAt, e.Holds ? "yes" : "no", string.Join(", ", e.Actions.Select(a => a.Do)) })));
            },
            token));
    }

    private static Command Runs()
    {
        var rule = new Option<string?>("--rule") { Description = "Of one rule." };
        var status = new Option<string?>("--status") { Description = "With one outcome: done, not-matched, refused, waiting, parked or given-up." };
        var page = new PageOptions();
        return new Command("runs", "The log of runs, those of the latest events first.").With([rule, status, .. page.All]).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var criteria = new RuleRunCriteria { RuleKey = run.Get(rule), Status = run.Get(status) is { } text ? SalesTexts.Choice<RuleRunStatus>(text, status.Name) : null };
                var found = await session.Get<RuleRuns>().ListAsync(criteria, page.Read(run), token);
                run.Output.Write(
                    new { Items = found.Items.Select(Row), Next = found.Next?.ToString() },
                    report => report.Table(["At", "Rule", "Event", "Status", "Why", "Tries"], found.Items.Select(r => new object?[] { r.EventAt, r.RuleKey, r.EventName, r.Status, r.Reason, r.Attempts })));
            },
            token));
    }

    private static Command Replay()
    {
        var happened = new Argument<string>("EVENT") { Description = "The event's id, as the log of runs shows it." };
        return new Command("replay", "Make a parked run due again.").With(s_key, happened).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var key = run.Get(s_key);
                var rule = (await session.Get<AutomationRules>().ListAsync(token)).FirstOrDefault(r => r.Key == key).OrFail(session.Errors.RuleNotFound(key));
                var replayed = await session.Get<RuleRuns>().ReplayAsync(EventId(session, run.Get(happened)), rule.Id, token).OrFail();
                await session.SaveAsync(token);
                run.Output.Write(Row(replayed), report => report.Fields(("Rule", replayed.RuleKey), ("Due", replayed.DueAt)));
            },
            token));
    }

    private static Command Deliver() => new Command("run", "Deliver stored events to rules and webhooks, and try failed runs again whose time has come.").Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var (delivered, retried) = (0, await session.Get<IAutomationRounds>().RetryRulesAsync(token));
            while (await session.Get<IOutboxDispatcher>().DispatchAsync(token) is > 0 and var count)
            {
                delivered += count;
            }

            run.Output.Write(new { Delivered = delivered, Retried = retried }, report => report.Fields(("Delivered", delivered), ("Tried again", retried)));
        },
        token));

    private static Command Events()
    {
        var name = new Argument<string?>("EVENT") { Description = "Stored name of an event; all names when left out.", Arity = ArgumentArity.ZeroOrOne };
        return new Command("events", "The events that rules can wait for; of one, what a rule can be made of.").With(name).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                if (run.Find(name) is { } wanted)
                {
                    var possible = await session.Get<AutomationRules>().DescribeEventAsync(wanted, token).OrFail();
                    run.Output.Write(
                        possible,
                        report => report.Fields(("Event", possible.Event), ("Records", string.Join(", ", possible.Records)))
                            .Table(["Field", "Type"], possible.Fields.Select(f => new object?[] { $"event.{f.Name}", f.Type }))
                            .Table(["Action", "On", "Takes"], possible.Actions.Select(a => new object?[] { a.Name, a.Kind, string.Join(", ", a.Parameters.Select(p => p.Name)) })));
                    return;
                }

                var names = session.Get<IAutomationEvents>().Names;
                run.Output.Write(new { Events = names }, report => report.Table(["Event"], names.Select(n => new object?[] { n })));
            },
            token));
    }

    public static Guid EventId(CrmSession session, string text) => Guid.TryParse(text, out var id) ? id : throw CommandFailure.Refused([session.Errors.StoredEventGone(text)]);

    private static Argument<string> File() => new("FILE") { Description = "A JSON file with event, when and actions." };

    private static RuleDefinition Read(string file) => RuleDefinition.Parse(TextSource.Of(file).Read(text => text.ReadToEnd())).OrFail();

    private static object Row(RuleRun run) => new
    {
        Rule = run.RuleKey, run.Revision, Event = run.EventId, Name = run.EventName, Aggregate = run.AggregateId, At = run.EventAt, run.Status, run.Reason, Actions = run.Outcomes,
        run.StartedAt, Milliseconds = run.Took.TotalMilliseconds, run.Attempts, Due = run.DueAt, run.Error, run.Depth, Chain = RuleChain.Read(run.Chain),
    };

    private static void Print(Run run, AutomationRule rule, IReadOnlyList<CrmError> warnings) => run.Output.Write(
        new
        {
            rule.Id, Rule = rule.Key, rule.Name, Event = rule.EventName, rule.Position, Enabled = rule.IsEnabled, rule.Revision, rule.Definition,
            Versions = rule.Versions.Select(v => new { v.Revision, v.At, v.Definition }), Warnings = warnings.Select(w => new { w.Code, w.Message }), rule.Version,
        },
        report => report.Heading(rule.Name).Fields([("Rule", rule.Key), ("Event", rule.EventName), ("On", rule.IsEnabled ? "yes" : "no"), ("Version", rule.Revision), .. warnings.Select(w => ("Warning", (object?)w.Message))]));
}
