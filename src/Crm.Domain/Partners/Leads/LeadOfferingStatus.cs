namespace Crm.Domain.Partners;

/// <summary>Where the offering of a lead to partners stands.</summary>
public enum LeadOfferingStatus
{
    /// <summary>Nobody is asked at the moment.</summary>
    Open,

    /// <summary>A partner is asked.</summary>
    Offered,

    /// <summary>A partner took the lead.</summary>
    Accepted,

    /// <summary>No partner is left; the lead is back with the staff.</summary>
    Exhausted,

    /// <summary>The lead is no longer offered.</summary>
    Withdrawn,
}
