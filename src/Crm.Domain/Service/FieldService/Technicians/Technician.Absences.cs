using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Service;

public sealed partial class Technician
{
    /// <summary>Longest reason of an absence.</summary>
    public const int MaxReasonLength = 200;

    /// <summary>Whether an absence can be noted.</summary>
    /// <param name="from">Since when.</param>
    /// <param name="until">Until when.</param>
    /// <returns>The ruling; refused with <c>AbsenceReversed</c>, <c>TechnicianAbsent</c>: another absence overlaps it, <c>AbsencesTooMany</c>.</returns>
    public CrmRuling CanBeAbsent(Instant from, Instant until) =>
        until <= from ? CrmRuling.Refused(e => e.AbsenceReversed())
        : AbsenceIn(from, until) is { } other ? CrmRuling.Refused(e => e.TechnicianAbsent(Name, VisitTimeline.Text(other.From), VisitTimeline.Text(other.Until)))
        : _absences.Count >= MaxAbsences ? CrmRuling.Refused(e => e.AbsencesTooMany(MaxAbsences))
        : CrmRuling.Permitted;

    /// <summary>Notes that the technician will not be there. Bookings that are made already stay; the day plan shows them.</summary>
    /// <param name="id">The id of the absence.</param>
    /// <param name="from">Since when.</param>
    /// <param name="until">Until when.</param>
    /// <param name="reason">Why.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The reason is too long.</exception>
    /// <exception cref="CrmRuleException">It ends before it begins, or overlaps another.</exception>
    public void BeAbsent(TechnicianAbsenceId id, Instant from, Instant until, string? reason, Instant now)
    {
        CanBeAbsent(from, until).Demand();
        _absences.Add(new TechnicianAbsence(Guard.NotEmpty(id), Guard.Storable(from).ToMicroseconds(), Guard.Storable(until).ToMicroseconds(), Guard.OptionalLine(reason, MaxReasonLength)));
        Raise(new TechnicianAbsenceNoted(Id, UserId, id, from, until, now));
    }

    /// <summary>Whether an absence can be taken back.</summary>
    /// <param name="id">The absence.</param>
    /// <returns>The ruling; refused with <c>AbsenceNotFound</c>.</returns>
    public CrmRuling CanBePresent(TechnicianAbsenceId id) => _absences.Exists(a => a.Id == id) ? CrmRuling.Permitted : CrmRuling.Refused(e => e.AbsenceNotFound(id.ToString()));

    /// <summary>Takes an absence back.</summary>
    /// <param name="id">The absence.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">There is no such absence.</exception>
    public void BePresent(TechnicianAbsenceId id, Instant now)
    {
        CanBePresent(id).Demand();
        _absences.RemoveAll(a => a.Id == id);
        Raise(new TechnicianAbsenceTakenBack(Id, UserId, id, now));
    }

    /// <summary>The first absence that overlaps a time.</summary>
    internal TechnicianAbsence? AbsenceIn(Instant from, Instant until) => _absences.Where(a => a.From < until && a.Until > from).MinBy(a => a.From);
}
