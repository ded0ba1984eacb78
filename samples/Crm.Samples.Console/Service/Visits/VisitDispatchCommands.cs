using System.CommandLine;
using Crm.Domain.Service;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Output;
using NodaTime;

namespace Crm.Samples.Console.Service.Visits;

/// <summary><c>crm visit slots|plan-day</c>.</summary>
internal static class VisitDispatchCommands
{
    public static Command Slots()
    {
        var visit = new Argument<string>("VISIT") { Description = VisitLookup.Keys };
        var (from, until) = (new Option<string?>("--from") { Description = VisitTexts.Moment }, new Option<string?>("--until") { Description = "When work may begin at the latest." });
        var take = new Option<int>("--take") { Description = "How many.", DefaultValueFactory = _ => 20 };
        return new Command("slots", "Times at which technicians could make a visit; the least added travel first.").With(visit, from, until, take).Does((run, token) =>
        {
            var most = PageOptions.Rows(take.Name, run.Get(take));
            return run.WithCrmAsync(
                async session =>
                {
                    var found = await session.VisitAsync(run.Get(visit), token);
                    var zone = DateTimeZoneProviders.Tzdb[found.TimeZone];
                    Instant? At(Option<string?> option) => run.Get(option) is { } text ? VisitTexts.At(text, option.Name, zone) : null;
                    var slots = await session.Get<VisitDispatch>().FreeSlotsAsync(found.Id, At(from), At(until), most, token).OrFail();
                    run.Output.Write(
                        new
                        {
                            Visit = found.Number.Value,
                            Slots = slots.Select(s => new
                            {
                                s.Technician, s.Appointment.TechnicianId, s.Appointment.Start, s.Appointment.End, TravelMinutes = s.Appointment.Travel.TotalMinutes, AddedTravelMinutes = s.AddedTravel.TotalMinutes,
                            }),
                        },
                        report => report.Table(
                            ["Technician", "Start", "End", "Travel (min)", "Added (min)"],
                            slots.Select(s => new object?[] { s.Technician, s.Appointment.Start, s.Appointment.End, s.Appointment.Travel.TotalMinutes, s.AddedTravel.TotalMinutes })));
                },
                token);
        });
    }

    public static Command Plan()
    {
        var day = new Argument<string>("DAY") { Description = "The day, such as 2026-06-02." };
        var apply = new Option<bool>("--apply") { Description = "Book what was planned." };
        var iterations = new Option<int?>("--iterations") { Description = "How many times to tear up a part of the plan and put it together anew." };
        return new Command("plan-day", "Plan the visits of a day that wait for a technician.").With(day, apply, iterations).Does((run, token) =>
        {
            var (wanted, search) = (VisitTexts.Day(run.Get(day), "DAY"), new VisitPlanOptions { Iterations = run.Get(iterations) });
            if (search.Iterations is < 1)
            {
                throw CommandFailure.Usage("--iterations: at least 1 was expected.");
            }

            return run.WithCrmAsync(
                async session =>
                {
                    var dispatch = session.Get<VisitDispatch>();
                    var plan = await dispatch.PlanDayAsync(wanted, null, search, token).OrFail();
                    if (run.Get(apply))
                    {
                        await dispatch.ApplyPlanAsync(plan, token).OrFail();
                    }

                    run.Output.Write(
                        new
                        {
                            plan.Day, Applied = run.Get(apply), TravelMinutes = plan.Travel.TotalMinutes,
                            Bookings = plan.Bookings.Select(b => new { Visit = b.Number.Value, Technician = b.Appointment.TechnicianId, b.Appointment.Start, b.Appointment.End, TravelMinutes = b.Appointment.Travel.TotalMinutes }),
                            NotPlanned = plan.NotPlanned.Select(n => new { Visit = n.Number.Value, n.Reason.Code, n.Reason.Message }),
                        },
                        report => report.Table(
                                ["Visit", "Technician", "Start", "End", "Travel (min)"],
                                plan.Bookings.Select(b => new object?[] { b.Number, b.Appointment.TechnicianId, b.Appointment.Start, b.Appointment.End, b.Appointment.Travel.TotalMinutes }))
                            .Table(["Not planned", "Why"], plan.NotPlanned.Select(n => new object?[] { n.Number, n.Reason.Message })));
                },
                token);
        });
    }
}
