using Crm.Domain.Access;
using Crm.Domain.Service;
using Crm.Domain.Time;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using NodaTime;

namespace Crm.Samples.Console.Story;

/// <summary>The technician's part of the story: a visit is booked at once, in case advice does not help, and made on Monday.</summary>
internal sealed class TourVisit(CrmHost host, StoryClock clock)
{
    private static readonly Actor s_technician = Actor.Agent("luis", "Luis Ortega");

    public static async Task<ServiceVisit> BookAsync(CrmSession session, ServiceCase about, CancellationToken cancellationToken)
    {
        var hours = ServiceHours.Of(BusinessHours.In("America/New_York").OnWeekdays("08:00-12:00", "13:00-17:00").Build());
        var luis = await session.Get<Technicians>().RegisterAsync(
            s_technician.Id, new TechnicianProfile("Luis Ortega", hours) { Skills = [new(new SkillLevel("players", 3))], Home = new GeoPoint(42.6664, -73.7987) }, cancellationToken).OrFail();
        var details = new VisitDetails(about.CustomerId, "Look at the player", new PostalAddress("19 Quarry Road", null, "12207", "Albany", "NY", Country.FromCode("US")), Monday(8, 0), Monday(16, 0))
        {
            CaseId = about.Id, TimeZone = "America/New_York", Place = new GeoPoint(42.6526, -73.7562), Skills = [new(new SkillLevel("players", 2))], Parts = [new("LENS-KIT", 1)],
        };
        var visit = await session.Get<FieldService>().RequestAsync(details, cancellationToken: cancellationToken).OrFail();
        await session.SaveAsync(cancellationToken);
        var slots = await session.Get<VisitDispatch>().FreeSlotsAsync(visit.Id, take: 1, cancellationToken: cancellationToken).OrFail();
        await session.Get<FieldService>().BookAsync(visit.Id, new BookingRequest(luis.Id, slots[0].Appointment.Start), cancellationToken: cancellationToken).OrFail();
        await session.SaveAsync(cancellationToken);
        return visit;
    }

    public async Task MakeAsync(ServiceVisitId id, CancellationToken cancellationToken)
    {
        await using var session = host.Begin(s_technician);
        var field = session.Get<FieldService>();
        clock.AdvanceTo(7, 20, 12, 0);
        await field.DepartAsync(id, cancellationToken: cancellationToken).OrFail();
        await session.SaveAsync(cancellationToken);
        clock.AdvanceTo(7, 20, 12, 25);
        await field.ArriveAsync(id, cancellationToken: cancellationToken).OrFail();
        await session.SaveAsync(cancellationToken);
        clock.AdvanceTo(7, 20, 13, 0);
        await field.CompleteAsync(id, new VisitOutcome("The lens was fogged: the player stands by the window. Let it warm up; it plays."), cancellationToken: cancellationToken).OrFail();
        await session.SaveAsync(cancellationToken);
    }

    private static Instant Monday(int hour, int minute) => VisitTime.At(new LocalDateTime(1998, 7, 20, hour, minute), DateTimeZoneProviders.Tzdb["America/New_York"]).Value;
}
