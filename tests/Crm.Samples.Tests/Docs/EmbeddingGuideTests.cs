using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Knowledge;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Crm.Persistence.EfCore.Saving;
using Crm.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/embedding.md says about its examples.</summary>
public sealed class EmbeddingGuideTests : IDisposable
{
    private static readonly CrmScope s_ada = new(Actor.Agent("ada"));
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PoolAndFactory_ServeFrontDoors(bool pool)
    {
        await using var services = await DeskAsync(pool ? EmbeddingGuide.AddPooled : EmbeddingGuide.AddFactory);
        for (var i = 0; i < 3; i++)
        {
            await using var scope = services.GetRequiredService<ICrmScopeFactory>().Create(s_ada);
            await scope.ServiceProvider.GetRequiredService<CustomerDirectory>().RegisterAsync(new NewCustomer { OrganisationName = $"Firm {i}" });
            (await scope.ServiceProvider.GetRequiredService<ICrmUnitOfWork>().SaveAsync()).ThrowIfFailed();
        }

        await using var after = services.GetRequiredService<ICrmScopeFactory>().Create(s_ada);
        (await EmbeddingGuide.WithoutCaseAsync(after.ServiceProvider.GetRequiredService<HelpDeskContext>())).Should().Equal("Firm 0", "Firm 1", "Firm 2");
    }

    [Fact]
    public async Task Areas_OthersFrontDoor_SaysWhatToCall()
    {
        await using var services = await DeskAsync(EmbeddingGuide.AddPooled);
        await using var scope = services.GetRequiredService<ICrmScopeFactory>().Create(s_ada);
        scope.ServiceProvider.GetRequiredService<ServiceDesk>().Should().NotBeNull();
        var orders = () => scope.ServiceProvider.GetRequiredService<OrderBook>();
        orders.Should().Throw<InvalidOperationException>().WithMessage("*CrmAreas.Orders*ApplyCrm*");
        var script = EmbeddingGuide.CreateScript(scope.ServiceProvider.GetRequiredService<HelpDeskContext>());
        script.Should().Contain("\"desk_cases\"").And.NotContain("orders").And.NotContain("\"crm_");
    }

    [Fact]
    public async Task Factory_ContextOfItsOwn_IsAuditedUnderItsScopeAndRefusedWithout()
    {
        await using var services = await DeskAsync(EmbeddingGuide.AddFactory);
        KnowledgeItemId id;
        await using (var scope = services.GetRequiredService<ICrmScopeFactory>().Create(s_ada))
        {
            var knowledge = scope.ServiceProvider.GetRequiredService<KnowledgeBase>();
            id = (await knowledge.WriteAsync(new KnowledgeContent("Title", "Body", LanguageTag.Parse("en")), Audience.Public)).Value.Id;
            await knowledge.PublishAsync(id);
            (await scope.ServiceProvider.GetRequiredService<ICrmUnitOfWork>().SaveAsync()).ThrowIfFailed();
        }

        var contexts = services.GetRequiredService<IDbContextFactory<HelpDeskContext>>();
        var now = SystemClock.Instance.GetCurrentInstant();
        var nobody = () => EmbeddingGuide.ArchiveAsync(contexts, null!, id, now);
        await nobody.Should().ThrowAsync<InvalidOperationException>().WithMessage("*CrmScope*");
        (await EmbeddingGuide.ArchiveAsync(contexts, new CrmScope(Actor.Agent("bob")), id, now)).Should().Be(1);

        await using var db = await contexts.CreateDbContextAsync();
        (await db.Set<AuditEntry>().Where(a => a.AggregateId == id.Value).OrderBy(a => a.Id).Select(a => a.ActorId).ToListAsync()).Should().Equal("ada", "bob");
    }

    [Fact]
    public void Words_Replaced_KeepTheCode()
    {
        var services = new ServiceCollection();
        EmbeddingGuide.AddWords(services);
        using var provider = services.BuildServiceProvider();
        var error = provider.GetRequiredService<CrmErrorDescriber>().CustomerNotFound("x");
        error.Code.Should().Be("CustomerNotFound");
        error.Message.Should().Be("We do not know this customer.");
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private async Task<ServiceProvider> DeskAsync(Action<IServiceCollection, string> add)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        add(services, $"Data Source={_folder.File("desk.db")}");
        var provider = services.BuildServiceProvider(validateScopes: true);
        await using var scope = provider.GetRequiredService<ICrmScopeFactory>().Create(s_ada);
        await scope.ServiceProvider.GetRequiredService<HelpDeskContext>().Database.EnsureCrmCreatedAsync();
        return provider;
    }
}
