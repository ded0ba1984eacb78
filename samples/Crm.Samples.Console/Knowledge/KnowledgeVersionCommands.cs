using System.CommandLine;
using Crm.Domain.Knowledge;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Knowledge;

/// <summary><c>crm knowledge versions|diff|rollback</c>.</summary>
internal static class KnowledgeVersionCommands
{
    public static IEnumerable<Command> All => [Versions(), Diff(), RollBack()];

    private static Command Versions()
    {
        var key = Key();
        var number = new Option<int?>("--number") { Description = "Show this version whole." };
        return new Command("versions", "The versions of an article, the latest first.").With(key, number).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var (id, versions) = (KnowledgeOptionTexts.Item(session, run.Get(key)), session.Get<KnowledgeVersions>());
                if (run.Get(number) is { } wanted)
                {
                    var found = (await versions.FindAsync(id, wanted, token)).OrFail(session.Errors.KnowledgeVersionNotFound(wanted));
                    run.Output.Write(
                        new { found.Number, found.Content.Title, found.Content.Kind, Language = found.Content.Language.Value, found.Content.Summary, found.Content.Body, found.ActorId, found.Note, found.At },
                        report => report.Heading(found.Content.Title).Fields(("Version", found.Number), ("By", found.ActorId), ("At", found.At), ("Note", found.Note)).Line().Line(found.Content.Body));
                    return;
                }

                (await session.Knowledge.FindAsync(id, token)).OrFail(session.Errors.KnowledgeItemNotFound(run.Get(key)));
                var all = await versions.ListAsync(id, cancellationToken: token);
                run.Output.Write(
                    new { Items = all },
                    report => report.Table(["Version", "Title", "By", "Note", "At"], all.Select(v => new object?[] { v.Number, v.Title, v.ActorId, v.Note, v.At })));
            },
            token));
    }

    private static Command Diff()
    {
        var key = Key();
        var first = new Argument<int>("FIRST") { Description = "The first version." };
        var second = new Argument<int>("SECOND") { Description = "The second version." };
        return new Command("diff", "What two versions of an article have otherwise.").With(key, first, second).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var diff = await session.Get<KnowledgeVersions>().CompareAsync(KnowledgeOptionTexts.Item(session, run.Get(key)), run.Get(first), run.Get(second), token).OrFail();
                run.Output.Write(
                    new { diff.Fields, Body = diff.Body.Select(l => new { l.Kind, l.Text }) },
                    report =>
                    {
                        foreach (var field in diff.Fields)
                        {
                            report.Line($"{field.Field}: {field.Before} → {field.After}");
                        }

                        foreach (var line in diff.Body)
                        {
                            report.Line((line.Kind switch { KnowledgeDiffKind.Removed => "- ", KnowledgeDiffKind.Added => "+ ", _ => "  " }) + line.Text);
                        }
                    });
            },
            token));
    }

    private static Command RollBack()
    {
        var key = Key();
        var number = new Argument<int>("NUMBER") { Description = "The version that is taken up again." };
        return new Command("rollback", "Write a version that says again what an earlier one said.").With(key, number).Does((run, token) => run.WithCrmAsync(
            session => KnowledgeItemView.SavedAsync(
                run, session, session.Get<KnowledgeVersions>().RollBackAsync(KnowledgeOptionTexts.Item(session, run.Get(key)), run.Get(number), null, null, token), token),
            token));
    }

    private static Argument<string> Key() => new("ID") { Description = KnowledgeOptionTexts.Keys };
}
