using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

public sealed partial class Opportunity
{
    /// <summary>The territory that it is in; null for none. A closed one stays where it was won or lost.</summary>
    public TerritoryId? TerritoryId { get; private set; }

    /// <summary>Whether it can come into a territory.</summary>
    /// <param name="territory">The territory.</param>
    /// <returns>The ruling; refused with <c>OpportunityClosed</c>, <c>TerritoryRetired</c>.</returns>
    public CrmRuling CanEnterTerritory(Territory territory)
    {
        ArgumentNullException.ThrowIfNull(territory);
        return WhileOpen().Then(territory.WhileInUse());
    }

    /// <summary>Comes into a territory. One that nobody answers for goes to the territory's owner and team.</summary>
    /// <param name="territory">The territory.</param>
    /// <param name="changesOwner">Whether it goes there in any case.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is closed, or the territory is retired.</exception>
    public void EnterTerritory(Territory territory, bool changesOwner, Instant now)
    {
        CanEnterTerritory(territory).Demand();
        var from = TerritoryId;
        TerritoryId = territory.Id;
        if (changesOwner && (territory.OwnerId ?? territory.TeamId) is not null)
        {
            (OwnerId, TeamId) = (territory.OwnerId, territory.TeamId);
        }
        else
        {
            (OwnerId, TeamId) = (OwnerId ?? territory.OwnerId, TeamId ?? territory.TeamId);
        }

        Raise(new OpportunityEnteredTerritory(Id, from, territory.Id, OwnerId, TeamId, now));
        Note(now);
    }
}
