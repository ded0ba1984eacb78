using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/what-readers-tell-you.md says.</summary>
public sealed class ReadersGuideTests
{
    private const string Cookie = "b6ae0f3c";
    private static readonly string s_secret = Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);
    private static readonly LanguageTag s_english = LanguageTag.Parse("en");

    [Fact]
    [Trait("Check", "KB-07")]
    [Trait("Check", "KB-08")]
    public async Task Reader_FromTheFirstQuestionToTheNewArticle()
    {
        await using var host = await GuideHost<CrmDbContext>.StartAsync(o => o.KnowledgeReading.ReaderSecret = s_secret);
        var anna = (await host.Get<CustomerDirectory>().RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi") })).Value.Id;
        var article = (await host.Get<KnowledgeBase>().WriteAsync(new KnowledgeContent("The kettle stays cold", "Descale it.", s_english), Audience.Public)).Value.Id;
        await host.Get<KnowledgeBase>().PublishAsync(article);
        await host.SaveAsync();
        var begin = host.Clock.Now;

        await using (var guest = host.As(Actor.Guest))
        {
            var work = guest.ServiceProvider.GetRequiredService<ICrmUnitOfWork>();
            var hits = await ReadersGuide.SearchAsync(guest.ServiceProvider.GetRequiredService<KnowledgeSearch>(), guest.ServiceProvider.GetRequiredService<KnowledgeReading>(), work, "cold kettle", Cookie);
            hits.Select(h => h.Id).Should().Equal(article);
            (await guest.ServiceProvider.GetRequiredService<KnowledgeReading>().OpenedAsync(article, Cookie)).Succeeded.Should().BeTrue();
            (await ReadersGuide.VoteAsync(guest.ServiceProvider.GetRequiredService<KnowledgeVotes>(), work, article, true, Cookie)).Should().Be(new KnowledgeVoteCount(1, 0));
            (await ReadersGuide.VoteAsync(guest.ServiceProvider.GetRequiredService<KnowledgeVotes>(), work, article, false, Cookie)).Should().Be(new KnowledgeVoteCount(0, 1));
        }

        await using (var portal = host.As(Actor.PortalCustomer("anna", [anna.ToSubject()])))
        {
            (await portal.ServiceProvider.GetRequiredService<KnowledgeReading>().SignInAsync(Cookie)).Value.Should().Be(1);
            var suggested = await ReadersGuide.SuggestAsync(
                portal.ServiceProvider.GetRequiredService<KnowledgeSuggestions>(), portal.ServiceProvider.GetRequiredService<ICrmUnitOfWork>(), "Kettle cold", "Every morning.");
            suggested.Select(h => h.Id).Should().Equal(article);
        }

        var opened = await ReadersGuide.OpenAsync(host.Get<ServiceDesk>(), host.Get<KnowledgeReading>(), anna, "Cold again");
        opened.ViewedArticles.Select(a => a.KnowledgeItemId).Should().Equal(article);
        await host.SaveAsync();
        (await ReadersGuide.SolveAsync(host.Get<ServiceDesk>(), host.Get<CaseArticles>(), host.Get<ICrmUnitOfWork>(), opened.Id, article)).Succeeded.Should().BeTrue();
        (await host.Get<KnowledgeUses>().ReuseAsync([article]))[article].Records.Should().Be(1);
        var refused = await ReadersGuide.WriteAsync(host.Get<CaseSolutions>(), opened.Id, d => new KnowledgeContent(d.Title, $"Anna found: {d.Body}", s_english));
        refused.Errors.Single().Code.Should().Be("SolutionNamesPerson");
        (await ReadersGuide.WriteAsync(host.Get<CaseSolutions>(), opened.Id, d => new KnowledgeContent(d.Title, d.Body, s_english))).Succeeded.Should().BeTrue();

        host.Clock.Advance(Duration.FromDays(2));
        var (deflection, gaps) = await ReadersGuide.LookAsync(host.Get<KnowledgeReports>(), begin, host.Clock.Now);
        deflection.Should().Be(0, "she called after all");
        gaps.Should().BeEmpty("fewer than three readers are nobody's business");
    }

    [Fact]
    public void Options_AreThoseOfTheHost()
    {
        var services = new ServiceCollection();
        ReadersGuide.Register(services, s_secret);
        services.BuildServiceProvider().GetRequiredService<KnowledgeReaders>().HasSecret.Should().BeTrue();
    }
}
