using System.CommandLine;
using Crm.Domain.Access;
using Crm.Domain.Knowledge;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Knowledge;

/// <summary><c>crm knowledge search QUERY</c>.</summary>
internal static class KnowledgeSearchCommand
{
    /// <param name="readers">Who may search, by audience.</param>
    public static Command Create(IReadOnlyDictionary<string, Actor> readers)
    {
        var query = new Argument<string[]>("QUERY") { Description = "Words of the question.", Arity = ArgumentArity.OneOrMore };
        var language = new Option<string?>("--language") { Description = "Articles in one language, such as en; that of the question by default." };
        var audience = new Option<string>("--audience") { Description = "Who searches: public, customer, partner or internal.", DefaultValueFactory = _ => "internal" };
        var product = new Option<string?>("--product") { Description = "Articles about one product, by its SKU." };
        var tag = new Option<string?>("--tag") { Description = "Articles with a tag." };
        var isTyping = new Option<bool>("--typing") { Description = "The last word is still being typed." };
        var take = new Option<int>("--take") { Description = "Most hits, at most 100.", DefaultValueFactory = _ => 10 };
        return new Command("search", "Published articles that answer a question, best first.").With(query, language, audience, product, tag, isTyping, take).Does((run, token) =>
        {
            var reader = (run.Get(audience) ?? "").OneOf("--audience", readers);
            var criteria = new KnowledgeCriteria(string.Join(' ', run.Get(query)))
            {
                Language = run.Get(language) is { } text ? KnowledgeOptionTexts.Language(text) : null,
                Sku = run.Get(product),
                Tag = run.Get(tag),
                CompletesLastWord = run.Get(isTyping),
                Take = run.Get(take) is >= 1 and <= KnowledgeSearch.MaxTake and var rows ? rows : throw CommandFailure.Usage("--take: 1 to 100 is expected."),
            };
            return run.WithCrmAsync(
                reader,
                async session =>
                {
                    var answer = await session.Search.SearchAsync(criteria, token);
                    run.Output.Write(
                        new
                        {
                            answer.Language, answer.DidYouMean,
                            Hits = answer.Hits.Select(h => new { Article = h.Id, h.Title, Language = h.Language.Value, h.Score, h.Snippet, h.SnippetHtml }),
                        },
                        report =>
                        {
                            if (answer.DidYouMean is { } meant)
                            {
                                report.Line($"Did you mean: {meant}");
                            }

                            report.Table(["Score", "Article", "Title", "Snippet"], answer.Hits.Select(h => new object?[] { h.Score, h.Id, h.Title, h.Snippet }));
                        });
                },
                token);
        });
    }
}
