using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>
/// Work at a customer's place: what it needs, when the customer wants it, and who goes. A visit has one booking at a time; those of before
/// stay, with what became of them.
/// </summary>
public sealed partial class ServiceVisit : AggregateRoot<ServiceVisitId>
{
    /// <summary>Longest subject.</summary>
    public const int MaxSubjectLength = 200;

    /// <summary>Longest instructions and report.</summary>
    public const int MaxInstructionsLength = 20_000;

    /// <summary>Longest reason.</summary>
    public const int MaxReasonLength = 500;

    /// <summary>Most skills.</summary>
    public const int MaxSkills = 20;

    private readonly List<VisitSkill> _skills = [];
    private readonly List<VisitPart> _parts = [];
    private readonly List<VisitBooking> _bookings = [];
    private readonly List<VisitPartUsed> _partsUsed = [];

    private ServiceVisit() => (Number, Subject, TimeZone) = (null!, null!, null!);

    /// <summary>Requests a visit.</summary>
    /// <param name="id">The id.</param>
    /// <param name="number">The number people quote.</param>
    /// <param name="details">What is known, with a time zone.</param>
    /// <param name="isDraft">Whether it is a draft, which nobody plans yet.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A text is empty or too long, the window ends before it begins, the time zone is none, or there are too many skills or parts.</exception>
    public ServiceVisit(ServiceVisitId id, VisitNumber number, VisitDetails details, bool isDraft, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentNullException.ThrowIfNull(details);
        (Number, Subject, TimeZone) = (number, string.Empty, string.Empty);
        CustomerId = Guard.NotEmpty(details.CustomerId);
        CaseId = details.CaseId is { } about ? Guard.NotEmpty(about) : null;
        Take(details);
        Status = isDraft ? VisitStatus.Draft : VisitStatus.Requested;
        CreatedAt = UpdatedAt = now;
        Raise(new VisitCreated(Id, Number, CustomerId, CaseId, Status, Subject, WindowFrom, WindowUntil, now));
    }

    /// <summary>The number people quote.</summary>
    public VisitNumber Number { get; private set; }

    /// <summary>The customer who is visited.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>The case that it is about.</summary>
    public ServiceCaseId? CaseId { get; private set; }

    /// <summary>What is to be done, one line.</summary>
    public string Subject { get; private set; }

    /// <summary>What the technician must know.</summary>
    public string? Instructions { get; private set; }

    /// <summary>Street and number of the place.</summary>
    public string? Line1 { get; private set; }

    /// <summary>What else finds the door.</summary>
    public string? Line2 { get; private set; }

    /// <summary>The postal code of the place.</summary>
    public string? PostalCode { get; private set; }

    /// <summary>The city of the place.</summary>
    public string? City { get; private set; }

    /// <summary>State, province or county of the place.</summary>
    public string? Region { get; private set; }

    /// <summary>The country of the place.</summary>
    public Country? Country { get; private set; }

    /// <summary>Degrees to the north of the place.</summary>
    public double? Latitude { get; private set; }

    /// <summary>Degrees to the east of the place.</summary>
    public double? Longitude { get; private set; }

    /// <summary>IANA id of the time zone at the place.</summary>
    public string TimeZone { get; private set; }

    /// <summary>When work may begin at the earliest.</summary>
    public Instant WindowFrom { get; private set; }

    /// <summary>When work may begin at the latest.</summary>
    public Instant WindowUntil { get; private set; }

    /// <summary>How long the work takes.</summary>
    public Duration EstimatedDuration { get; private set; }

    /// <summary>How urgent it is.</summary>
    public CasePriority Priority { get; private set; }

    /// <summary>Where it stands.</summary>
    public VisitStatus Status { get; private set; }

    /// <summary>Counts the changes of the customer's appointment, from 0; calendars follow the highest.</summary>
    public int Sequence { get; private set; }

    /// <summary>When it was written.</summary>
    public Instant CreatedAt { get; private set; }

    /// <summary>When it last changed.</summary>
    public Instant UpdatedAt { get; private set; }

    /// <summary>When it was done or called off.</summary>
    public Instant? ClosedAt { get; private set; }

    /// <summary>The skills that it needs.</summary>
    public IReadOnlyList<VisitSkill> Skills => _skills;

    /// <summary>The parts that it needs.</summary>
    public IReadOnlyList<VisitPart> Parts => _parts;

    /// <summary>Its bookings, in any order; <see cref="VisitBooking.Number"/> counts them.</summary>
    public IReadOnlyList<VisitBooking> Bookings => _bookings;

    /// <summary>The parts that were used.</summary>
    public IReadOnlyList<VisitPartUsed> PartsUsed => _partsUsed;

    /// <summary>The booking that is still to be made, or being made; null while nobody is booked.</summary>
    public VisitBooking? Booking => _bookings.Find(b => b.IsActive);

    /// <summary>Where it is; null once the customer was erased.</summary>
    public PostalAddress? Address => (Line1 ?? Line2 ?? PostalCode ?? City ?? Region ?? Country?.Code) is null ? null : new(Line1, Line2, PostalCode, City, Region, Country);

    /// <summary>Where on the earth it is.</summary>
    public GeoPoint? Place => Latitude is { } north && Longitude is { } east ? new GeoPoint(north, east) : null;

    /// <summary>The statuses that may follow now.</summary>
    public IReadOnlyList<VisitStatus> PermittedTransitions => VisitTransitions.From(Status);

    /// <summary>This visit as a subject of timelines and links.</summary>
    /// <returns>The reference.</returns>
    public SubjectReference ToSubject() => Id.ToSubject();

    /// <summary>Whether it can be described anew.</summary>
    /// <returns>The ruling; refused with <c>VisitNotOpen</c>: it is booked, done or called off.</returns>
    public CrmRuling CanDescribe() => Status is VisitStatus.Draft or VisitStatus.Requested ? CrmRuling.Permitted : CrmRuling.Refused(e => e.VisitNotOpen(Number.Value, e.NameOf(Status)));

    /// <summary>Describes it anew: everything but customer and case.</summary>
    /// <param name="details">What is known.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">As for a new visit.</exception>
    /// <exception cref="CrmRuleException">It is booked, done or called off.</exception>
    public void Describe(VisitDetails details, Instant now)
    {
        CanDescribe().Demand();
        ArgumentNullException.ThrowIfNull(details);
        Take(details);
        Happened(new VisitDescribed(Id, Number, CustomerId, CaseId, WindowFrom, WindowUntil, now));
    }

    /// <summary>Whether a draft can be requested.</summary>
    /// <returns>The ruling; refused with <c>VisitTransitionNotAllowed</c>.</returns>
    public CrmRuling CanRequest() => Status == VisitStatus.Draft ? CrmRuling.Permitted : NotAllowed(VisitStatus.Requested);

    /// <summary>Requests a draft, so that it is planned.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is no draft.</exception>
    public void Request(Instant now)
    {
        CanRequest().Demand();
        Status = VisitStatus.Requested;
        Happened(new VisitCreated(Id, Number, CustomerId, CaseId, Status, Subject, WindowFrom, WindowUntil, now));
    }

    /// <summary>Whether it can be called off.</summary>
    /// <returns>The ruling; refused with <c>VisitTransitionNotAllowed</c>.</returns>
    public CrmRuling CanCancel() => VisitTransitions.Allows(Status, VisitStatus.Cancelled) ? CrmRuling.Permitted : NotAllowed(VisitStatus.Cancelled);

    /// <summary>Calls it off, with its booking.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The reason is empty or too long.</exception>
    /// <exception cref="CrmRuleException">It is done or called off.</exception>
    public void Cancel(string reason, Instant now)
    {
        CanCancel().Demand();
        var why = Guard.Line(reason, MaxReasonLength);
        if (Booking is { } booking)
        {
            booking.End(BookingStatus.Cancelled, why, now);
            Sequence++;
        }

        (Status, ClosedAt) = (VisitStatus.Cancelled, now);
        Happened(new VisitCancelled(Id, Number, CustomerId, CaseId, why, now));
    }

    private void Take(VisitDetails details)
    {
        var subject = Guard.Line(details.Subject, MaxSubjectLength, nameof(details));
        ArgumentNullException.ThrowIfNull(details.Address, nameof(details));
        var (from, until) = (Guard.Storable(details.From, nameof(details)).ToMicroseconds(), Guard.Storable(details.Until, nameof(details)).ToMicroseconds());
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(details.TimeZone ?? string.Empty)?.Id ?? throw new ArgumentException("An IANA time zone id was expected, such as Europe/Rome.", nameof(details));
        var priority = Guard.Defined(details.Priority, nameof(details));
        var instructions = details.Instructions is null ? null : Guard.Text(details.Instructions, MaxInstructionsLength, nameof(details));
        ArgumentNullException.ThrowIfNull(details.Skills, nameof(details));
        var parts = VisitParts.Checked(details.Parts, nameof(details));
        if (until < from)
        {
            throw new ArgumentException("A window that ends after it begins was expected.", nameof(details));
        }

        if (details.EstimatedDuration < VisitGrid.Slot || details.EstimatedDuration > Duration.FromDays(1))
        {
            throw new ArgumentException("A duration of five minutes to a day was expected.", nameof(details));
        }

        if (details.Skills.Count > MaxSkills || details.Skills.Any(s => s?.Skill is null) || details.Skills.DistinctBy(s => s.Skill.Skill).Count() < details.Skills.Count)
        {
            throw new ArgumentException($"At most {MaxSkills} skills were expected, each once.", nameof(details));
        }

        (Subject, Instructions, TimeZone, WindowFrom, WindowUntil, EstimatedDuration, Priority) = (subject, instructions, zone, from, until, details.EstimatedDuration, priority);
        (Line1, Line2, PostalCode) = (details.Address.Line1, details.Address.Line2, details.Address.PostalCode);
        (City, Region, Country) = (details.Address.City, details.Address.Region, details.Address.Country);
        (Latitude, Longitude) = (details.Place?.Latitude, details.Place?.Longitude);
        _skills.RemoveAll(s => !details.Skills.Any(n => n.Skill.Skill == s.Skill && n.Skill.Level == s.Level && n.IsCertified == s.IsCertified));
        _skills.AddRange(details.Skills.Where(n => !_skills.Exists(s => s.Skill == n.Skill.Skill)).Select(n => new VisitSkill(n)));
        _parts.RemoveAll(p => !parts.Any(n => n.Sku == p.Sku && n.Quantity == p.Quantity));
        _parts.AddRange(parts.Where(n => !_parts.Exists(p => p.Sku == n.Sku)).Select(n => new VisitPart(n)));
    }

    private CrmRuling NotAllowed(VisitStatus next) => CrmRuling.Refused(e => e.VisitTransitionNotAllowed(Number.Value, e.NameOf(Status), e.NameOf(next)));

    private void Happened(ICrmEvent happened)
    {
        UpdatedAt = happened.OccurredAt;
        Raise(happened);
    }
}
