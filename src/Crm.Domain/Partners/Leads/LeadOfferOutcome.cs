namespace Crm.Domain.Partners;

/// <summary>What came of asking one partner.</summary>
public enum LeadOfferOutcome
{
    /// <summary>It has not answered yet.</summary>
    Pending,

    /// <summary>It took the lead.</summary>
    Accepted,

    /// <summary>It does not want the lead.</summary>
    Declined,

    /// <summary>It did not answer in time.</summary>
    Expired,

    /// <summary>The lead was taken back before it answered.</summary>
    Withdrawn,
}
