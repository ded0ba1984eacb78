using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Somebody who visits customers: working hours, skills with certificates, absences, and where the day begins.</summary>
public sealed partial class Technician : AggregateRoot<TechnicianId>
{
    /// <summary>Longest name.</summary>
    public const int MaxNameLength = 200;

    /// <summary>Most skills.</summary>
    public const int MaxSkills = 100;

    /// <summary>Most absences that are kept.</summary>
    public const int MaxAbsences = 1_000;

    private readonly List<TechnicianSkill> _skills = [];
    private readonly List<TechnicianAbsence> _absences = [];
    private ServiceHours? _hours;
    private BusinessCalendar? _calendar;

    private Technician() => (UserId, Name, Definition) = (null!, null!, null!);

    /// <summary>Makes a member of staff a technician.</summary>
    /// <param name="id">The id.</param>
    /// <param name="userId">Id in the host's user directory; unique per tenant.</param>
    /// <param name="profile">Working hours, skills and home.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A text, level or length is out of its bounds, or a skill is named twice.</exception>
    /// <exception cref="CrmRuleException">The working hours break a rule of <see cref="ServiceHours.ToCalendar"/>.</exception>
    public Technician(TechnicianId id, string userId, TechnicianProfile profile, Instant now)
        : base(id)
    {
        (UserId, Name, Definition) = (Guard.Line(userId, Actor.MaxIdLength), string.Empty, string.Empty);
        IsActive = true;
        Take(profile);
        Raise(new TechnicianRegistered(Id, UserId, Name, now));
    }

    /// <summary>Id in the host's user directory.</summary>
    public string UserId { get; private set; }

    /// <summary>The name, as customers read it.</summary>
    public string Name { get; private set; }

    /// <summary>The address that appointments are sent to.</summary>
    public string? Email { get; private set; }

    /// <summary>The working hours as JSON; see <see cref="ServiceHours.Parse"/>.</summary>
    public string Definition { get; private set; }

    /// <summary>Degrees to the north of where the day begins.</summary>
    public double? HomeLatitude { get; private set; }

    /// <summary>Degrees to the east of where the day begins.</summary>
    public double? HomeLongitude { get; private set; }

    /// <summary>The time that is kept free after each visit.</summary>
    public Duration Buffer { get; private set; }

    /// <summary>Whether the technician can be booked.</summary>
    public bool IsActive { get; private set; }

    /// <summary>What the technician can do.</summary>
    public IReadOnlyList<TechnicianSkill> Skills => _skills;

    /// <summary>When the technician is not there.</summary>
    public IReadOnlyList<TechnicianAbsence> Absences => _absences;

    /// <summary>Where the day begins.</summary>
    public GeoPoint? Home => HomeLatitude is { } north && HomeLongitude is { } east ? new GeoPoint(north, east) : null;

    /// <summary>The working hours as people write them.</summary>
    public ServiceHours Hours => _hours ??= ServiceHours.Parse(Definition).Value;

    /// <summary>The calendar that reckons with them.</summary>
    public BusinessCalendar Calendar => _calendar ??= Hours.ToCalendar().Value;

    /// <summary>Sets everything anew. Bookings that are made already stay.</summary>
    /// <param name="profile">Working hours, skills and home.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A text, level or length is out of its bounds, or a skill is named twice.</exception>
    /// <exception cref="CrmRuleException">The working hours break a rule of <see cref="ServiceHours.ToCalendar"/>.</exception>
    public void Describe(TechnicianProfile profile, Instant now)
    {
        Take(profile);
        Raise(new TechnicianDescribed(Id, UserId, now));
    }

    /// <summary>Whether the technician can be taken out of service.</summary>
    /// <returns>The ruling; refused with <c>TechnicianNotActive</c>.</returns>
    public CrmRuling CanRetire() => IsActive ? CrmRuling.Permitted : CrmRuling.Refused(e => e.TechnicianNotActive(Name));

    /// <summary>Takes the technician out of service: nobody can book the technician any more. Bookings that are made already stay.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The technician is out of service.</exception>
    public void Retire(Instant now)
    {
        CanRetire().Demand();
        IsActive = false;
        Raise(new TechnicianServiceChanged(Id, UserId, false, now));
    }

    /// <summary>Whether the technician can be put into service again.</summary>
    /// <returns>The ruling; refused with <c>TechnicianActive</c>.</returns>
    public CrmRuling CanReturn() => IsActive ? CrmRuling.Refused(e => e.TechnicianActive(Name)) : CrmRuling.Permitted;

    /// <summary>Puts the technician into service again.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The technician is in service.</exception>
    public void Return(Instant now)
    {
        CanReturn().Demand();
        IsActive = true;
        Raise(new TechnicianServiceChanged(Id, UserId, true, now));
    }

    private void Take(TechnicianProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var name = Guard.Line(profile.Name, MaxNameLength, nameof(profile));
        ArgumentNullException.ThrowIfNull(profile.Hours, nameof(profile));
        ArgumentNullException.ThrowIfNull(profile.Skills, nameof(profile));
        if (profile.Skills.Any(s => s?.Skill is null))
        {
            throw new ArgumentException("A skill was expected.", nameof(profile));
        }

        var skills = SkillLevel.Ordered(profile.Skills.Select(s => s.Skill), MaxSkills, nameof(profile)).Count > 0 ? profile.Skills : [];
        if (profile.Buffer < Duration.Zero || profile.Buffer > Duration.FromHours(4) || !VisitGrid.Holds(profile.Buffer) || skills.Any(s => s.CertifiedUntil is { } until && Guard.Storable(until) != until))
        {
            throw new ArgumentException("A buffer of whole slots, at most four hours, was expected.", nameof(profile));
        }

        var calendar = profile.Hours.ToCalendar();
        if (!calendar.TryGetValue(out var reckoned))
        {
            throw new CrmRuleException(calendar.Errors[0]);
        }

        (Name, Email, Definition, _hours, _calendar, Buffer) = (name, profile.Email?.Value, profile.Hours.ToJson(), profile.Hours, reckoned, profile.Buffer);
        (HomeLatitude, HomeLongitude) = (profile.Home?.Latitude, profile.Home?.Longitude);
        _skills.RemoveAll(s => !skills.Any(n => n.Skill.Skill == s.Skill && n.Skill.Level == s.Level && n.CertifiedUntil == s.CertifiedUntil));
        _skills.AddRange(skills.Where(n => !_skills.Exists(s => s.Skill == n.Skill.Skill)).Select(n => new TechnicianSkill(n)));
    }
}
