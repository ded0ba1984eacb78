using Crm.Domain.Knowledge;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Crm.Persistence.Specification.Knowledge;

/// <summary>Analysers of the host, and what happens to stored terms when they change.</summary>
public abstract class KnowledgeEditionSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    public async Task AnalyserOfTheHost_ReadsItsLanguage()
    {
        var host = await HostAsync(Reading(1));
        await host.PublishAsync("Voda-1", "Text", "cs");

        (await host.TitlesAsync("Voda-99")).Should().Equal("Voda-1");
    }

    [SkippableFact]
    public async Task LaterEdition_FindsAtOnce_AndMakesStoredTermsAnew()
    {
        var before = await HostAsync(Reading(1));
        var id = await before.PublishAsync("Voda-1", "Text", "cs");
        await before.PublishAsync("Kettle");
        (await before.TitlesAsync("Voda-99")).Should().ContainSingle();
        var after = await OpenAsync<SpecificationContext>(before.ConnectionString, Reading(2));
        (await after.TitlesAsync("Voda-99")).Should().BeEmpty("the later edition tells them apart");
        (await after.TitlesAsync("Voda-1")).Should().Equal("Voda-1");
        (await EditionAsync(after, id)).Should().Be(1, "reading writes nothing");

        await RunUntilAsync(after, async () => await EditionAsync(after, id) == 2);
        (await after.TitlesAsync("Voda-1")).Should().Equal("Voda-1");
        (await after.TitlesAsync("Voda-99")).Should().BeEmpty();

        // A process that is not updated yet goes on with its own edition.
        (await before.TitlesAsync("Voda-99")).Should().ContainSingle();
    }

    private static Action<HostSetup> Reading(int edition) => setup =>
    {
        setup.Services = services => services.AddSingleton<ITextAnalyser>(new Czech(edition));
        setup.Persistence = options => options.DueWorkInterval = TimeSpan.FromMilliseconds(5);
    };

    private static async Task<int> EditionAsync(CrmTestHost<SpecificationContext> host, KnowledgeItemId id)
    {
        await using var work = host.Work();
        return (await work.Context.Set<KnowledgeSearchDocument>().AsNoTracking().SingleAsync(d => d.ItemId == id)).AnalyserVersion;
    }

    /// <summary>Lets the background work of a host run until something holds.</summary>
    private static async Task RunUntilAsync(CrmTestHost<SpecificationContext> host, Func<Task<bool>> isSo)
    {
        var service = host.Services.GetServices<IHostedService>().Single(s => s.GetType().Name == "DueWorkService");
        await service.StartAsync(default);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await isSo())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        await service.StopAsync(default);
    }

    /// <summary>The first edition leaves digits out, the second takes nothing else.</summary>
    private sealed class Czech(int edition) : ITextAnalyser
    {
        public string Language => "cs";

        public int Version => edition;

        public void Analyse(string text, ICollection<TextTerm> terms) => terms.Add(new TextTerm(string.Concat(text.Where(c => char.IsDigit(c) == (edition > 1))), 0, text.Length));
    }
}
