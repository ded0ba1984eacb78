using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Everything that can be said against a booking: by the visit, the technician's calendar, absences, skills and other bookings.</summary>
internal static class BookingRules
{
    public static IReadOnlyList<CrmError> Problems(
        ServiceVisit visit, Technician technician, VisitAppointment appointment, IEnumerable<BusyTime> busy, CrmRuling standing, Instant now, CrmErrorDescriber errors)
    {
        List<CrmError> problems = standing.IsPermitted ? [] : [standing.ToError(errors)];
        problems.AddRange(visit.Against(appointment).Select(r => r.ToError(errors)).Where(e => !problems.Exists(p => p.Code == e.Code)));
        if (appointment.End <= appointment.Start)
        {
            return problems;
        }

        if (appointment.Start < now)
        {
            problems.Add(errors.BookingInThePast(visit.Number.Value));
        }

        problems.AddRange(OfTechnician(technician, appointment, errors));
        problems.AddRange(OfSkills(visit, technician, appointment.Start, errors));
        if (busy.Any(b => b.TechnicianId == technician.Id && b.VisitId != visit.Id && b.From < appointment.OccupiedUntil && b.Until > appointment.OccupiedFrom))
        {
            problems.Add(errors.TechnicianBusy(technician.Name));
        }

        return problems;
    }

    /// <summary>What a technician lacks for a visit on the day of an instant.</summary>
    public static IEnumerable<CrmError> OfSkills(ServiceVisit visit, Technician technician, Instant at, CrmErrorDescriber errors)
    {
        var day = at.InZone(DateTimeZoneProviders.Tzdb[visit.TimeZone]).Date;
        foreach (var need in visit.Skills.OrderBy(s => s.Skill, StringComparer.Ordinal))
        {
            var has = technician.Skills.FirstOrDefault(s => s.Skill == need.Skill);
            if (has is null || has.Level < need.Level)
            {
                yield return errors.SkillMissing(technician.Name, $"{need.Skill}={need.Level}");
            }
            else if (!has.CountsOn(day))
            {
                yield return errors.CertificateExpired(technician.Name, need.Skill, has.CertifiedUntil!.Value.ToString("uuuu-MM-dd", null));
            }
            else if (need.IsCertified && has.CertifiedUntil is null)
            {
                yield return errors.CertificateMissing(technician.Name, need.Skill);
            }
        }
    }

    private static IEnumerable<CrmError> OfTechnician(Technician technician, VisitAppointment appointment, CrmErrorDescriber errors)
    {
        if (!technician.IsActive)
        {
            yield return errors.TechnicianNotActive(technician.Name);
        }

        var (start, end) = (appointment.Start, appointment.End);
        if (end - start > VisitGrid.Longest || technician.Calendar.OpenPeriods(new Interval(start, end)) is not [var open] || open.Start != start || open.End != end)
        {
            yield return errors.TechnicianNotWorking(technician.Name, VisitTimeline.Text(start), VisitTimeline.Text(end));
        }

        if (technician.AbsenceIn(start, end) is { } absence)
        {
            yield return errors.TechnicianAbsent(technician.Name, VisitTimeline.Text(absence.From), VisitTimeline.Text(absence.Until));
        }
    }
}
