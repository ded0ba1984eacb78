using System.Collections.Frozen;

namespace Crm.Domain.Service;

/// <summary>Which status of a visit and of a booking may follow which: the one declaration that visits and their question twins use.</summary>
public static class VisitTransitions
{
    private static readonly FrozenDictionary<VisitStatus, IReadOnlyList<VisitStatus>> s_visits = new Dictionary<VisitStatus, IReadOnlyList<VisitStatus>>
    {
        [VisitStatus.Draft] = [VisitStatus.Requested, VisitStatus.Cancelled],
        [VisitStatus.Requested] = [VisitStatus.Scheduled, VisitStatus.Cancelled],
        [VisitStatus.Scheduled] = [VisitStatus.Requested, VisitStatus.Done, VisitStatus.Cancelled],
        [VisitStatus.Done] = [],
        [VisitStatus.Cancelled] = [],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<BookingStatus, IReadOnlyList<BookingStatus>> s_bookings = new Dictionary<BookingStatus, IReadOnlyList<BookingStatus>>
    {
        [BookingStatus.Scheduled] = [BookingStatus.Travelling, BookingStatus.OnSite, BookingStatus.Cancelled, BookingStatus.NoShow],
        [BookingStatus.Travelling] = [BookingStatus.OnSite, BookingStatus.Cancelled, BookingStatus.NoShow],
        [BookingStatus.OnSite] = [BookingStatus.Completed, BookingStatus.Cancelled, BookingStatus.NoShow],
        [BookingStatus.Completed] = [],
        [BookingStatus.Cancelled] = [],
        [BookingStatus.NoShow] = [],
    }.ToFrozenDictionary();

    /// <summary>The statuses of a visit that may follow.</summary>
    /// <param name="from">The status now.</param>
    /// <returns>The next statuses; none after an end.</returns>
    public static IReadOnlyList<VisitStatus> From(VisitStatus from) => s_visits[from];

    /// <summary>The statuses of a booking that may follow.</summary>
    /// <param name="from">The status now.</param>
    /// <returns>The next statuses; none after an end.</returns>
    public static IReadOnlyList<BookingStatus> From(BookingStatus from) => s_bookings[from];

    /// <summary>Whether a status of a visit may follow another.</summary>
    /// <param name="from">The status now.</param>
    /// <param name="to">The status next.</param>
    /// <returns>True when it may.</returns>
    public static bool Allows(VisitStatus from, VisitStatus to) => s_visits[from].Contains(to);

    /// <summary>Whether a status of a booking may follow another.</summary>
    /// <param name="from">The status now.</param>
    /// <param name="to">The status next.</param>
    /// <returns>True when it may.</returns>
    public static bool Allows(BookingStatus from, BookingStatus to) => s_bookings[from].Contains(to);
}
