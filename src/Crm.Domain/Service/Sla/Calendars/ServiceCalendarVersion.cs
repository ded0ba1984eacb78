using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>The working hours of a calendar from some instant on. Part of <see cref="ServiceCalendar"/>; never changed.</summary>
public sealed class ServiceCalendarVersion
{
    private ServiceHours? _hours;
    private BusinessCalendar? _calendar;

    private ServiceCalendarVersion() => (Definition, ActorId) = (null!, null!);

    internal ServiceCalendarVersion(int number, ServiceHours hours, Instant validFrom, string actorId, Instant now)
    {
        // A calendar that breaks a rule is never stored.
        _calendar = hours.ToCalendar().Value;
        _hours = hours;
        (Id, Number, Definition, ValidFrom, At) = (ServiceCalendarVersionId.New(now), number, hours.ToJson(), Guard.Storable(validFrom), now);
        ActorId = Guard.Line(actorId, Actor.MaxIdLength);
    }

    /// <summary>The version.</summary>
    public ServiceCalendarVersionId Id { get; private set; }

    /// <summary>Counts the versions of the calendar, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Since when it holds, until a later one does; of two that hold from the same instant, the one with the higher number.</summary>
    public Instant ValidFrom { get; private set; }

    /// <summary>The working hours as JSON; see <see cref="ServiceHours.Parse"/>.</summary>
    public string Definition { get; private set; }

    /// <summary>Id of who made it.</summary>
    public string ActorId { get; private set; }

    /// <summary>When it was made.</summary>
    public Instant At { get; private set; }

    /// <summary>The working hours as people write them.</summary>
    public ServiceHours Hours => _hours ??= ServiceHours.Parse(Definition).Value;

    /// <summary>The calendar that reckons.</summary>
    public BusinessCalendar Calendar => _calendar ??= Hours.ToCalendar().Value;
}
