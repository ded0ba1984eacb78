namespace Crm.Domain.Partners;

/// <summary>A field of a lead that partners may be let see or change.</summary>
public enum PartnerLeadField
{
    /// <summary>What it is about. Seen before the lead is taken.</summary>
    Topic,

    /// <summary>Who the person is.</summary>
    Name,

    /// <summary>The organisation's name.</summary>
    Organisation,

    /// <summary>What the person does there.</summary>
    JobTitle,

    /// <summary>The e-mail address.</summary>
    Email,

    /// <summary>The telephone number.</summary>
    Phone,

    /// <summary>The postal address.</summary>
    Address,

    /// <summary>What else is known.</summary>
    Description,

    /// <summary>Where it stands. Always seen; changed where it is listed among what is changed.</summary>
    Status,
}
