using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

public sealed partial class Lead
{
    /// <summary>The territory that it is in; null for none.</summary>
    public TerritoryId? TerritoryId { get; private set; }

    /// <summary>Whether it can come into a territory.</summary>
    /// <param name="territory">The territory.</param>
    /// <returns>The ruling; refused with <c>LeadConverted</c>, <c>TerritoryRetired</c>.</returns>
    public CrmRuling CanEnterTerritory(Territory territory)
    {
        ArgumentNullException.ThrowIfNull(territory);
        return WhileUnconverted().Then(territory.WhileInUse());
    }

    /// <summary>Comes into a territory. One that nobody answers for and that waits in no queue goes to the territory's queue, else to its owner.</summary>
    /// <param name="territory">The territory.</param>
    /// <param name="changesOwner">Whether it goes there in any case.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is converted, or the territory is retired.</exception>
    public void EnterTerritory(Territory territory, bool changesOwner, Instant now)
    {
        CanEnterTerritory(territory).Demand();
        var from = TerritoryId;
        TerritoryId = territory.Id;
        var isFree = OwnerId is null && QueueId is null;
        if ((changesOwner || isFree) && territory.QueueId is { } queue)
        {
            (QueueId, OwnerId, AssignedAt) = (queue, null, null);
        }
        else if ((changesOwner || isFree) && territory.OwnerId is { } owner)
        {
            (QueueId, OwnerId, AssignedAt) = (null, owner, now);
        }

        Raise(new LeadEnteredTerritory(Id, from, territory.Id, OwnerId, QueueId, now));
    }
}
