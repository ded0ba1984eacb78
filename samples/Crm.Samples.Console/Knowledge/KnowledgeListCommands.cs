using System.CommandLine;
using Crm.Domain.Access;
using Crm.Domain.Knowledge;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Knowledge;

/// <summary><c>crm knowledge list|read</c>.</summary>
internal static class KnowledgeListCommands
{
    public static IEnumerable<Command> All(IReadOnlyDictionary<string, Actor> readers) => [List(), Read(readers)];

    private static Command List()
    {
        var status = Option("--status", KnowledgeOptionTexts.Statuses.Keys);
        var confidence = Option("--confidence", KnowledgeOptionTexts.Confidences.Keys);
        var audience = Option("--audience", KnowledgeOptionTexts.Audiences.Keys);
        var kind = Option("--kind", KnowledgeOptionTexts.Kinds.Keys);
        var sku = new Option<string?>("--sku") { Description = "Articles about one product." };
        var text = new Option<string?>("--text") { Description = "Words of the title." };
        var review = new Option<bool>("--in-review") { Description = "Articles that wait for a review." };
        var stale = new Option<bool>("--stale") { Description = "Translations whose original has changed since." };
        var page = new PageOptions();
        return new Command("list", "Articles in any status, the last changed first.").With(status, confidence, audience, kind, sku, text, review, stale).With(page.All).Does((run, token) =>
        {
            var criteria = new KnowledgeItemCriteria
            {
                Status = KnowledgeOptionTexts.Choice(run.Get(status), "--status", KnowledgeOptionTexts.Statuses),
                Confidence = KnowledgeOptionTexts.Choice(run.Get(confidence), "--confidence", KnowledgeOptionTexts.Confidences),
                Audience = KnowledgeOptionTexts.Choice(run.Get(audience), "--audience", KnowledgeOptionTexts.Audiences),
                Kind = KnowledgeOptionTexts.Choice(run.Get(kind), "--kind", KnowledgeOptionTexts.Kinds),
                Sku = run.Get(sku), Text = run.Get(text), InReview = run.Get(review), Stale = run.Get(stale),
            };
            var rows = page.Read(run);
            return run.WithCrmAsync(
                async session =>
                {
                    var found = await session.Get<KnowledgeLists>().ListAsync(criteria, rows, token);
                    run.Output.Write(
                        new
                        {
                            Items = found.Items.Select(i => new
                            {
                                i.Id, i.Title, i.Status, i.Confidence, i.Kind, i.Audience, Language = i.Language.Value, i.LatestVersion, i.PublishedVersion, i.InReview, i.TranslationOf, i.IsStale, i.ReuseCount, i.UpdatedAt,
                            }),
                            Next = found.Next?.ToString(),
                        },
                        report => report
                            .Table(["Article", "Title", "Status", "Confidence", "Audience", "Language"], found.Items.Select(i => new object?[] { i.Id, i.Title, i.Status, i.Confidence, i.Audience, i.Language }))
                            .Line(found.Next is null ? "" : $"More: --after {found.Next}"));
                },
                token);
        });
    }

    private static Command Read(IReadOnlyDictionary<string, Actor> readers)
    {
        var key = new Argument<string>("ID") { Description = KnowledgeOptionTexts.Keys };
        var audience = new Option<string>("--audience") { Description = "Who reads: public, customer, partner or internal.", DefaultValueFactory = _ => "public" };
        var language = new Option<string?>("--language") { Description = "The language that the reader prefers, such as it." };
        return new Command("read", "One published article as its readers see it, its body as safe HTML.").With(key, audience, language).Does((run, token) =>
        {
            var reader = (run.Get(audience) ?? "").OneOf("--audience", readers);
            var tongue = run.Get(language) is { } text ? KnowledgeOptionTexts.Language(text) : null;
            return run.WithCrmAsync(
                reader,
                async session =>
                {
                    var read = (await session.Search.ReadAsync(KnowledgeOptionTexts.Item(session, run.Get(key)), tongue, token)).OrFail(session.Errors.KnowledgeItemNotFound(run.Get(key)));
                    var html = KnowledgeMarkup.ToHtml(read.Body);
                    run.Output.Write(
                        new
                        {
                            read.Id, read.Title, read.Content.Kind, Language = read.Language.Value, read.Content.Summary, Html = html, read.Version, read.PublishedAt, read.RedirectedFrom, read.IsStale, read.Tags,
                            Related = read.Related.Select(r => new { r.Id, r.Title }), Parts = read.Parts.Select(r => new { r.Id, r.Title }), PartOf = read.PartOf?.Id,
                            Translations = read.Translations.Select(t => new { t.Id, Language = t.Language.Value, t.Title }), Files = read.Files.Select(f => new { f.Number, f.Name, f.Size }),
                        },
                        report => report.Heading(read.Title).Fields(
                            ("Id", read.Id), ("Language", read.Language), ("Published", read.PublishedAt), ("Summary", read.Content.Summary), ("Older than the original", read.IsStale ? "yes" : null),
                            ("Related", read.Related.Count == 0 ? null : string.Join(", ", read.Related.Select(r => r.Title)))).Line().Line(KnowledgeMarkup.ToText(read.Body)));
                },
                token);
        });
    }

    private static Option<string?> Option(string name, IEnumerable<string> choices) => new(name) { Description = string.Join(", ", choices) };
}
