namespace Crm.Domain.Service;

/// <summary>Where a visit stands.</summary>
public enum VisitStatus
{
    /// <summary>Being written; nobody plans it yet.</summary>
    Draft,

    /// <summary>To be planned.</summary>
    Requested,

    /// <summary>A technician is booked.</summary>
    Scheduled,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Called off.</summary>
    Cancelled,
}
