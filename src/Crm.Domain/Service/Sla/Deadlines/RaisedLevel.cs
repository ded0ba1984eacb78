using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Remembers that a level of escalation was raised for a deadline, so that it is not raised again whatever the clock says.</summary>
public sealed class RaisedLevel
{
    private RaisedLevel() => Level = null!;

    internal RaisedLevel(ServiceDeadline deadline, DeadlineAlarm alarm, Instant raisedAt) =>
        (DeadlineId, Level, Due, ReachedAt, RaisedAt) = (deadline.Id, alarm.Level, deadline.Due, alarm.At, raisedAt);

    /// <summary>The deadline.</summary>
    public ServiceDeadlineId DeadlineId { get; private set; }

    /// <summary>Name of the level.</summary>
    public string Level { get; private set; }

    /// <summary>When the deadline was due then; null while its clock stood still.</summary>
    public Instant? Due { get; private set; }

    /// <summary>When the level came.</summary>
    public Instant ReachedAt { get; private set; }

    /// <summary>When it was raised.</summary>
    public Instant RaisedAt { get; private set; }
}
