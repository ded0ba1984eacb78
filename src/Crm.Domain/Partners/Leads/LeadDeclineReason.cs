namespace Crm.Domain.Partners;

/// <summary>Why a partner does not want a lead.</summary>
public enum LeadDeclineReason
{
    /// <summary>It was in touch, and nothing will come of it.</summary>
    Contacted,

    /// <summary>It was not in touch.</summary>
    NotContacted,

    /// <summary>The lead is spam.</summary>
    Spam,

    /// <summary>The lead is not in what the partner does, or where.</summary>
    OutOfScope,

    /// <summary>The partner has no time for it.</summary>
    NoCapacity,

    /// <summary>Something else.</summary>
    Other,
}
