using System.CommandLine;
using Crm.Domain.Access;
using Crm.Domain.Knowledge;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;

namespace Crm.Samples.Console.Knowledge;

/// <summary><c>crm knowledge search|show</c>, and the commands of its other files.</summary>
internal static class KnowledgeCommands
{
    private static readonly Dictionary<string, Actor> s_readers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["public"] = Actor.Guest,
        ["customer"] = Actor.PortalCustomer("crm-console", []),
        ["partner"] = Actor.Partner("crm-console", []),
        ["internal"] = Terminal.Agent,
    };

    public static Command Create() => new Command("knowledge", "The knowledge base: write, publish, find.")
        .With(KnowledgeImportCommand.Create(), Search(), Show())
        .With(KnowledgeListCommands.All(s_readers)).With(KnowledgeWritingCommands.All).With(KnowledgePublishingCommands.All).With(KnowledgeVersionCommands.All).With(KnowledgeShelfCommands.All)
        .With(KnowledgeReaderCommands.All()).With(KnowledgeReportCommands.All());

    private static Command Search()
    {
        var query = new Argument<string[]>("QUERY") { Description = "Words of the question.", Arity = ArgumentArity.OneOrMore };
        var language = new Option<string?>("--language") { Description = "Articles in one language, such as en." };
        var audience = new Option<string>("--audience") { Description = "Who searches: public, customer, partner or internal.", DefaultValueFactory = _ => "internal" };
        var take = new Option<int>("--take") { Description = "Most hits, at most 100.", DefaultValueFactory = _ => 10 };
        return new Command("search", "Published articles that answer a question, best first.").With(query, language, audience, take).Does((run, token) =>
        {
            var reader = (run.Get(audience) ?? "").OneOf("--audience", s_readers);
            var criteria = new KnowledgeCriteria(string.Join(' ', run.Get(query)))
            {
                Language = run.Get(language) is { } text ? LanguageTag.TryParse(text, out var tag) ? tag : throw CommandFailure.Usage($"--language {text}: a tag such as en is expected.") : null,
                Take = run.Get(take) is >= 1 and <= 100 and var rows ? rows : throw CommandFailure.Usage("--take: 1 to 100 is expected."),
            };
            return run.WithCrmAsync(
                reader,
                async session =>
                {
                    var hits = await session.Search.SearchAsync(criteria, token);
                    run.Output.Write(
                        new { Language = criteria.Language?.Value, Hits = hits.Select(h => new { Article = h.Id, h.Title, Language = h.Language.Value, h.Score, h.Snippet }) },
                        report => report.Table(["Score", "Article", "Title", "Snippet"], hits.Select(h => new object?[] { h.Score, h.Id, h.Title, h.Snippet })));
                },
                token);
        });
    }

    private static Command Show()
    {
        var key = new Argument<string>("ID") { Description = "The article's id." };
        return new Command("show", "One article in any status.").With(key).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var found = KnowledgeItemId.TryParse(run.Get(key), null, out var id) ? await session.Knowledge.FindAsync(id, token) : null;
                var item = found.OrFail(session.Errors.KnowledgeItemNotFound(run.Get(key)));
                KnowledgeItemView.Write(run, item, session.Now);
            },
            token));
    }
}
