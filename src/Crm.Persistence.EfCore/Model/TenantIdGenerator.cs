using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.ValueGeneration;

namespace Crm.Persistence.EfCore.Model;

/// <summary>Stamps new rows with the tenant of the context's scope.</summary>
internal sealed class TenantIdGenerator : ValueGenerator<string>
{
    public override bool GeneratesTemporaryValues => false;

    public override string Next(EntityEntry entry) =>
        (entry.Context as ICrmDbContext)?.CrmScope?.TenantId
        ?? throw new InvalidOperationException("This context keeps tenants apart, but its CrmScope has no tenant. Set CrmScope.TenantId before rows are added.");
}
