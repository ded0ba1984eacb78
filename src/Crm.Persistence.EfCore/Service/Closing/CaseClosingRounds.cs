using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Time;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.EfCore.Service;

/// <summary>One round of closing cases whose customers are silent, of every tenant, each in a scope of its own.</summary>
internal sealed class CaseClosingRounds(ICrmScopeFactory scopes, CaseClosingOptions options, IClock clock)
{
    private const int Tries = 20;
    private static readonly CrmScope s_scope = new(Actor.System("case-closing")) { Reason = "The customer was silent for as long as the options say." };

    /// <summary>Closes what is due.</summary>
    /// <returns>How many cases this process closed.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var closed = 0;
        foreach (var tenant in options.SilentDays.Count == 0 ? [] : await TenantsAsync(cancellationToken).ConfigureAwait(false))
        {
            for (var (tries, last) = (0, options.BatchSize); tries < Tries && last == options.BatchSize;)
            {
                if (await BatchAsync(tenant, cancellationToken).ConfigureAwait(false) is { } saved)
                {
                    (closed, last, tries) = (closed + saved, saved, 0);
                }
                else
                {
                    // Another process or an agent was there first; what is left is looked for anew.
                    tries++;
                }
            }
        }

        return closed;
    }

    /// <returns>How many cases were closed; null when somebody else changed one of them meanwhile, and nothing was saved.</returns>
    private async Task<int?> BatchAsync(string? tenant, CancellationToken cancellationToken)
    {
        var scope = scopes.Create(s_scope with { TenantId = tenant });
        await using (scope.ConfigureAwait(false))
        {
            var closed = (await scope.ServiceProvider.GetRequiredService<CaseClosing>().CloseSilentAsync(options.BatchSize, cancellationToken).ConfigureAwait(false)).Value;
            return (await scope.ServiceProvider.GetRequiredService<ICrmUnitOfWork>().SaveAsync(cancellationToken).ConfigureAwait(false)).Succeeded ? closed.Count : null;
        }
    }

    // Null stands for the one that there is where tenants are not kept apart.
    private async Task<IReadOnlyCollection<string?>> TenantsAsync(CancellationToken cancellationToken)
    {
        var scope = scopes.Create(s_scope);
        await using (scope.ConfigureAwait(false))
        {
            var db = scope.ServiceProvider.GetRequiredService<CrmDb>();
            if (!db.Maps(CrmAreas.Service))
            {
                return [];
            }

            var isTenanted = db.Context.Model.FindAnnotation(CrmAnnotations.Tenanted)?.Value is true;
            var (now, found) = (clock.GetCurrentInstant().ToMicroseconds(), new HashSet<string>(StringComparer.Ordinal));
            foreach (var (status, days) in options.SilentDays)
            {
                var before = now - Duration.FromDays(days);
                var due = db.Context.Set<ServiceCase>().IgnoreQueryFilters([CrmAnnotations.TenantFilter]).IgnoreAutoIncludes()
                    .Where(c => c.Status == status && c.SilentSince != null && c.SilentSince <= before);
                if (isTenanted)
                {
                    found.UnionWith(await due.Select(c => EF.Property<string>(c, CrmAnnotations.TenantId)).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false));
                }
                else if (await due.AnyAsync(cancellationToken).ConfigureAwait(false))
                {
                    return [null];
                }
            }

            return [.. found.Order(StringComparer.Ordinal)];
        }
    }
}
