using Crm.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Infrastructure;

/// <summary>Every area, no tenancy.</summary>
public sealed class SpecificationContext(DbContextOptions<SpecificationContext> options) : DbContext(options), ICrmDbContext
{
    public CrmScope? CrmScope { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyCrm(this);
}

/// <summary>Every area, tenants kept apart.</summary>
public sealed class TenantContext(DbContextOptions<TenantContext> options) : DbContext(options), ICrmDbContext
{
    public CrmScope? CrmScope { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyCrm(this, o => o.UseTenants());
}

/// <summary>Every area, agents seeing what their roles let them see; the same tables as those of <see cref="SpecificationContext"/>.</summary>
public sealed class VisibilityContext(DbContextOptions<VisibilityContext> options) : DbContext(options), ICrmDbContext
{
    public CrmScope? CrmScope { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyCrm(this, o => o.UseRecordVisibility());
}

/// <summary>A context that forgot to apply the CRM.</summary>
public sealed class EmptyContext(DbContextOptions<EmptyContext> options) : DbContext(options), ICrmDbContext
{
    public CrmScope? CrmScope { get; set; }
}
