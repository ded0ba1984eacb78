using System.Globalization;
using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Makes the planner's input of stored visits and technicians, and bookings of what it finds.</summary>
internal sealed class VisitDayPlanner(
    ITechnicianStore technicians, IServiceVisitStore visits, IVisitTravel travel, FieldServiceOptions options, IBusinessZone business, CrmActs acts)
{
    private const int MostVisits = 1_000;
    private const string Certified = "#certified";

    public async Task<CrmResult<VisitDayPlan>> PlanAsync(
        LocalDate day, IReadOnlyCollection<TechnicianId>? only, VisitPlanOptions? search, Instant now, CancellationToken cancellationToken)
    {
        var (midnight, until) = (business.Zone.AtStartOfDay(Guard.Storable(day)).ToInstant(), business.Zone.AtStartOfDay(day.PlusDays(1)).ToInstant());
        var from = Instant.Max(midnight, VisitGrid.After(now));
        if (until <= from)
        {
            throw new ArgumentException("A day that is not over was expected.", nameof(day));
        }

        var crew = (await technicians.ListAsync(activeOnly: true, cancellationToken).ConfigureAwait(false)).Where(t => only is null || only.Contains(t.Id)).ToList();
        var wanted = await visits.RequestedAsync(from, until, MostVisits, cancellationToken).ConfigureAwait(false);
        var busy = await visits.BusyAsync([.. crew.Select(t => t.Id)], midnight, until, cancellationToken).ConfigureAwait(false);
        var times = await VisitTravelTimes.ForAsync(
            travel, options, [.. crew.Select(t => t.Home), .. busy.Select(b => b.Place), .. wanted.Select(v => v.Place)], cancellationToken).ConfigureAwait(false);

        var buffer = crew.Count == 0 ? Duration.Zero : crew.Max(t => t.Buffer);
        var shifts = crew.SelectMany(t => WorkingTime.Of(t, busy, from, until).Where(w => w is { Before: not null, After: not null }).Select(w => (Technician: t, Time: w))).ToList();
        var reasons = wanted.ToDictionary(v => v.Id, v => Hopeless(v, crew, shifts, times, from));
        var hopeful = wanted.Where(v => reasons[v.Id] is null).ToList();
        var plan = VisitPlanner.Plan(
            [.. hopeful.Select(v => ToPlan(v, buffer, midnight, from, until))],
            [.. shifts.Select((s, i) => ToPlan(s.Technician, s.Time, i, day, midnight))],
            (search ?? new VisitPlanOptions()) with { Travel = times.Minutes },
            cancellationToken);
        return Told(day, midnight, buffer, wanted, reasons, shifts, plan);
    }

    private VisitDayPlan Told(
        LocalDate day, Instant midnight, Duration buffer, IReadOnlyList<ServiceVisit> wanted, Dictionary<ServiceVisitId, CrmError?> reasons,
        List<(Technician Technician, WorkingTime Time)> shifts, VisitPlan plan)
    {
        var byKey = wanted.ToDictionary(v => v.Number.Value, StringComparer.Ordinal);
        var bookings = new List<ProposedBooking>();
        foreach (var tour in plan.Tours)
        {
            var (technician, shift) = shifts[int.Parse(tour.Technician, CultureInfo.InvariantCulture)];
            var left = (shift.From - midnight).TotalMinutes;
            foreach (var stop in tour.Stops)
            {
                var visit = byKey[stop.Visit];
                var start = midnight + Duration.FromMinutes(stop.BeginsAt);
                bookings.Add(new(visit.Id, visit.Number, visit.Version, new VisitAppointment(technician.Id, start, start + VisitGrid.Up(visit.EstimatedDuration))
                {
                    Travel = Duration.FromMinutes(stop.ArrivesAt - left), Buffer = technician.Buffer,
                }));
                left = stop.LeavesAt;
            }
        }

        foreach (var key in plan.Unplanned)
        {
            reasons[byKey[key].Id] = acts.Errors.NoTimeForVisit(key);
        }

        return new VisitDayPlan(
            day,
            [.. bookings.OrderBy(b => b.Appointment.TechnicianId).ThenBy(b => b.Appointment.Start)],
            [.. wanted.Where(v => reasons[v.Id] is not null).Select(v => new VisitNotPlanned(v.Id, v.Number, reasons[v.Id]!))],
            Duration.FromMinutes(plan.Travel));
    }

    // What no plan can mend: the planner is not asked.
    private CrmError? Hopeless(ServiceVisit visit, List<Technician> crew, List<(Technician Technician, WorkingTime Time)> shifts, VisitTravelTimes times, Instant from)
    {
        if (visit.Place is not { } place)
        {
            return acts.Errors.VisitWithoutPlace(visit.Number.Value);
        }

        var able = crew.Where(t => !BookingRules.OfSkills(visit, t, from, acts.Errors).Any()).Select(t => t.Id).ToHashSet();
        if (able.Count == 0)
        {
            return acts.Errors.NobodyForVisit(visit.Number.Value);
        }

        var theirs = shifts.Where(s => able.Contains(s.Technician.Id)).ToList();
        return theirs.Count == 0 || VisitGrid.After(visit.WindowFrom) > visit.WindowUntil ? acts.Errors.NoTimeForVisit(visit.Number.Value)
            : theirs.TrueForAll(s => times.Between(s.Time.Before, place) is null || times.Between(place, s.Time.After) is null) ? acts.Errors.VisitUnreachable(visit.Number.Value)
            : null;
    }

    // One visit outweighs all visits of the priorities below it together.
    private static long PenaltyOf(CasePriority priority) => priority == CasePriority.Low ? 1 : (MostVisits + 1) * PenaltyOf(priority - 1);

    private static VisitToPlan ToPlan(ServiceVisit visit, Duration buffer, Instant midnight, Instant from, Instant until) => new(visit.Number.Value, visit.Place!.Value.ToPlan())
    {
        Earliest = (VisitGrid.After(Instant.Max(visit.WindowFrom, from)) - midnight).TotalMinutes,
        Latest = Math.Max((VisitGrid.Before(Instant.Min(visit.WindowUntil, until)) - midnight).TotalMinutes, (VisitGrid.After(Instant.Max(visit.WindowFrom, from)) - midnight).TotalMinutes),
        Duration = (VisitGrid.Up(visit.EstimatedDuration) + buffer).TotalMinutes,
        Penalty = PenaltyOf(visit.Priority),
        Skills = visit.Skills.ToDictionary(s => s.IsCertified ? s.Skill + Certified : s.Skill, s => s.Level, StringComparer.Ordinal),
    };

    private static TechnicianToPlan ToPlan(Technician technician, WorkingTime shift, int index, LocalDate day, Instant midnight) => new(index.ToString(CultureInfo.InvariantCulture), shift.Before!.Value.ToPlan())
    {
        End = shift.After!.Value.ToPlan(),
        From = (shift.From - midnight).TotalMinutes,
        Until = (shift.Until - midnight).TotalMinutes,
        Skills = technician.Skills.Where(s => s.CountsOn(day))
            .SelectMany(s => s.CertifiedUntil is null ? new[] { (s.Skill, s.Level) } : [(s.Skill, s.Level), (s.Skill + Certified, s.Level)])
            .ToDictionary(s => s.Item1, s => s.Level, StringComparer.Ordinal),
    };
}
