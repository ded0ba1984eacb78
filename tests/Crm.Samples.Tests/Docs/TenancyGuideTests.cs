using System.Security.Claims;
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore;
using Crm.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/tenancy.md says about its examples.</summary>
public sealed class TenancyGuideTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private ServiceProvider _services = null!;

    public async Task InitializeAsync()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        TenancyGuide.Add(services, $"Data Source={_folder.File("shops.db")}");
        _services = services.BuildServiceProvider(validateScopes: true);
        await using (var setup = As(null))
        {
            await setup.ServiceProvider.GetRequiredService<ManyShopsContext>().Database.EnsureCrmCreatedAsync();
        }

        foreach (var tenant in new[] { "north", "north", "south" })
        {
            await using var work = As(tenant);
            await work.ServiceProvider.GetRequiredService<CustomerDirectory>().RegisterAsync(new NewCustomer { OrganisationName = $"A firm of {tenant}" });
            (await work.ServiceProvider.GetRequiredService<ICrmUnitOfWork>().SaveAsync()).ThrowIfFailed();
        }
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    [Trait("Check", "XC-04")]
    public async Task Job_EachTenant_SeesItsOwn()
    {
        var counts = await TenancyGuide.CountAsync(_services.GetRequiredService<ICrmScopeFactory>(), ["north", "south", "east"]);
        counts.Should().BeEquivalentTo(new Dictionary<string, int> { ["north"] = 2, ["south"] = 1, ["east"] = 0 });
    }

    [Fact]
    [Trait("Check", "XC-04")]
    public async Task NoTenant_SeesNothingAndWritesNothing()
    {
        await using var work = As(null);
        var customers = work.ServiceProvider.GetRequiredService<CustomerDirectory>();
        (await customers.ListAsync(new CustomerCriteria())).Items.Should().BeEmpty();
        var register = () => customers.RegisterAsync(new NewCustomer { OrganisationName = "Nobody's" });
        await register.Should().ThrowAsync<InvalidOperationException>().WithMessage("*no tenant*");
    }

    [Fact]
    public async Task OwnQuery_WithoutScope_SeesNothingAndWithScopeItsOwn()
    {
        await using var work = As("north");
        var db = work.ServiceProvider.GetRequiredService<ManyShopsContext>();
        (await db.Set<Customer>().CountAsync()).Should().Be(0, "nobody has told this context for whom it works");
        (await TenancyGuide.CountByHandAsync(db, work.ServiceProvider.GetRequiredService<CrmScopeAccessor>())).Should().Be(2);
    }

    [Fact]
    public async Task OtherTenantsId_LooksLikeAMissingOne()
    {
        await using var south = As("south");
        var theirs = (await south.ServiceProvider.GetRequiredService<CustomerDirectory>().ListAsync(new CustomerCriteria())).Items.Single().Id;
        await using var north = As("north");
        var customers = north.ServiceProvider.GetRequiredService<CustomerDirectory>();
        (await customers.FindAsync(theirs)).Should().BeNull();
        (await customers.AddEmailAsync(theirs, Crm.Domain.Values.EmailAddress.Parse("x@example.com"))).Errors.Single().Code.Should().Be("CustomerNotFound");
    }

    [Fact]
    public async Task Tracked_OfAnotherTenant_IsNotWritten()
    {
        await using var work = As("north");
        var db = work.ServiceProvider.GetRequiredService<ManyShopsContext>();
        db.CrmScope = work.ServiceProvider.GetRequiredService<CrmScopeAccessor>().Required;
        var theirs = await db.Set<Customer>().IgnoreQueryFilters().FirstAsync(c => c.DisplayName == "A firm of south");
        theirs.AddEmail(Crm.Domain.Values.EmailAddress.Parse("x@example.com"), NodaTime.SystemClock.Instance.GetCurrentInstant());
        var save = () => db.SaveChangesAsync();
        await save.Should().ThrowAsync<InvalidOperationException>().WithMessage("*another tenant*");
    }

    [Fact]
    public void Scope_OfARequest_IsThatOfItsUser()
    {
        var http = new HttpContextAccessor { HttpContext = new DefaultHttpContext() };
        TenantScope.Of(http).Should().Be(new CrmScope(Actor.Guest));
        http.HttpContext.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "ada"), new Claim("tenant", "north")], "test"));
        TenantScope.Of(http).Should().Match<CrmScope>(s => s.TenantId == "north" && s.Actor.Id == "ada");
        http.HttpContext = null;
        var none = () => TenantScope.Of(http);
        none.Should().Throw<InvalidOperationException>();
    }

    private AsyncServiceScope As(string? tenant) =>
        _services.GetRequiredService<ICrmScopeFactory>().Create(new CrmScope(Actor.Agent("ada")) { TenantId = tenant });
}
