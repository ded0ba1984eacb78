using Crm.Domain.Access;
using Crm.Domain.Automation;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Background;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.EfCore.Automation;

/// <summary>Tries runs of rules again that have failed, each in a scope that carries its chain.</summary>
internal sealed class RuleRunsDue : IDueWork
{
    public string Actor => "automation";

    public string Reason => "The run of a rule is tried again.";

    public int BatchSize => 50;

    public async Task<IReadOnlyCollection<string?>> TenantsAsync(CrmDb db, Instant now, CancellationToken cancellationToken) => db.Maps(CrmAreas.Automation)
        ? await DueTenants.OfAsync<RuleRun>(db, all => all.Where(r => r.DueAt <= now), cancellationToken).ConfigureAwait(false)
        : [];

    public async Task<CrmResult<int>> DoAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var (scope, scopes) = (services.GetRequiredService<CrmScopeAccessor>().Required, services.GetRequiredService<ICrmScopeFactory>());
        var due = await services.GetRequiredService<IRuleRunStore>().DueAsync(services.GetRequiredService<CrmActs>().Now, BatchSize, cancellationToken).ConfigureAwait(false);
        foreach (var run in due)
        {
            var own = scopes.Create(scope with { Reason = $"Rule {run.RuleKey} is tried again.", Cause = RuleChain.Extend(run.Chain, run.RuleId) });
            await using (own.ConfigureAwait(false))
            {
                await own.ServiceProvider.GetRequiredService<RuleRunner>().RetryAsync(run.EventId, run.RuleId, cancellationToken).ConfigureAwait(false);
            }
        }

        return due.Count;
    }
}
