namespace Crm.Domain.Marketing;

/// <summary>What counts as revenue. Never both at once: an order may come from a deal.</summary>
public enum RevenueKind
{
    /// <summary>Orders, net of what was returned or cancelled.</summary>
    Orders,

    /// <summary>Deals that were won.</summary>
    Deals,
}
