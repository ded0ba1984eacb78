using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore;
using Crm.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/roles-and-visibility.md says about its examples.</summary>
public sealed class RolesGuideTests : IAsyncLifetime
{
    private static readonly StaffMember s_ada = new("ada", "Ada", ["care"], ["north"], []);
    private static readonly StaffMember s_max = new("max", "Max", ["manager"], [], []);

    private readonly TemporaryFolder _folder = new();
    private ServiceProvider _services = null!;

    public async Task InitializeAsync()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        RolesGuide.Add(services, $"Data Source={_folder.File("care.db")}");
        _services = services.BuildServiceProvider(validateScopes: true);
        await using var work = As(new CrmScope(Actor.System("setup")));
        await work.ServiceProvider.GetRequiredService<CareContext>().Database.EnsureCrmCreatedAsync();
        foreach (var team in new[] { "north", "north", "south" })
        {
            var known = await work.ServiceProvider.GetRequiredService<CustomerDirectory>().RegisterAsync(new NewCustomer { OrganisationName = $"A firm of {team}" });
            (await work.ServiceProvider.GetRequiredService<CustomerCare>().AssignAsync(known.Value.Id, null, null, team)).Succeeded.Should().BeTrue();
        }

        (await work.ServiceProvider.GetRequiredService<ICrmUnitOfWork>().SaveAsync()).ThrowIfFailed();
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    [Trait("Check", "XC-03")]
    public async Task Agents_SeeWhatTheirRolesLetThem()
    {
        await ShouldSeeAsync(RolesGuide.ScopeOf(s_ada), 2);
        await ShouldSeeAsync(RolesGuide.ScopeOf(s_max), 3);
        await ShouldSeeAsync(RolesGuide.ScopeOf(s_max, s_ada), 2);
        await ShouldSeeAsync(RolesGuide.ScopeOf(s_ada with { Roles = [] }), 0);
    }

    private async Task ShouldSeeAsync(CrmScope scope, int count)
    {
        await using var work = As(scope);
        (await RolesGuide.CountAsync(work.ServiceProvider)).Should().Be(count);
    }

    private AsyncServiceScope As(CrmScope scope) => _services.GetRequiredService<ICrmScopeFactory>().Create(scope);
}
