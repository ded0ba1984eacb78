using System.Linq.Expressions;
using Crm.Domain.Automation;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Automation;

internal sealed class AutomationRuleStore(CrmDb crm) : IAutomationRuleStore
{
    private static readonly Expression<Func<AutomationRule, StandingRule>> s_standing =
        r => new StandingRule(r.Id, r.Key, r.Name, r.EventName, r.Definition, r.Revision, r.Position, r.IsEnabled, false);

    private readonly CrmDb _db = crm.For(CrmAreas.Automation);

    private IQueryable<AutomationRule> Rules => _db.Context.Set<AutomationRule>().IgnoreAutoIncludes().AsNoTracking();

    public async Task<AutomationRule?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var stored = StorableText.Of(key);
        return _db.Context.Set<AutomationRule>().Local.FirstOrDefault(r => r.Key == stored) ?? await _db.LoadAsync<AutomationRule>(r => r.Key == stored, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<StandingRule>> ListAsync(CancellationToken cancellationToken) => Ordered(await Rules.Select(s_standing).ToListAsync(cancellationToken).ConfigureAwait(false));

    public async Task<IReadOnlyList<StandingRule>> OfEventAsync(string eventName, CancellationToken cancellationToken) =>
        Ordered(await Rules.Where(r => r.EventName == eventName && r.IsEnabled).Select(s_standing).ToListAsync(cancellationToken).ConfigureAwait(false));

    public void Add(AutomationRule rule) => _db.Context.Add(rule);

    // Not by the database, whose collations differ.
    private static IReadOnlyList<StandingRule> Ordered(List<StandingRule> rules) =>
        [.. rules.OrderBy(r => r.EventName, StringComparer.Ordinal).ThenBy(r => r.Position).ThenBy(r => r.Key, StringComparer.Ordinal)];
}
