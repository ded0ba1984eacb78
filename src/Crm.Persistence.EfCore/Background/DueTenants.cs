using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Background;

/// <summary>Finds whose rows are due, over all tenants.</summary>
internal static class DueTenants
{
    /// <summary>The tenants of rows.</summary>
    /// <param name="db">The context.</param>
    /// <param name="due">Which rows of all tenants are due.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The tenants in order; null alone where tenants are not kept apart and a row is due.</returns>
    public static async Task<IReadOnlyCollection<string?>> OfAsync<T>(CrmDb db, Func<IQueryable<T>, IQueryable<T>> due, CancellationToken cancellationToken)
        where T : class
    {
        var rows = due(db.Context.Set<T>().IgnoreQueryFilters([CrmAnnotations.TenantFilter]).IgnoreAutoIncludes().AsNoTracking());
        if (db.Context.Model.FindAnnotation(CrmAnnotations.Tenanted)?.Value is true)
        {
            var tenants = await rows.Select(r => EF.Property<string>(r, CrmAnnotations.TenantId)).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false);
            return [.. tenants.Order(StringComparer.Ordinal)];
        }

        return await rows.AnyAsync(cancellationToken).ConfigureAwait(false) ? [null] : [];
    }
}
