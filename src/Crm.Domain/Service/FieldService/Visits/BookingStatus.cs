namespace Crm.Domain.Service;

/// <summary>Where a booking of a visit stands.</summary>
public enum BookingStatus
{
    /// <summary>Planned.</summary>
    Scheduled,

    /// <summary>The technician is on the way.</summary>
    Travelling,

    /// <summary>The technician is there.</summary>
    OnSite,

    /// <summary>The work of this booking is over.</summary>
    Completed,

    /// <summary>Called off.</summary>
    Cancelled,

    /// <summary>The visit could not be made: nobody was there.</summary>
    NoShow,
}
