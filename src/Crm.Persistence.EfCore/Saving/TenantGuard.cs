using Crm.Domain.Access;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Crm.Persistence.EfCore.Saving;

/// <summary>Refuses writes across tenants: filters guard reads only.</summary>
internal static class TenantGuard
{
    public static void Check(DbContext context, IEnumerable<EntityEntry> changed, CrmScope scope)
    {
        if (context.Model.FindAnnotation(CrmAnnotations.Tenanted)?.Value is not true)
        {
            return;
        }

        foreach (var entry in changed)
        {
            var tenant = entry.Property(CrmAnnotations.TenantId);
            var foreign = !Equals(tenant.CurrentValue, scope.TenantId) || (entry.State != EntityState.Added && !Equals(tenant.OriginalValue, scope.TenantId));
            if (scope.TenantId is null || foreign)
            {
                throw new InvalidOperationException(
                    $"A {entry.Metadata.ClrType.Name} of another tenant would be written. The scope's tenant is fixed for the life of a context.");
            }
        }
    }
}
