namespace Crm.Domain.Marketing;

/// <summary>What became of a response.</summary>
public enum CampaignResponseOutcome
{
    /// <summary>It is noted with its recipient.</summary>
    Applied,

    /// <summary>It came before its message was known to be sent, and is noted once it is.</summary>
    Waiting,

    /// <summary>Nobody knows its recipient. It is kept, and noted should the recipient turn up.</summary>
    UnknownRecipient,

    /// <summary>It was heard of before under the same key: nothing changed.</summary>
    Repeated,

    /// <summary>The customer does not agree to being followed: nothing is kept.</summary>
    NotFollowed,
}
