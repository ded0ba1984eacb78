using Crm.Domain.Access;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/help-centre.md says of writing.</summary>
public sealed class HelpCentreGuideTests
{
    private static readonly LanguageTag s_english = LanguageTag.Parse("en");

    [Fact]
    [Trait("Check", "KB-01")]
    [Trait("Check", "KB-04")]
    public async Task Article_FromDraftToCorrection()
    {
        await using var host = await GuideHost<CrmDbContext>.StartAsync();
        var (knowledge, versions, work) = (host.Get<KnowledgeBase>(), host.Get<KnowledgeVersions>(), host.Get<ICrmUnitOfWork>());
        var id = (await HelpCentreGuide.WriteAsync(knowledge)).Value.Id;
        await host.SaveAsync();
        (await HelpCentreGuide.ShowAsync(host.Get<KnowledgeSearch>(), id, s_english))!.Value.Html.Should().Contain("<strong>vinegar</strong>");

        var diff = await HelpCentreGuide.CorrectAsync(knowledge, host.Get<KnowledgePublishing>(), versions, work, id);

        diff.Body.Where(l => l.Kind == KnowledgeDiffKind.Added).Select(l => l.Text).Should().Equal("1. Fill it with **citric acid**.");
        (await HelpCentreGuide.ShowAsync(host.Get<KnowledgeSearch>(), id, s_english))!.Value.Html.Should().Contain("vinegar");
        (await knowledge.PublishAsync(id)).Succeeded.Should().BeTrue();
        await host.SaveAsync();
        (await HelpCentreGuide.ShowAsync(host.Get<KnowledgeSearch>(), id, s_english))!.Value.Html.Should().Contain("citric acid");
        (await HelpCentreGuide.TakeBackAsync(versions, id)).Value.Latest.Body.Should().Contain("vinegar");
        (await HelpCentreGuide.ShowAsync(host.Get<KnowledgeSearch>(), KnowledgeItemId.New(host.Get<CrmActs>().Now), s_english)).Should().BeNull();
    }

    [Fact]
    [Trait("Check", "KB-02")]
    [Trait("Check", "KB-06")]
    public async Task Schedule_TranslationsAndShelf_AreAsTheGuideSays()
    {
        using var folder = new Crm.Testing.TemporaryFolder();
        await using var host = await GuideHost<CrmDbContext>.StartAsync(extend: b => b.UseAttachmentFolder(folder.Path));
        var (knowledge, work, now) = (host.Get<KnowledgeBase>(), host.Get<ICrmUnitOfWork>(), host.Get<CrmActs>().Now);
        var id = (await HelpCentreGuide.WriteAsync(knowledge)).Value.Id;
        var notice = (await knowledge.WriteAsync(new KnowledgeContent("Sale", "Half price.", s_english), Audience.Public)).Value.Id;
        (await HelpCentreGuide.AnnounceAsync(knowledge, notice, now + Duration.FromDays(1), now + Duration.FromDays(15))).Value.Status.Should().Be(KnowledgeStatus.Scheduled);
        await host.SaveAsync();
        (await HelpCentreGuide.ShowAsync(host.Get<KnowledgeSearch>(), notice, s_english)).Should().BeNull();

        (await HelpCentreGuide.TranslateAsync(knowledge, host.Get<KnowledgeLists>(), work, id)).Should().BeEmpty();
        (await HelpCentreGuide.ShowAsync(host.Get<KnowledgeSearch>(), id, LanguageTag.Parse("it-CH")))!.Value.Title.Should().StartWith("Perché");

        using var plan = new MemoryStream([1, 2, 3]);
        await HelpCentreGuide.FileAsync(host.Get<KnowledgeCategories>(), host.Get<KnowledgeShelf>(), host.Get<AttachmentShelf>(), work, id, notice, plan);
        (await host.Get<KnowledgeSearch>().ReadAsync(id))!.Should().Match<KnowledgeArticle>(a => a.Files.Count == 1 && a.Tags.Count == 2 && a.Related.Count == 0, "what is related is not published yet");
    }

    [Fact]
    [Trait("Check", "KB-03")]
    public void Licences_AreThoseOfTheHost()
    {
        var services = new ServiceCollection();
        HelpCentreGuide.Register(services);
        services.BuildServiceProvider().GetRequiredService<KnowledgeOptions>().RoleLicences["editor"].Should().Be(KnowledgeLicence.Publisher);
    }
}
