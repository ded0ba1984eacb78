using System.CommandLine;
using Crm.Domain.Knowledge;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Interactions;

namespace Crm.Samples.Console.Knowledge;

/// <summary><c>crm knowledge write|revise</c>.</summary>
internal static class KnowledgeWritingCommands
{
    public static IEnumerable<Command> All => [Write(), Revise()];

    private static Command Write()
    {
        var title = new Option<string>("--title") { Description = "The question or title.", Required = true };
        var body = new Option<string?>("--body") { Description = "The answer in Markdown: text, @FILE, or - for standard input. Without it, it is work in progress." };
        var language = new Option<string>("--language") { Description = "The language it is written in.", DefaultValueFactory = _ => "en" };
        var audience = new Option<string>("--audience") { Description = "public, customer, partner or internal", DefaultValueFactory = _ => "internal" };
        var original = new Option<string?>("--translation-of") { Description = "The article that it translates; its audience is taken over.", HelpName = "ID" };
        var (kind, summary, sku, environment) = Facts();
        return new Command("write", "Start an article, or a translation of one, as a draft.").With(title, body, language, audience, original, kind, summary, sku, environment).Does((run, token) =>
        {
            var (tongue, readers) = (KnowledgeOptionTexts.Language(run.Get(language)!), run.Get(audience)!.OneOf("--audience", KnowledgeOptionTexts.Audiences));
            var form = KnowledgeOptionTexts.Choice(run.Get(kind), "--kind", KnowledgeOptionTexts.Kinds) ?? KnowledgeKind.HowTo;
            return run.WithCrmAsync(
                async session =>
                {
                    var content = new KnowledgeContent(run.Get(title)!, await MessageOptions.TextAsync(run.Get(body), token) ?? "", tongue)
                    {
                        Kind = form, Summary = run.Get(summary), Sku = run.Get(sku), Environment = run.Get(environment),
                    };
                    await KnowledgeItemView.SavedAsync(
                        run, session,
                        run.Get(original) is { } id ? session.Knowledge.TranslateAsync(KnowledgeOptionTexts.Item(session, id), content, token) : session.Knowledge.WriteAsync(content, readers, null, token), token);
                },
                token);
        });
    }

    private static Command Revise()
    {
        var key = new Argument<string>("ID") { Description = KnowledgeOptionTexts.Keys };
        var title = new Option<string?>("--title") { Description = "Another question or title." };
        var body = new Option<string?>("--body") { Description = "Another answer in Markdown: text, @FILE, or - for standard input." };
        var from = new Option<int?>("--translated-version") { Description = "Of a translation: the version of the original that it says now." };
        var note = new Option<string?>("--note") { Description = "What is changed and why." };
        var (kind, summary, sku, environment) = Facts();
        return new Command("revise", "Write a new version. What is not given stays. Of a published article, readers see it once it is published in its turn.")
            .With(key, title, body, kind, summary, sku, environment, from, note).Does((run, token) =>
        {
            var form = KnowledgeOptionTexts.Choice(run.Get(kind), "--kind", KnowledgeOptionTexts.Kinds);
            return run.WithCrmAsync(
                async session =>
                {
                    var id = KnowledgeOptionTexts.Item(session, run.Get(key));
                    var latest = (await session.Knowledge.FindAsync(id, token)).OrFail(session.Errors.KnowledgeItemNotFound(run.Get(key))).Latest;
                    var content = latest with
                    {
                        Title = run.Get(title) ?? latest.Title, Body = await MessageOptions.TextAsync(run.Get(body), token) ?? latest.Body, Kind = form ?? latest.Kind,
                        Summary = run.Get(summary) ?? latest.Summary, Sku = run.Get(sku) ?? latest.Sku, Environment = run.Get(environment) ?? latest.Environment,
                        TranslatedVersion = run.Get(from) ?? latest.TranslatedVersion,
                    };
                    await KnowledgeItemView.SavedAsync(run, session, session.Knowledge.ReviseAsync(id, content, null, run.Get(note), token), token);
                },
                token);
        });
    }

    private static (Option<string?> Kind, Option<string?> Summary, Option<string?> Sku, Option<string?> Environment) Facts() => (
        new("--kind") { Description = string.Join(", ", KnowledgeOptionTexts.Kinds.Keys) },
        new("--summary") { Description = "A short answer, one line." },
        new("--sku") { Description = "The product that it is about." },
        new("--environment") { Description = "Where the answer holds, such as versions." });
}
