namespace Crm.Domain.SelfService;

/// <summary>Where a portal account stands.</summary>
public enum PortalAccountStatus
{
    /// <summary>It was offered, and nobody took it yet.</summary>
    Invited,

    /// <summary>It can be signed in to.</summary>
    Active,

    /// <summary>It cannot be signed in to until somebody opens it again.</summary>
    Blocked,

    /// <summary>It is over for good; its e-mail address can be invited anew.</summary>
    Closed,
}
