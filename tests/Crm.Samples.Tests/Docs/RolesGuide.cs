using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Persistence.EfCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Samples.Tests.Docs;

// begin roles-context
public sealed class CareContext(DbContextOptions<CareContext> options) : DbContext(options), ICrmDbContext
{
    public CrmScope? CrmScope { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyCrm(this, o => o.UseRecordVisibility());
}

// end roles-context

/// <summary>The code of docs/guides/roles-and-visibility.md.</summary>
public static class RolesGuide
{
    public static void Add(IServiceCollection services, string connectionString)
    {
        // begin roles-services
        services.AddDbContextPool<CareContext>(o => o.UseSqlite(connectionString));
        services.AddCrm(o => o.Roles
            .Add(new CrmRole("care") { Sees = RecordVisibility.Team, Allows = ["service.*", "interactions.*", "customers.*"], Forbids = ["customers.merge"] })
            .Add(new CrmRole("sales") { Sees = RecordVisibility.Territory, Hides = ["Customer.BirthDate", "Customer.CustomFields:income"], Protects = ["Opportunity.Amount"] })
            .Add(new CrmRole("auditor") { Allows = ["auditing.read"] })
            .Add(new CrmRole("manager")))
            .UseEntityFrameworkCore<CareContext>();

        // end roles-services
    }

    // begin roles-actor
    public static CrmScope ScopeOf(StaffMember user) => new(
        Actor.Agent(user.Id, user.Name) with { Roles = user.Roles, Teams = user.Teams, Territories = user.Territories });

    // end roles-actor

    // begin roles-delegate
    public static CrmScope ScopeOf(StaffMember substitute, StaffMember away) => new(
        ScopeOf(substitute).Actor.OnBehalfOf(ScopeOf(away).Actor));

    // end roles-delegate

    public static async Task<int> CountAsync(IServiceProvider services)
    {
        // begin roles-read
        var customers = services.GetRequiredService<CustomerDirectory>();
        var page = await customers.ListAsync(new CustomerCriteria());

        // end roles-read
        return page.Items.Count;
    }
}

/// <summary>Somebody of the host's user directory.</summary>
public sealed record StaffMember(string Id, string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Teams, IReadOnlyList<Guid> Territories);
