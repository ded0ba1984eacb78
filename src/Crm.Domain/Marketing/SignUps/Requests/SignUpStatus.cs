namespace Crm.Domain.Marketing;

/// <summary>How far a sign-up is.</summary>
public enum SignUpStatus
{
    /// <summary>It came in; the confirmation is about to be sent.</summary>
    Submitted,

    /// <summary>The confirmation was sent.</summary>
    Asked,

    /// <summary>The visitor confirmed; what follows is about to be done.</summary>
    Confirmed,

    /// <summary>Everything that follows is done.</summary>
    Completed,

    /// <summary>It was not confirmed in time, and what was said in it is gone.</summary>
    Expired,

    /// <summary>No confirmation was sent, and what was said in it is gone.</summary>
    Refused,
}
