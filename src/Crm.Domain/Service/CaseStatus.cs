namespace Crm.Domain.Service;

/// <summary>Where a service case stands.</summary>
public enum CaseStatus
{
    /// <summary>Opened; nobody has worked on it.</summary>
    New,

    /// <summary>Being worked on.</summary>
    Open,

    /// <summary>Waits for the customer.</summary>
    WaitingOnCustomer,

    /// <summary>A solution was given.</summary>
    Resolved,

    /// <summary>Done.</summary>
    Closed,
}
