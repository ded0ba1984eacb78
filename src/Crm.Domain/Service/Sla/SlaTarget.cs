namespace Crm.Domain.Service;

/// <summary>What a service level promises by a time.</summary>
public enum SlaTarget
{
    /// <summary>The first answer to the customer, from the opening of the case.</summary>
    FirstResponse,

    /// <summary>The answer to each further message, from the first one that is unanswered.</summary>
    NextResponse,

    /// <summary>The solution, from the opening of the case.</summary>
    Resolution,
}
