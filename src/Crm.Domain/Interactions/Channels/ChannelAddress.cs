namespace Crm.Domain.Interactions;

/// <summary>Where a channel reaches a customer.</summary>
public enum ChannelAddress
{
    /// <summary>Nowhere that is written down: the customer comes, or is visited.</summary>
    None,

    /// <summary>At an e-mail address.</summary>
    Email,

    /// <summary>At any telephone number.</summary>
    Phone,

    /// <summary>At a mobile number.</summary>
    Mobile,

    /// <summary>At a fax number.</summary>
    Fax,

    /// <summary>At a postal address.</summary>
    Postal,

    /// <summary>By a name within a service, such as a messenger or a social network.</summary>
    Handle,
}
