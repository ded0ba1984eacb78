using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>The territories that are in use with their criteria, compiled once for many records.</summary>
internal sealed class TerritoryRules
{
    private readonly IReadOnlyList<Rule> _rules;
    private readonly Territory? _fallback;

    public TerritoryRules(IReadOnlyList<Territory> territories, LeadFieldCatalogue leads, OpportunityFieldCatalogue deals, Instant now, CrmErrorDescriber errors)
    {
        _rules =
        [
            .. territories.Where(t => !t.IsRetired).Select(t => new Rule(
                t, t.LeadCriteria is { } lead ? leads.Test(lead, now, errors) : null, t.DealCriteria is { } deal ? deals.Test(deal, now, errors) : null)),
        ];
        _fallback = _rules.FirstOrDefault(r => r.Territory.IsFallback)?.Territory;
    }

    public bool IsEmpty => _rules.Count == 0;

    public IEnumerable<Territory> WithCustomers => _rules.Select(r => r.Territory).Where(t => t.CustomerCriteria is not null);

    public Territory? Of(Lead lead) => _rules.FirstOrDefault(r => r.Lead?.Invoke(lead) == true)?.Territory ?? _fallback;

    /// <summary>The territory of an opportunity, given which customers belong to which territory.</summary>
    public Territory? Of(Opportunity deal, IReadOnlyDictionary<TerritoryId, IReadOnlySet<CustomerId>> customers) => _rules
        .FirstOrDefault(r => (r.Deal is not null || r.Territory.CustomerCriteria is not null)
            && r.Deal?.Invoke(deal) != false
            && (r.Territory.CustomerCriteria is null || customers[r.Territory.Id].Contains(deal.CustomerId)))?.Territory ?? _fallback;

    private sealed record Rule(Territory Territory, Func<Lead, bool>? Lead, Func<Opportunity, bool>? Deal);
}
