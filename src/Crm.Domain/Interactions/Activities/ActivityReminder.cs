using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>A moment at which an activity is to be remembered. Part of <see cref="Activity"/>; changed by its acts.</summary>
public sealed class ActivityReminder
{
    private ActivityReminder()
    {
    }

    internal ActivityReminder(Duration before, Instant start) => (Before, DueAt) = (before, start - before);

    /// <summary>How long before the start.</summary>
    public Duration Before { get; private set; }

    /// <summary>When it is due.</summary>
    public Instant DueAt { get; private set; }

    /// <summary>When it was raised; null while it was not.</summary>
    public Instant? RaisedAt { get; private set; }

    internal void Raise(Instant at) => RaisedAt = at;

    /// <summary>Moves with the activity; a moment that lies ahead again is remembered again.</summary>
    internal void Move(Instant start, Instant now)
    {
        DueAt = start - Before;
        RaisedAt = DueAt > now ? null : RaisedAt;
    }
}
