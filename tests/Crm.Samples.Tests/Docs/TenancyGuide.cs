using System.Security.Claims;
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Persistence.EfCore;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/tenancy.md.</summary>
internal static class TenancyGuide
{
    public static void Add(IServiceCollection services, string connectionString)
    {
        // docs: tenant-services
        services.AddHttpContextAccessor();
        services.AddDbContextPool<ManyShopsContext>(o => o.UseSqlite(connectionString));
        services.AddCrm()
            .UseScope(provider => TenantScope.Of(provider.GetRequiredService<IHttpContextAccessor>()))
            .UseEntityFrameworkCore<ManyShopsContext>();
        // docs: end
    }

    // docs: tenant-job
    /// <summary>A job that goes through the tenants: one dependency-injection scope for each.</summary>
    public static async Task<Dictionary<string, int>> CountAsync(ICrmScopeFactory scopes, IEnumerable<string> tenants)
    {
        var counts = new Dictionary<string, int>();
        foreach (var tenant in tenants)
        {
            await using var scope = scopes.Create(new CrmScope(Actor.System("nightly-count")) { TenantId = tenant });
            var page = await scope.ServiceProvider.GetRequiredService<CustomerDirectory>().ListAsync(new CustomerCriteria());
            counts[tenant] = page.Items.Count;
        }

        return counts;
    }
    // docs: end

    // docs: tenant-hatch
    /// <summary>A query of your own. The front doors attach the scope to the context; without one, you do.</summary>
    public static Task<int> CountByHandAsync(ManyShopsContext db, CrmScopeAccessor scope)
    {
        db.CrmScope = scope.Required;
        return db.Set<Customer>().CountAsync();
    }
    // docs: end
}

// docs: tenant-context
public sealed class ManyShopsContext(DbContextOptions<ManyShopsContext> options) : DbContext(options), ICrmDbContext
{
    public CrmScope? CrmScope { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyCrm(this, o => o.UseTenants());
}
// docs: end

// docs: tenant-scope
/// <summary>The tenant comes from who signed in, never from what the request asks for.</summary>
public static class TenantScope
{
    public static CrmScope Of(IHttpContextAccessor http)
    {
        var user = http.HttpContext?.User ?? throw new InvalidOperationException("There is no request; jobs use ICrmScopeFactory.");
        var id = user.FindFirstValue(ClaimTypes.NameIdentifier);
        return new CrmScope(id is null ? Actor.Guest : Actor.Agent(id, user.Identity?.Name))
        {
            TenantId = user.FindFirstValue("tenant"),   // null sees nothing
        };
    }
}
// docs: end
