namespace Crm.Domain.Interactions;

/// <summary>What became of a customer's statement.</summary>
public enum StatementStatus
{
    /// <summary>As it was noted: a requirement that is not met, a preference that is not confirmed, a topic.</summary>
    Open,

    /// <summary>The requirement is met.</summary>
    Met,

    /// <summary>The customer confirmed the preference, which is one of the customer's own since.</summary>
    Confirmed,

    /// <summary>It holds no longer, or was noted by mistake.</summary>
    Dropped,
}
