namespace Crm.Domain.Marketing;

/// <summary>Where a version of a journey stands.</summary>
public enum JourneyVersionStatus
{
    /// <summary>Being written; nobody enters.</summary>
    Draft,

    /// <summary>Contacts enter.</summary>
    Published,

    /// <summary>Nobody enters any more; whoever is on the way goes on.</summary>
    Retired,
}
