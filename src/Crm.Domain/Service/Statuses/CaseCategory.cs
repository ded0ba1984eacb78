namespace Crm.Domain.Service;

/// <summary>What a status of a case means for its clocks, whatever the status is called.</summary>
public enum CaseCategory
{
    /// <summary>It is for us to act.</summary>
    Open,

    /// <summary>We wait for somebody else.</summary>
    Paused,

    /// <summary>A solution was given.</summary>
    Resolved,

    /// <summary>Nothing more is to be done.</summary>
    Closed,
}
