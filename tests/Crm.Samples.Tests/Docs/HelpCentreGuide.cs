using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/help-centre.md.</summary>
internal static class HelpCentreGuide
{
    // docs: help-write
    /// <summary>An answer for everybody, written and published. The caller saves.</summary>
    public static async Task<CrmResult<KnowledgeItem>> WriteAsync(KnowledgeBase knowledge)
    {
        var draft = await knowledge.WriteAsync(
            new KnowledgeContent("Why is my kettle slow?", "Scale keeps the heat from the water.\n\n1. Fill it with **vinegar**.\n2. Wait an hour.", LanguageTag.Parse("en"))
            {
                Kind = KnowledgeKind.Faq, Summary = "Remove the scale with vinegar.", Sku = "KETTLE", Environment = "All models since 2019",
            },
            Audience.Public);
        return draft.TryGetValue(out var item) ? await knowledge.PublishAsync(item.Id) : draft;   // KnowledgeItemEmpty, KnowledgeLicenceTooLow …
    }
    // docs: end

    // docs: help-read
    /// <summary>What a page of the help centre shows. Nobody who may not read it gets anything.</summary>
    public static async Task<(string Title, string Html)?> ShowAsync(KnowledgeSearch search, KnowledgeItemId id, LanguageTag language) =>
        await search.ReadAsync(id, language) is { } article ? (article.Title, KnowledgeMarkup.ToHtml(article.Body)) : null;
    // docs: end

    // docs: help-revise
    /// <summary>Readers go on reading the first version until the second is published.</summary>
    public static async Task<KnowledgeDiff> CorrectAsync(KnowledgeBase knowledge, KnowledgePublishing publishing, KnowledgeVersions versions, ICrmUnitOfWork work, KnowledgeItemId id)
    {
        var item = (await knowledge.FindAsync(id))!;
        await knowledge.ReviseAsync(id, item.Latest with { Body = item.Latest.Body.Replace("vinegar", "citric acid", StringComparison.Ordinal) }, note: "Vinegar smells");
        await publishing.RequestReviewAsync(id);
        (await work.SaveAsync()).ThrowIfFailed();
        return (await versions.CompareAsync(id, item.PublishedVersion!.Value, item.LatestVersion)).Value;
    }

    /// <summary>Takes the first version up again, as a third one.</summary>
    public static Task<CrmResult<KnowledgeItem>> TakeBackAsync(KnowledgeVersions versions, KnowledgeItemId id) => versions.RollBackAsync(id, number: 1);
    // docs: end

    // docs: help-schedule
    /// <summary>A notice for the weeks of the sale. The clock shows it and takes it away.</summary>
    public static Task<CrmResult<KnowledgeItem>> AnnounceAsync(KnowledgeBase knowledge, KnowledgeItemId id, Instant begins, Instant ends) =>
        knowledge.PublishAsync(id, new KnowledgePeriod(begins, ends));
    // docs: end

    // docs: help-licences
    public static void Register(IServiceCollection services) => services.AddCrm(o =>
    {
        o.Knowledge.DefaultLicence = KnowledgeLicence.Candidate;                  // writes, and publishes for colleagues
        o.Knowledge.RoleLicences["support-senior"] = KnowledgeLicence.Contributor;
        o.Knowledge.RoleLicences["editor"] = KnowledgeLicence.Publisher;
        o.Knowledge.ReusesToValidate = 5;
    });
    // docs: end

    // docs: help-translate
    /// <summary>Begins a translation; and lists those that are behind their originals.</summary>
    public static async Task<IReadOnlyList<KnowledgeItemSummary>> TranslateAsync(KnowledgeBase knowledge, KnowledgeLists lists, ICrmUnitOfWork work, KnowledgeItemId original)
    {
        var italian = await knowledge.TranslateAsync(original, new KnowledgeContent("Perché il bollitore è lento?", "Il calcare isola l'acqua.", LanguageTag.Parse("it")));
        await knowledge.PublishAsync(italian.Value.Id);
        (await work.SaveAsync()).ThrowIfFailed();
        return (await lists.ListAsync(new KnowledgeItemCriteria { Stale = true })).Items;
    }
    // docs: end

    // docs: help-shelf
    /// <summary>A category, tags, a related article and a file.</summary>
    public static async Task FileAsync(KnowledgeCategories categories, KnowledgeShelf shelf, AttachmentShelf attachments, ICrmUnitOfWork work, KnowledgeItemId id, KnowledgeItemId other, Stream plan)
    {
        var kettles = (await categories.AddAsync(new KnowledgeCategoryDetails("Kettles"))).Value;
        (await work.SaveAsync()).ThrowIfFailed();
        await shelf.FileAsync(id, new KnowledgeFiling { Categories = [kettles.Id], Tags = ["scale", "slow"], Related = [other] });
        await shelf.AttachAsync(id, (await attachments.KeepAsync("plan.pdf", "application/pdf", plan)).Value);
        (await work.SaveAsync()).ThrowIfFailed();
    }
    // docs: end
}
