using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Finds the territory that takes a lead or deal.</summary>
/// <remarks>Scoped service, for the doors through which leads and deals come in.</remarks>
public sealed class TerritoryPlacement(ITerritoryStore territories, LeadFieldCatalogue leads, OpportunityFieldCatalogue deals, ICustomerMatches customers, CrmErrorDescriber errors)
{
    internal async Task<TerritoryRules> ReadAsync(Instant now, CancellationToken cancellationToken) =>
        new(await territories.ListAsync(cancellationToken).ConfigureAwait(false), leads, deals, now, errors);

    internal async Task<Territory?> FindAsync(Lead lead, Instant now, CancellationToken cancellationToken) => (await ReadAsync(now, cancellationToken).ConfigureAwait(false)).Of(lead);

    /// <summary>The territory of one deal: the one that is named, while it is in use, else the one that takes it.</summary>
    internal async Task<Territory?> FindAsync(Opportunity deal, TerritoryId? named, Instant now, CancellationToken cancellationToken)
    {
        if (named is { } id && await territories.FindAsync(id, cancellationToken).ConfigureAwait(false) is { IsRetired: false } wanted)
        {
            return wanted;
        }

        var rules = await ReadAsync(now, cancellationToken).ConfigureAwait(false);
        return rules.IsEmpty ? null : (await FindAsync([deal], rules, now, cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>The territory of each of several deals, in their order: one query for each territory with criteria on customers.</summary>
    internal async Task<IReadOnlyList<Territory?>> FindAsync(IReadOnlyList<Opportunity> asked, TerritoryRules rules, Instant now, CancellationToken cancellationToken)
    {
        var named = asked.Select(d => d.CustomerId).Distinct().ToList();
        var belonging = new Dictionary<TerritoryId, IReadOnlySet<CustomerId>>();
        foreach (var territory in rules.WithCustomers)
        {
            belonging[territory.Id] = Criterion.Parse(territory.CustomerCriteria!, errors).TryGetValue(out var tree)
                ? await customers.HoldingAsync(tree, named, now, cancellationToken).ConfigureAwait(false)
                : new HashSet<CustomerId>();
        }

        return [.. asked.Select(d => rules.Of(d, belonging))];
    }
}
