using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>
/// Something that is planned: a task that is due by a moment, or a call or meeting that is held between two. Whether it is overdue
/// is asked at a moment and never stored; it is missed when staff says so.
/// </summary>
public sealed partial class Activity : AggregateRoot<ActivityId>
{
    /// <summary>Longest subject, place and name.</summary>
    public const int MaxSubjectLength = 200;

    /// <summary>Longest description.</summary>
    public const int MaxDescriptionLength = 100_000;

    /// <summary>Longest reason and outcome.</summary>
    public const int MaxOutcomeLength = 1000;

    private readonly List<ActivityMove> _moves = [];

    private Activity() => (Kind, Subject, TimeZone) = (null!, null!, null!);

    /// <summary>Plans an activity.</summary>
    /// <param name="id">The id.</param>
    /// <param name="details">What is known, with a time zone.</param>
    /// <param name="kind">What holds for its kind.</param>
    /// <param name="series">Where it stands in its series; null for one that begins a series, or stands alone.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A text is empty, too long or has control characters, the time zone is none, it ends before it
    /// begins, or there are too many participants or reminders.</exception>
    public Activity(ActivityId id, ActivityDetails details, ActivityKindDefinition kind, ActivitySeries? series, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(details);
        ArgumentNullException.ThrowIfNull(kind);
        Kind = details.Kind == kind.Kind ? kind.Kind : throw new ArgumentException("Another kind was expected.", nameof(kind));
        IsTask = kind.UsualLength is null;
        Subject = Guard.Line(details.Subject, MaxSubjectLength);
        Description = details.Description is null ? null : Guard.Text(details.Description, MaxDescriptionLength);
        Place = Guard.OptionalLine(details.Place, MaxSubjectLength);
        CustomerId = details.CustomerId is { } customer ? Guard.NotEmpty(customer) : null;
        AboutKind = details.About is { } about ? Guard.Line(about.Kind, 32) : null;
        AboutId = details.About?.Id;
        AssigneeId = Guard.OptionalLine(details.AssigneeId, Actor.MaxIdLength);
        TeamId = Guard.OptionalLine(details.TeamId, Actor.MaxIdLength);
        Priority = Guard.Defined(details.Priority);
        Audience = Guard.Defined(details.Audience);
        Channel = details.Channel ?? kind.Channel;
        TimeZone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(details.TimeZone ?? string.Empty)?.Id ?? throw new ArgumentException("An IANA time zone id was expected, such as Europe/Rome.", nameof(details));
        Recurrence = details.Recurrence is { } recurrence && recurrence.Rule.Problem() is { } problem ? throw new ArgumentException(problem, nameof(details)) : details.Recurrence;
        Plan(TimeOf(details.At, details.Until ?? details.At + (kind.UsualLength ?? Duration.Zero)));
        SeriesId = Recurrence is null ? null : series?.Id ?? id;
        SeriesStart = Recurrence is null ? null : series?.Start ?? PlannedAt;
        OccurrenceAt = Recurrence is null ? null : PlannedAt;
        AddParticipants(details.Participants);
        AddReminders(details.RemindBefore, now);
        CreatedAt = now;
        OpenUntil = DueAt;
        NextReminderAt = NextReminder();
        Raise(new ActivityPlanned(Id, Kind, Subject, CustomerId, About, Audience, AssigneeId, TeamId, PlannedAt, DueAt, now));
    }

    /// <summary>The kind.</summary>
    public ActivityKind Kind { get; private set; }

    /// <summary>Whether it is a task, due by a moment, and not held between two.</summary>
    public bool IsTask { get; private set; }

    /// <summary>What became of it.</summary>
    public ActivityStatus Status { get; private set; }

    /// <summary>What is to be done, one line.</summary>
    public string Subject { get; private set; }

    /// <summary>What is to be known.</summary>
    public string? Description { get; private set; }

    /// <summary>Where it is held.</summary>
    public string? Place { get; private set; }

    /// <summary>The customer it is about.</summary>
    public CustomerId? CustomerId { get; private set; }

    /// <summary>Kind of the record it is about.</summary>
    public string? AboutKind { get; private set; }

    /// <summary>Id of the record it is about.</summary>
    public Guid? AboutId { get; private set; }

    /// <summary>The record it is about.</summary>
    public SubjectReference? About => AboutKind is null ? null : new(AboutKind, AboutId!.Value);

    /// <summary>The agent who does it.</summary>
    public string? AssigneeId { get; private set; }

    /// <summary>The team that does it.</summary>
    public string? TeamId { get; private set; }

    /// <summary>How much it matters.</summary>
    public ActivityPriority Priority { get; private set; }

    /// <summary>Who may read it besides staff.</summary>
    public Audience Audience { get; private set; }

    /// <summary>The channel over which the contact is recorded when it is held.</summary>
    public ChannelKey? Channel { get; private set; }

    /// <summary>When it begins; of a task, when it is due.</summary>
    public Instant PlannedAt { get; private set; }

    /// <summary>When it ends; of a task, when it is due.</summary>
    public Instant DueAt { get; private set; }

    /// <summary>IANA id of the time zone in which it is planned.</summary>
    public string TimeZone { get; private set; }

    /// <summary>When it ends or is due, as long as it is open; null once it is settled. This is what overdue is asked of.</summary>
    public Instant? OpenUntil { get; private set; }

    /// <summary>When it was begun.</summary>
    public Instant? StartedAt { get; private set; }

    /// <summary>When it was held, done, missed or cancelled.</summary>
    public Instant? SettledAt { get; private set; }

    /// <summary>Id of who settled it.</summary>
    public string? SettledBy { get; private set; }

    /// <summary>What came of it, or why it did not take place.</summary>
    public string? Outcome { get; private set; }

    /// <summary>How long it took.</summary>
    public Duration? Took { get; private set; }

    /// <summary>The contact that was recorded when it was held.</summary>
    public InteractionId? InteractionId { get; private set; }

    /// <summary>How it recurs.</summary>
    public Recurrence? Recurrence { get; private set; }

    /// <summary>The first activity of its series.</summary>
    public ActivityId? SeriesId { get; private set; }

    /// <summary>When the series began.</summary>
    public Instant? SeriesStart { get; private set; }

    /// <summary>When the series plans this one, wherever it was moved to.</summary>
    public Instant? OccurrenceAt { get; private set; }

    /// <summary>How often its time changed or it was called off: what calendars compare.</summary>
    public int Sequence { get; private set; }

    /// <summary>When it was planned first.</summary>
    public Instant CreatedAt { get; private set; }

    /// <summary>Every change of its time, oldest first.</summary>
    public IReadOnlyList<ActivityMove> Moves => _moves;

    /// <summary>Whether it is still to be done.</summary>
    public bool IsOpen => Status is ActivityStatus.Planned or ActivityStatus.InProgress;

    /// <summary>Whether it is still to be done although its time is over.</summary>
    /// <param name="now">The moment asked about.</param>
    /// <returns>True when it is overdue.</returns>
    public bool IsOverdueAt(Instant now) => OpenUntil < now;

    /// <summary>Whether it can be described otherwise or given to somebody else.</summary>
    /// <returns>The ruling; refused with <c>ActivityNotOpen</c>.</returns>
    public CrmRuling CanChange() => IsOpen ? CrmRuling.Permitted : CrmRuling.Refused(e => e.ActivityNotOpen(Subject, e.NameOf(Status)));

    /// <summary>Describes it otherwise.</summary>
    /// <param name="subject">What is to be done.</param>
    /// <param name="description">What is to be known.</param>
    /// <param name="place">Where it is held.</param>
    /// <param name="priority">How much it matters.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is settled.</exception>
    /// <exception cref="ArgumentException">A text is empty, too long, or has control characters.</exception>
    public void Describe(string subject, string? description, string? place, ActivityPriority priority, Instant now)
    {
        CanChange().Demand();
        var (line, text, where, weight) = (
            Guard.Line(subject, MaxSubjectLength), description is null ? null : Guard.Text(description, MaxDescriptionLength), Guard.OptionalLine(place, MaxSubjectLength), Guard.Defined(priority));
        Sequence += where == Place ? 0 : 1;
        (Subject, Description, Place, Priority) = (line, text, where, weight);
        Raise(new ActivityDescribed(Id, Subject, now));
    }

    /// <summary>Gives it to an agent or a team.</summary>
    /// <param name="assigneeId">The agent; null for none.</param>
    /// <param name="teamId">The team; null for none.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is settled.</exception>
    /// <exception cref="ArgumentException">An id is too long or has control characters.</exception>
    public void Assign(string? assigneeId, string? teamId, Instant now)
    {
        CanChange().Demand();
        var (assignee, team) = (Guard.OptionalLine(assigneeId, Actor.MaxIdLength), Guard.OptionalLine(teamId, Actor.MaxIdLength));
        (AssigneeId, TeamId) = (assignee, team);
        Raise(new ActivityAssigned(Id, AssigneeId, TeamId, now));
    }

    /// <summary>When the series plans the next one; null where it does not recur, or is over.</summary>
    /// <returns>The start, and the end after the same time as planned for this one.</returns>
    public ActivityTime? NextOccurrence()
    {
        if (Recurrence is null)
        {
            return null;
        }

        var zone = DateTimeZoneProviders.Tzdb[TimeZone];
        var next = Recurrence.NextAfter(SeriesStart!.Value.InZone(zone).LocalDateTime, OccurrenceAt!.Value.InZone(zone).LocalDateTime, zone);
        var start = next?.InZone(zone, NodaTime.TimeZones.Resolvers.LenientResolver).ToInstant();
        return start is { } at ? new ActivityTime(at, at + (DueAt - PlannedAt)) : null;
    }

    private ActivityTime TimeOf(Instant start, Instant end)
    {
        var time = new ActivityTime(Guard.Storable(start.ToMicroseconds(), nameof(start)), Guard.Storable((IsTask ? start : end).ToMicroseconds(), nameof(end)));
        return IsTask || time.End > time.Start ? time : throw new ArgumentException("What is held ends after it begins.", nameof(end));
    }

    private void Plan(ActivityTime time) => (PlannedAt, DueAt) = (time.Start, time.End);
}
