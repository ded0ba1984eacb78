using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using NodaTime;

namespace Crm.Samples.Console.Knowledge;

/// <summary>One item as the terminal shows it to those who write.</summary>
internal static class KnowledgeItemView
{
    /// <summary>Saves what an act did, and shows it.</summary>
    public static async Task SavedAsync(Run run, CrmSession session, Task<CrmResult<KnowledgeItem>> act, CancellationToken cancellationToken)
    {
        var item = await act.OrFail();
        await session.SaveAsync(cancellationToken);
        Write(run, item, session.Now);
    }

    public static void Write(Run run, KnowledgeItem item, Instant now)
    {
        var latest = item.Latest;
        run.Output.Write(
            new
            {
                item.Id, item.Title, Status = item.StatusAt(now), item.Confidence, item.Governance, item.Kind, item.Audience, Language = item.Language.Value, Product = item.Sku, item.Environment, item.Summary, item.Body,
                item.LatestVersion, item.PublishedVersion, item.PublishedAt, item.PublishedBy, item.ExpiresAt, item.ReviewRequestedAt, item.ArchivedAt, item.ReplacedById,
                Next = item.Next is null ? null : new { item.Next.Title, item.Next.Summary, item.Next.Body },
                item.TranslationOfId, item.TranslatedVersion, item.PartOfId, item.PartPosition,
                Categories = item.Categories.Select(c => c.CategoryId), Tags = item.Tags.Select(t => t.Name), Related = item.Related.OrderBy(r => r.Position).Select(r => r.RelatedId),
                Files = item.Files.Select(f => new { f.Number, f.Name, f.ContentType, f.Size }), item.ReuseCount, item.ReusedAt,
                item.SourceKind, item.SourceId, item.WrittenBy, item.CreatedAt, item.UpdatedAt, item.Version,
            },
            report => report.Heading(item.Title).Fields(
                ("Id", item.Id), ("Status", item.StatusAt(now)), ("Confidence", item.Confidence), ("Kind", item.Kind), ("Audience", item.Audience), ("Language", item.Language),
                ("Product", item.Sku), ("Environment", item.Environment), ("Versions", item.LatestVersion), ("Published version", item.PublishedVersion), ("Published", item.PublishedAt),
                ("Until", item.ExpiresAt), ("In review since", item.ReviewRequestedAt), ("Replaced by", item.ReplacedById), ("Translation of", item.TranslationOfId),
                ("Tags", item.Tags.Count == 0 ? null : string.Join(", ", item.Tags.Select(t => t.Name))),
                ("From", item.SourceKind is null ? null : $"{item.SourceKind} {item.SourceId}"), ("Summary", latest.Summary))
                .Line().Line(latest.Body));
    }
}
