namespace Crm.Domain.Values;

/// <summary>Which way a contact went. The values carry no order.</summary>
public enum Direction
{
    /// <summary>From the customer to us.</summary>
    Inbound = 0,

    /// <summary>From us to the customer.</summary>
    Outbound = 1,

    /// <summary>Among ourselves.</summary>
    Internal = 2,
}
