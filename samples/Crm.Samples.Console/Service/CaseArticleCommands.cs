using System.CommandLine;
using Crm.Domain.Knowledge;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Knowledge;

namespace Crm.Samples.Console.Service;

/// <summary><c>crm case articles|suggest|link-article|write-article</c>: a case and the knowledge base.</summary>
internal static class CaseArticleCommands
{
    private static readonly Dictionary<string, KnowledgeUseKind> s_kinds = new(StringComparer.OrdinalIgnoreCase) { ["used"] = KnowledgeUseKind.Used, ["cited"] = KnowledgeUseKind.Cited };

    private static readonly Dictionary<string, Audience> s_audiences = Enum.GetValues<Audience>().ToDictionary(a => a.ToString().ToLowerInvariant(), a => a, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<Command> All() => [Articles(), Suggest(), Link(), Write()];

    private static Command Articles()
    {
        var key = new Argument<string>("CASE") { Description = CaseLookup.Keys };
        return new Command("articles", "The articles of a case: read before asking, used, cited, and written out of it.").With(key).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var found = await session.CaseAsync(run.Get(key), token);
                var articles = await session.Get<CaseArticles>().OfAsync(found.Id, token);
                run.Output.Write(
                    new { Case = found.Number.Value, Articles = articles.Select(a => new { Article = a.KnowledgeItemId, a.Title, As = NameOf(a.Kind), a.AgentId, a.At }) },
                    report => report.Table(["As", "Article", "Title", "By", "At"], articles.Select(a => new object?[] { NameOf(a.Kind), a.KnowledgeItemId, a.Title, a.AgentId, a.At })));
            },
            token));
    }

    private static Command Suggest()
    {
        var (key, take) = (new Argument<string>("CASE") { Description = CaseLookup.Keys }, new Option<int>("--take") { Description = "Most suggestions, at most 20.", DefaultValueFactory = _ => 5 });
        return new Command("suggest", "Articles that may answer a case.").With(key, take).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var found = await session.CaseAsync(run.Get(key), token);
                var hits = await session.Get<CaseArticles>().SuggestAsync(found.Id, run.Get(take), token).OrFail();
                run.Output.Write(
                    new { Case = found.Number.Value, Hits = hits.Select(h => new { Article = h.Id, h.Title, Language = h.Language.Value, h.Score, h.Snippet }) },
                    report => report.Table(["Score", "Article", "Title", "Snippet"], hits.Select(h => new object?[] { h.Score, h.Id, h.Title, h.Snippet })));
            },
            token));
    }

    private static Command Link()
    {
        var (key, article) = (new Argument<string>("CASE") { Description = CaseLookup.Keys }, new Argument<string>("ARTICLE") { Description = "The article's id." });
        var kind = new Option<string>("--as") { Description = "How it served the case: used or cited.", DefaultValueFactory = _ => "used" };
        var remove = new Option<bool>("--remove") { Description = "Take the link back." };
        return new Command("link-article", "Note that a case was solved with an article, or that a reply cites it. The first time counts as a reuse of the article.").With(key, article, kind, remove).Does((run, token) =>
        {
            var how = run.Get(kind)!.OneOf(kind.Name, s_kinds);
            return run.WithCrmAsync(
                async session =>
                {
                    var (found, item) = (await session.CaseAsync(run.Get(key), token), KnowledgeReaderOptions.Article(run.Get(article), session));
                    var articles = session.Get<CaseArticles>();
                    await (run.Get(remove) ? articles.UnlinkAsync(found.Id, item, how, token) : articles.LinkAsync(found.Id, item, how, token)).OrFail();
                    await session.SaveAsync(token);
                    var reuse = (await session.Get<KnowledgeUses>().ReuseAsync([item], token)).GetValueOrDefault(item, KnowledgeReuse.None);
                    var confidence = (await session.Knowledge.FindAsync(item, token))?.Confidence;
                    run.Output.Write(
                        new { Case = found.Number.Value, Article = item, Reused = reuse.Records, Confidence = confidence },
                        report => report.Fields(("Case", found.Number), ("Article", item), ("Reused in cases", reuse.Records), ("Confidence", confidence)));
                },
                token);
        });
    }

    private static Command Write()
    {
        var key = new Argument<string>("CASE") { Description = CaseLookup.Keys };
        var (title, text) = (new Option<string?>("--title") { Description = "The article's title." }, new Option<string?>("--text") { Description = "The article's body in Markdown." });
        var language = new Option<string>("--language") { Description = "The language of the article.", DefaultValueFactory = _ => "en" };
        var audience = new Option<string>("--audience") { Description = $"Who shall read it: {string.Join(", ", s_audiences.Keys)}.", DefaultValueFactory = _ => "internal" };
        var seen = new Option<bool>("--seen") { Description = "What still names or reaches a person was seen, and is wanted so." };
        return new Command("write-article", "Make a draft of an article of a resolved case; without --title and --text, say what the case offers for one.").With(key, title, text, language, audience, seen).Does((run, token) =>
        {
            var readers = run.Get(audience)!.OneOf(audience.Name, s_audiences);
            var written = LanguageTag.TryParse(run.Get(language)!, out var tag) ? tag : throw CommandFailure.Usage($"--language {run.Get(language)}: a tag such as en is expected.");
            if (run.Get(title) is null != run.Get(text) is null)
            {
                throw CommandFailure.Usage("--title, --text: both are expected, or none.");
            }

            return run.WithCrmAsync(
                async session =>
                {
                    var found = await session.CaseAsync(run.Get(key), token);
                    var solutions = session.Get<CaseSolutions>();
                    if (run.Get(title) is not { } headline)
                    {
                        var draft = await solutions.PrepareAsync(found.Id, token).OrFail();
                        run.Output.Write(
                            new { Case = found.Number.Value, draft.Title, draft.Body, Product = draft.Sku, draft.LeftOut },
                            report => report.Heading(draft.Title).Fields(("Product", draft.Sku), ("Left out", draft.LeftOut.Count == 0 ? null : string.Join(", ", draft.LeftOut))).Line().Line(draft.Body));
                        return;
                    }

                    var article = await solutions.WriteAsync(found.Id, new KnowledgeContent(headline, run.Get(text)!, written) { Sku = found.Sku }, readers, run.Get(seen), token).OrFail();
                    await session.SaveAsync(token);
                    run.Output.Write(new { Case = found.Number.Value, Article = article }, report => report.Fields(("Case", found.Number), ("Article", article)));
                },
                token);
        });
    }

    public static string NameOf(KnowledgeUseKind? kind) => kind switch { null => "read", KnowledgeUseKind.Source => "source", var known => known.Value.ToString().ToLowerInvariant() };
}
