using System.CommandLine;
using Crm.Domain.Criteria;
using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Segments;

/// <summary><c>crm segment create|change|archive|restore|preview|add|remove|refresh</c>.</summary>
internal static class SegmentChangeCommands
{
    private static readonly Argument<string> s_key = new("KEY") { Description = "The segment's key." };

    public static IEnumerable<Command> All => [Create(), Change(), Archive(), Restore(), Preview(), Add(), Remove(), Refresh()];

    private static Command Create()
    {
        var key = new Argument<string>("KEY") { Description = "Lower-case letters, digits, hyphens and underscores." };
        var name = new Option<string?>("--name") { Description = "What people call it; the key when left out." };
        var description = new Option<string?>("--description") { Description = "What it is for." };
        var criteria = new Option<string?>("--criteria") { Description = "A JSON file: whom it holds. Left out, it is a static list.", HelpName = "FILE" };
        var quiet = new Option<bool>("--quiet") { Description = "Customers that come or leave by criteria are no events of their own." };
        return new Command("create", "Make a segment: a dynamic one with criteria, or a static list.").With(key, name, description, criteria, quiet).Does((run, token) =>
        {
            var draft = new SegmentDraft(run.Get(key)!, run.Get(name) ?? run.Get(key)!)
            {
                Criteria = run.Get(criteria) is { } file ? Read(file) : null, Description = run.Get(description), AnnouncesMembers = !run.Get(quiet),
            };
            return SaveAsync(run, s => s.CreateAsync(draft, token), token);
        });
    }

    private static Command Change()
    {
        var criteria = new Argument<string>("FILE") { Description = "A JSON file with the criteria; - reads what is piped in." };
        return new Command("change", "Give a dynamic segment other criteria: a version more.").With(s_key, criteria)
            .Does((run, token) => SaveAsync(run, s => s.ChangeCriteriaAsync(run.Get(s_key)!, Read(run.Get(criteria)!), token), token));
    }

    private static Command Archive() => new Command("archive", "Take a segment out of use.").With(s_key)
        .Does((run, token) => SaveAsync(run, s => s.ArchiveAsync(run.Get(s_key)!, token), token));

    private static Command Restore() => new Command("restore", "Take a segment into use again.").With(s_key)
        .Does((run, token) => SaveAsync(run, s => s.RestoreAsync(run.Get(s_key)!, token), token));

    private static Command Preview()
    {
        var criteria = new Argument<string>("FILE") { Description = "A JSON file with the criteria; - reads what is piped in." };
        return new Command("preview", "How many customers a segment with these criteria would have now.").With(criteria).Does((run, token) =>
        {
            var wanted = Read(run.Get(criteria)!);
            return run.WithCrmAsync(
                async session =>
                {
                    var preview = await session.Get<Crm.Domain.Marketing.Segments>().PreviewAsync(wanted, token).OrFail();
                    run.Output.Write(preview, report => report.Fields([("Members", preview.Members), ("Never holds", preview.Contradictions.Count == 0 ? null : string.Join(", ", preview.Contradictions))]));
                },
                token);
        });
    }

    private static Command Add()
    {
        var customers = new Argument<string[]>("CUSTOMER") { Description = CustomerLookup.Keys, Arity = ArgumentArity.OneOrMore };
        var note = new Option<string?>("--note") { Description = "What is said about it." };
        var import = new Option<bool>("--import") { Description = "They come from a file or another system; those that are in it already are left alone." };
        return new Command("add", "Put customers into a static list.").With(s_key, customers, note, import).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var (lists, key, added) = (session.Get<SegmentLists>(), run.Get(s_key)!, 0);
                var found = new List<Crm.Domain.Customers.CustomerId>();
                foreach (var customer in run.Get(customers)!)
                {
                    found.Add((await session.CustomerAsync(customer, token)).Id);
                }

                if (run.Get(import))
                {
                    added = await lists.ImportAsync(key, found, run.Get(note), token).OrFail();
                }
                else
                {
                    foreach (var id in found)
                    {
                        await lists.AddAsync(key, id, run.Get(note), token).OrFail();
                        added++;
                    }
                }

                await session.SaveAsync(token);
                run.Output.Write(new { Key = key, Added = added }, report => report.Line($"{added} came into {key}."));
            },
            token));
    }

    private static Command Remove()
    {
        var customer = new Argument<string>("CUSTOMER") { Description = CustomerLookup.Keys };
        var note = new Option<string?>("--note") { Description = "What is said about it." };
        return new Command("remove", "Take a customer out of a static list; the stay remains as history.").With(s_key, customer, note).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var (key, id) = (run.Get(s_key)!, (await session.CustomerAsync(run.Get(customer)!, token)).Id);
                await session.Get<SegmentLists>().RemoveAsync(key, id, run.Get(note), token).OrFail();
                await session.SaveAsync(token);
                run.Output.Write(new { Key = key, Removed = id }, report => report.Line($"{id} left {key}."));
            },
            token));
    }

    private static Command Refresh()
    {
        var key = new Argument<string?>("KEY") { Description = "Ask of every customer for this segment alone; the others are brought up to date.", Arity = ArgumentArity.ZeroOrOne };
        var full = new Option<bool>("--full") { Description = "Ask of every customer for all segments." };
        return new Command("refresh", "Let customers into dynamic segments and out of them.").With(key, full).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var refresh = session.Get<SegmentRefresh>();
                var done = await (run.Find(key) is { } one ? refresh.RebuildAsync(one, token) : run.Get(full) ? refresh.RebuildAsync(token) : refresh.RunAsync(token)).OrFail();
                run.Output.Write(
                    done,
                    report => report.Table(
                        ["Segment", "Mode", "Asked", "Entered", "Left", "Problem"], done.Segments.Select(s => new object?[] { s.Key, s.Mode, s.Asked is { } asked ? asked : "all", s.Entered, s.Left, s.Problem })));
            },
            token));
    }

    private static Criterion Read(string file)
    {
        var source = TextSource.Of(file);
        var read = Criterion.Parse(source.Read(text => text.ReadToEnd()));
        return read.TryGetValue(out var criterion)
            ? criterion
            : throw new CommandFailure(ExitStatus.UnusableInput, [.. read.Errors.Select(e => new Problem(e.Code, e.Message) { Target = e.Target, File = source.Name })]);
    }

    private static Task SaveAsync(Run run, Func<Crm.Domain.Marketing.Segments, Task<CrmResult<SavedSegment>>> act, CancellationToken token) => run.WithCrmAsync(
        async session =>
        {
            var saved = await act(session.Get<Crm.Domain.Marketing.Segments>()).OrFail();
            await session.SaveAsync(token);
            run.Output.Write(
                new { saved.Id, saved.Key, Version = saved.Number, saved.Contradictions },
                report => report.Fields([
                    ("Segment", saved.Key), ("Version", saved.Number == 0 ? null : saved.Number),
                    ("Never holds", saved.Contradictions.Count == 0 ? null : string.Join(", ", saved.Contradictions)),
                ]));
        },
        token);
}
