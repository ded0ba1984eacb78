namespace Crm.Domain.Sales;

/// <summary>Where a lead stands.</summary>
public enum LeadStatus
{
    /// <summary>Nobody has looked at it.</summary>
    New,

    /// <summary>Somebody is in contact.</summary>
    Working,

    /// <summary>It is not ripe yet, and kept warm.</summary>
    Nurturing,

    /// <summary>Nothing will come of it.</summary>
    Disqualified,

    /// <summary>It became customers, and perhaps an opportunity; it is not changed any more.</summary>
    Converted,
}
