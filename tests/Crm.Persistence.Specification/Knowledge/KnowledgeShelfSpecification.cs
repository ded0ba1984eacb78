using Crm.Domain.Access;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Interactions;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Persistence.Specification.Knowledge;

/// <summary>What stands around an item: audiences, translations, categories, tags, related items, parts, replacements, files.</summary>
public abstract class KnowledgeShelfSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly LanguageTag s_english = LanguageTag.Parse("en");

    public static IEnumerable<Actor> Readers => [Actor.Guest, Actor.PortalCustomer("anna", []), Actor.Partner("paul", []), Actor.Agent("ada")];

    [SkippableFact]
    [Trait("Check", "KB-05")]
    public async Task Audience_IsEnforcedInEveryRead()
    {
        var host = await HostAsync();
        var items = new Dictionary<Audience, KnowledgeItemId>();
        await using (var work = host.Work())
        {
            var category = (await work.Get<KnowledgeCategories>().AddAsync(new KnowledgeCategoryDetails("Kettles"))).Value.Id;
            var secret = (await work.Get<KnowledgeCategories>().AddAsync(new KnowledgeCategoryDetails("Secret"))).Value.Id;
            await work.SaveAsync();
            var manual = await PublishedAsync(work, "Manual", Audience.Public, KnowledgeKind.Manual);
            foreach (var audience in Enum.GetValues<Audience>())
            {
                items[audience] = await PublishedAsync(work, audience.ToString(), audience);
                await work.Get<KnowledgeShelf>().MakePartAsync(items[audience], manual, (int)audience);
            }

            foreach (var (audience, id) in items)
            {
                await work.Get<KnowledgeShelf>().FileAsync(id, new KnowledgeFiling
                {
                    Categories = audience == Audience.Internal ? [category, secret] : [category], Tags = ["scale"], Related = [.. items.Values.Where(other => other != id)],
                });
            }

            items[(Audience)99] = manual;
            await work.SaveAsync();
        }

        foreach (var reader in Readers)
        {
            await using var work = host.Work(new CrmScope(reader));
            var mine = Enum.GetValues<Audience>().Where(a => a == Audience.Public || reader.IsStaff || (a, reader.Kind) is (Audience.Customer, ActorKind.PortalCustomer) or (Audience.Partner, ActorKind.Partner)).ToList();
            foreach (var audience in Enum.GetValues<Audience>())
            {
                var read = await work.Search.ReadAsync(items[audience]);
                (read is not null).Should().Be(mine.Contains(audience), "{0} reads {1}", reader.Kind, audience);
                read?.Related.Select(r => r.Audience).Should().BeEquivalentTo(mine.Where(a => a != audience));
            }

            (await work.Search.ReadAsync(items[(Audience)99]))!.Parts.Select(p => p.Audience).Should().Equal(mine);
            foreach (var criteria in new KnowledgeListCriteria[] { new() { Tag = "Scale" }, new() { CategoryId = (await work.Get<KnowledgeCategories>().ListAsync()).Single(c => c.Name == "Kettles").Id } })
            {
                (await work.Search.ListAsync(criteria)).Items.Select(i => i.Audience).Should().BeEquivalentTo(mine);
            }

            var tree = await work.Get<KnowledgeCategories>().ListAsync();
            tree.Single(c => c.Name == "Kettles").Items.Should().Be(mine.Count);
            tree.Any(c => c.Name == "Secret").Should().Be(reader.IsStaff, "the name of a category says something too");
            (await work.Search.SearchAsync(new KnowledgeCriteria("kettle"))).Hits.Select(h => h.Title).Should().BeEquivalentTo([.. mine.Select(a => a.ToString()), "Manual"]);
            (await work.Get<KnowledgeLists>().ListAsync(KnowledgeItemCriteria.All)).Items.Should().HaveCount(reader.IsStaff ? 5 : 0);
        }
    }

    [SkippableFact]
    [Trait("Check", "KB-06")]
    public async Task Translations_HaveTheirOwnStatusAndGrowStale()
    {
        var host = await HostAsync();
        KnowledgeItemId original, italian, swedish;
        await using (var work = host.Work())
        {
            original = await PublishedAsync(work, "Descaling", Audience.Public);
            await work.SaveAsync();
            italian = (await work.Knowledge.TranslateAsync(original, Content("Decalcificare", "it"))).Value.Id;
            swedish = (await work.Knowledge.TranslateAsync(original, Content("Avkalka", "sv"))).Value.Id;
            (await work.Knowledge.TranslateAsync(original, Content("Avkalka", "sv"))).Errors.Select(e => e.Code).Should().Equal("KnowledgeTranslationExists");
            await work.Knowledge.PublishAsync(italian);
            await work.SaveAsync();
        }

        await using (var guest = host.Work(new CrmScope(Actor.Guest)))
        {
            (await guest.Search.ReadAsync(original))!.Translations.Select(t => t.Id).Should().Equal(italian);
            (await guest.Search.ReadAsync(italian))!.Should().Match<KnowledgeArticle>(a => !a.IsStale && a.Translations.Single().Id == original);
            (await guest.Search.ReadAsync(original, LanguageTag.Parse("it-CH")))!.Id.Should().Be(italian);
            (await guest.Search.ReadAsync(italian, LanguageTag.Parse("en")))!.Id.Should().Be(original);
            (await guest.Search.ReadAsync(original, LanguageTag.Parse("sv")))!.Id.Should().Be(original, "the Swedish one is a draft");
            (await guest.Search.ReadAsync(swedish)).Should().BeNull();
        }

        await using (var work = host.Work())
        {
            await work.Knowledge.ReviseAsync(original, Content("Descaling", "en") with { Body = "Use citric acid in the kettle." });
            await work.SaveAsync();
            (await StaleAsync(work)).Should().BeEmpty("readers of the original still read the first version");
            await work.Knowledge.PublishAsync(original);
            await work.SaveAsync();
            (await StaleAsync(work)).Should().BeEquivalentTo([italian, swedish]);
            var of = await work.Get<KnowledgeLists>().ListAsync(new KnowledgeItemCriteria { TranslationOf = original });
            of.Items.Select(i => (i.Id, i.Status, i.IsStale)).Should().BeEquivalentTo([(italian, KnowledgeStatus.Published, true), (swedish, KnowledgeStatus.Draft, true)]);
            (await work.Search.ReadAsync(italian))!.IsStale.Should().BeTrue();

            var latest = (await work.Knowledge.FindAsync(italian))!.Latest;
            await work.Knowledge.ReviseAsync(italian, latest with { Body = "Acido citrico nel kettle.", TranslatedVersion = 2 });
            await work.SaveAsync();
            (await work.Search.ReadAsync(italian))!.IsStale.Should().BeTrue("the new text is not published");
            await work.Knowledge.PublishAsync(italian);
            await work.SaveAsync();
            (await StaleAsync(work)).Should().Equal(swedish);
            (await work.Search.ReadAsync(italian))!.IsStale.Should().BeFalse();
        }

        await using var one = host.Work();
        await using var two = host.Work();
        await one.Knowledge.TranslateAsync(original, Content("Entkalken", "de"));
        await two.Knowledge.TranslateAsync(original, Content("Entkalken", "de"));
        (await one.UnitOfWork.SaveAsync()).Succeeded.Should().BeTrue();
        (await two.UnitOfWork.SaveAsync()).Errors.Select(e => e.Code).Should().Equal("AlreadyExists");
    }

    [SkippableFact]
    public async Task Replaced_LeadsToWhatReplacesIt_ForItsReadersOnly()
    {
        var host = await HostAsync();
        KnowledgeItemId old, older, best, secret;
        await using (var work = host.Work())
        {
            (older, old, best, secret) = (await PublishedAsync(work, "Older", Audience.Public), await PublishedAsync(work, "Old", Audience.Public), await PublishedAsync(work, "Best", Audience.Public), await PublishedAsync(work, "Secret", Audience.Internal));
            await work.SaveAsync();
            var publishing = work.Get<KnowledgePublishing>();
            (await publishing.ReplaceAsync(older, old)).Succeeded.Should().BeTrue();
            (await publishing.ReplaceAsync(old, best)).Succeeded.Should().BeTrue();
            (await publishing.ReplaceAsync(secret, best)).Succeeded.Should().BeTrue();
            (await publishing.ReplaceAsync(best, older)).Errors.Select(e => e.Code).Should().Equal("KnowledgeReplacementCircular");
            await work.SaveAsync();
        }

        await using var guest = host.Work(new CrmScope(Actor.Guest));
        (await guest.Search.ReadAsync(older))!.Should().Match<KnowledgeArticle>(a => a.Id == best && a.RedirectedFrom == older);
        (await guest.Search.ReadAsync(best))!.RedirectedFrom.Should().BeNull();
        (await guest.Search.ReadAsync(secret)).Should().BeNull("that it was there is a secret");
        await using var archive = host.Work();
        await archive.Knowledge.ArchiveAsync(best);
        await archive.SaveAsync();
        (await guest.Search.ReadAsync(older)).Should().BeNull();
    }

    [SkippableFact]
    public async Task Categories_MakeATreeByWhichItemsAreListed()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var categories = work.Get<KnowledgeCategories>();
        var kitchen = (await categories.AddAsync(new KnowledgeCategoryDetails("Kitchen"))).Value;
        var kettles = (await categories.AddAsync(new KnowledgeCategoryDetails("Kettles", kitchen.Id))).Value;
        await work.SaveAsync();
        var item = await PublishedAsync(work, "Descaling", Audience.Public);
        (await work.Get<KnowledgeShelf>().FileAsync(item, new KnowledgeFiling { Categories = [kettles.Id, KnowledgeCategoryId.New(host.Clock.Now)] })).Errors.Select(e => e.Code).Should().Equal("KnowledgeCategoryNotFound");
        (await work.Get<KnowledgeShelf>().FileAsync(item, new KnowledgeFiling { Related = [KnowledgeItemId.New(host.Clock.Now)] })).Errors.Select(e => e.Code).Should().Equal("KnowledgeItemNotFound");
        (await work.Get<KnowledgeShelf>().FileAsync(item, new KnowledgeFiling { Categories = [kettles.Id] })).Succeeded.Should().BeTrue();
        await work.SaveAsync();

        await using var other = host.Work();
        (await other.Search.ListAsync(new KnowledgeListCriteria { CategoryId = kitchen.Id })).Items.Should().ContainSingle();
        (await other.Search.ListAsync(new KnowledgeListCriteria { CategoryId = KnowledgeCategoryId.New(host.Clock.Now) })).Items.Should().BeEmpty();
        (await other.Get<KnowledgeCategories>().RemoveAsync(kettles.Id)).Errors.Select(e => e.Code).Should().Equal("KnowledgeCategoryInUse");
        (await other.Get<KnowledgeCategories>().RemoveAsync(kitchen.Id)).Errors.Select(e => e.Code).Should().Equal("KnowledgeCategoryInUse");
        (await other.Get<KnowledgeCategories>().ChangeAsync(kitchen.Id, new KnowledgeCategoryDetails("Kitchen", kettles.Id))).Errors.Select(e => e.Code).Should().Equal("KnowledgeCategoryMisplaced");
        (await other.Get<KnowledgeShelf>().FileAsync(item, new KnowledgeFiling())).Succeeded.Should().BeTrue();
        await other.SaveAsync();
        (await other.Get<KnowledgeCategories>().RemoveAsync(kettles.Id)).Succeeded.Should().BeTrue();
        await other.SaveAsync();
        (await other.Get<KnowledgeCategories>().RemoveAsync(kitchen.Id)).Succeeded.Should().BeTrue();
        await other.SaveAsync();
        (await other.Get<KnowledgeCategories>().ListAsync()).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Manual_HasItsPartsInOrder()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var shelf = work.Get<KnowledgeShelf>();
        var manual = await PublishedAsync(work, "Manual", Audience.Public, KnowledgeKind.Manual);
        var (second, first) = (await PublishedAsync(work, "Second", Audience.Public), await PublishedAsync(work, "First", Audience.Public));
        (await shelf.MakePartAsync(second, manual, 2)).Succeeded.Should().BeTrue();
        (await shelf.MakePartAsync(first, manual, 1)).Succeeded.Should().BeTrue();
        (await shelf.MakePartAsync(first, second)).Errors.Select(e => e.Code).Should().Equal("KnowledgeManualNotOne");
        (await shelf.MakePartAsync(manual, manual)).Errors.Select(e => e.Code).Should().Equal("KnowledgePartIsManual");
        (await shelf.MakePartAsync(first, KnowledgeItemId.New(host.Clock.Now))).Errors.Select(e => e.Code).Should().Equal("KnowledgeItemNotFound");
        (await shelf.MakePartAsync(first, manual, -1)).Errors.Select(e => e.Code).Should().Equal("InvalidValue");
        await work.SaveAsync();

        await using var guest = host.Work(new CrmScope(Actor.Guest));
        (await guest.Search.ReadAsync(manual))!.Parts.Select(p => p.Title).Should().Equal("First", "Second");
        (await guest.Search.ReadAsync(first))!.PartOf!.Id.Should().Be(manual);
        await work.Knowledge.ArchiveAsync(manual);
        await work.SaveAsync();
        (await guest.Search.ReadAsync(first))!.PartOf.Should().BeNull();
    }

    [SkippableFact]
    [Trait("Check", "KB-05")]
    public async Task Files_OpenForReadersOfTheItemOnly()
    {
        var folder = Directory.CreateTempSubdirectory("crm-knowledge-").FullName;
        using var gone = new RemovedFolder(folder);
        var host = await HostAsync(s => s.Services = services => services.AddSingleton<IAttachmentStore>(new FileAttachmentStore(folder)));
        KnowledgeItemId shown, hidden;
        await using (var work = host.Work())
        {
            (shown, hidden) = (await PublishedAsync(work, "Shown", Audience.Public), await PublishedAsync(work, "Hidden", Audience.Internal));
            foreach (var id in new[] { shown, hidden })
            {
                using var content = new MemoryStream([1, 2, 3]);
                var file = (await work.Get<AttachmentShelf>().KeepAsync("../plan.pdf", "application/pdf", content)).Value;
                (await work.Get<KnowledgeShelf>().AttachAsync(id, file)).Succeeded.Should().BeTrue();
            }

            await work.SaveAsync();
        }

        await using var guest = host.Work(new CrmScope(Actor.Guest));
        (await guest.Search.ReadAsync(shown))!.Files.Select(f => (f.Number, f.Name, f.Size)).Should().Equal((1, "plan.pdf", 3));
        var opened = (await guest.Get<KnowledgeShelf>().OpenAsync(shown, 1))!;
        await using (opened)
        {
            (opened.Name, opened.Content.ReadByte()).Should().Be(("plan.pdf", 1));
        }

        (await guest.Get<KnowledgeShelf>().OpenAsync(shown, 2)).Should().BeNull();
        (await guest.Get<KnowledgeShelf>().OpenAsync(hidden, 1)).Should().BeNull();
        await using var staff = host.Work();
        await (await staff.Get<KnowledgeShelf>().OpenAsync(hidden, 1))!.DisposeAsync();
        (await staff.Get<KnowledgeShelf>().DetachAsync(hidden, 1)).Succeeded.Should().BeTrue();
        await staff.SaveAsync();
        (await staff.Get<KnowledgeShelf>().OpenAsync(hidden, 1)).Should().BeNull();
    }

    [SkippableFact]
    public async Task Tenants_SeeNothingOfEachOther()
    {
        var host = await HostAsync<TenantContext>();
        KnowledgeItemId item;
        KnowledgeCategoryId category;
        await using (var work = host.Work(new CrmScope(Actor.Agent("ada")) { TenantId = "one" }))
        {
            category = (await work.Get<KnowledgeCategories>().AddAsync(new KnowledgeCategoryDetails("Kettles"))).Value.Id;
            await work.SaveAsync();
            item = (await work.Knowledge.WriteAsync(Content("Descaling", "en"), Audience.Public)).Value.Id;
            await work.Get<KnowledgeShelf>().FileAsync(item, new KnowledgeFiling { Categories = [category], Tags = ["scale"] });
            await work.Knowledge.PublishAsync(item);
            await work.SaveAsync();
        }

        await using var other = host.Work(new CrmScope(Actor.Agent("bob")) { TenantId = "two" });
        (await other.Get<KnowledgeLists>().ListAsync(KnowledgeItemCriteria.All)).Items.Should().BeEmpty();
        (await other.Get<KnowledgeCategories>().ListAsync()).Should().BeEmpty();
        (await other.Get<KnowledgeVersions>().ListAsync(item)).Should().BeEmpty();
        (await other.Get<KnowledgeVersions>().FindAsync(item, 1)).Should().BeNull();
        (await other.Search.ReadAsync(item)).Should().BeNull();
        (await other.Search.ListAsync(new KnowledgeListCriteria { Tag = "scale" })).Items.Should().BeEmpty();
        (await other.Get<KnowledgePublishing>().TrustAsync(item, KnowledgeConfidence.Validated)).Errors.Select(e => e.Code).Should().Equal("KnowledgeItemNotFound");
        (await other.Knowledge.TranslateAsync(item, Content("X", "it"))).Errors.Select(e => e.Code).Should().Equal("KnowledgeItemNotFound");
        (await other.Get<KnowledgeCategories>().RemoveAsync(category)).Errors.Select(e => e.Code).Should().Equal("KnowledgeCategoryNotFound");
    }

    private sealed class RemovedFolder(string path) : IDisposable
    {
        public void Dispose() => Directory.Delete(path, recursive: true);
    }

    private static KnowledgeContent Content(string title, string language) => new(title, "About the kettle.", LanguageTag.Parse(language));

    private static async Task<KnowledgeItemId> PublishedAsync(CrmWork<SpecificationContext> work, string title, Audience audience, KnowledgeKind kind = KnowledgeKind.HowTo)
    {
        var item = (await work.Knowledge.WriteAsync(new KnowledgeContent(title, "About the kettle.", s_english) { Kind = kind }, audience)).Value;
        return (await work.Knowledge.PublishAsync(item.Id)).Value.Id;
    }

    private static async Task<IReadOnlyList<KnowledgeItemId>> StaleAsync(CrmWork<SpecificationContext> work)
    {
        var found = (await work.Get<KnowledgeLists>().ListAsync(new KnowledgeItemCriteria { Stale = true })).Items;
        found.Should().NotContain(i => !i.IsStale);
        return [.. found.Select(i => i.Id)];
    }
}
