using NodaTime;

namespace Crm.Domain.Service;

/// <summary>
/// The five-minute grid on which technicians are booked. A booking takes whole slots, and the database keeps a slot of a technician once,
/// so that two bookings never overlap however many processes write.
/// </summary>
public static class VisitGrid
{
    /// <summary>Longest time that one booking takes, travel and buffer included.</summary>
    public static Duration Longest { get; } = Duration.FromDays(3);

    /// <summary>Length of a slot.</summary>
    public static Duration Slot { get; } = Duration.FromMinutes(5);

    /// <summary>Whether an instant begins a slot.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>True when it does.</returns>
    public static bool Holds(Instant at) => Before(at) == at;

    /// <summary>Whether a length is one of whole slots.</summary>
    /// <param name="length">The length.</param>
    /// <returns>True when it is.</returns>
    public static bool Holds(Duration length) => Up(length) == length;

    /// <summary>The beginning of the slot in which an instant lies.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>The instant itself, or one before it.</returns>
    public static Instant Before(Instant at) => NodaConstants.UnixEpoch + (Slot * NumberOf(at));

    /// <summary>The next beginning of a slot.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>The instant itself, or one after it.</returns>
    public static Instant After(Instant at) => Before(at) is var before && before == at ? at : before + Slot;

    /// <summary>The next longer length of whole slots.</summary>
    /// <param name="length">The length; zero or more.</param>
    /// <returns>The length itself, or a longer one.</returns>
    public static Duration Up(Duration length) => Slot * (long)Math.Ceiling(length / Slot);

    /// <summary>The number of the slot in which an instant lies, counted from the Unix epoch.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>The number.</returns>
    public static long NumberOf(Instant at) => (long)Math.Floor((at - NodaConstants.UnixEpoch) / Slot);
}
