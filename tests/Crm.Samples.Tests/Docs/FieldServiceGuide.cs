using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Time;
using Crm.Domain.Values;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/field-service.md.</summary>
internal static class FieldServiceGuide
{
    // docs: field-technician
    /// <summary>A technician with hours, skills and a home. The caller saves.</summary>
    public static async Task<TechnicianId> RegisterAsync(Technicians technicians)
    {
        var hours = BusinessHours.In("Europe/Rome").OnWeekdays("08:00-12:00", "13:00-17:00").Build();
        var ada = (await technicians.RegisterAsync("ada", new TechnicianProfile("Ada Bianchi", ServiceHours.Of(hours))
        {
            Home = new GeoPoint(41.9009, 12.5020),
            Buffer = Duration.FromMinutes(10),
            Email = EmailAddress.Parse("ada@example.org"),
            Skills = [new(new SkillLevel("water", 5)), new(new SkillLevel("gas", 3), CertifiedUntil: new LocalDate(2027, 6, 30))],
        })).Value;
        return ada.Id;
    }
    // docs: end

    // docs: field-request
    /// <summary>A visit that is to begin on Tuesday or Wednesday, by the clock in Rome. The caller saves.</summary>
    public static async Task<ServiceVisit> RequestAsync(FieldService field, CustomerId customer, ServiceCaseId about)
    {
        var rome = DateTimeZoneProviders.Tzdb["Europe/Rome"];
        var from = VisitTime.At(new LocalDateTime(2026, 6, 2, 8, 0), rome).Value;     // LocalTimeSkipped, LocalTimeAmbiguous
        var until = VisitTime.At(new LocalDateTime(2026, 6, 3, 16, 0), rome).Value;
        var address = new PostalAddress("Via Garibaldi 7", null, "00153", "Roma", null, Country.FromCode("IT"));
        return (await field.RequestAsync(new VisitDetails(customer, "Boiler leaks", address, from, until)
        {
            CaseId = about,
            Place = new GeoPoint(41.8890, 12.4700),
            TimeZone = rome.Id,
            EstimatedDuration = Duration.FromMinutes(50),
            Skills = [new(new SkillLevel("gas", 2), IsCertified: true)],
            Parts = [new("SEAL", 2)],
            Instructions = "Ring twice.",
        })).Value;
    }
    // docs: end

    // docs: field-book
    /// <summary>Books the best free time, or says everything that speaks against it.</summary>
    public static async Task<CrmResult> BookAsync(VisitDispatch dispatch, FieldService field, ICrmUnitOfWork work, ServiceVisitId visit)
    {
        if ((await dispatch.FreeSlotsAsync(visit, take: 1)).Value is not [var best])
        {
            return CrmResult.Success;                                                // nobody can go in that window
        }

        var request = new BookingRequest(best.Appointment.TechnicianId, best.Appointment.Start) { Travel = best.Appointment.Travel };
        var booked = await field.BookAsync(visit, request);                          // TechnicianNotWorking, SkillMissing, CertificateExpired …
        return booked.Succeeded ? await work.SaveAsync() : booked.WithoutValue();    // TechnicianBusy: somebody was faster
    }
    // docs: end

    // docs: field-work
    /// <summary>What a technician says on the way. The caller saves after each.</summary>
    public static async Task WorkAsync(FieldService field, ServiceVisitId visit, Func<Task> saveAsync)
    {
        (await field.DepartAsync(visit)).WithoutValue().ThrowIfFailed();
        await saveAsync();
        (await field.ArriveAsync(visit)).WithoutValue().ThrowIfFailed();
        await saveAsync();
        (await field.CompleteAsync(visit, new VisitOutcome("New seal, tested.") { PartsUsed = [new("SEAL", 1)] })).WithoutValue().ThrowIfFailed();
        await saveAsync();
    }
    // docs: end

    // docs: field-plan
    /// <summary>Plans a day and books the plan; returns the numbers of the visits that found no place, with the code of each reason.</summary>
    public static async Task<List<string>> PlanAsync(VisitDispatch dispatch, LocalDate day)
    {
        var plan = (await dispatch.PlanDayAsync(day)).Value;
        var applied = await dispatch.ApplyPlanAsync(plan);                           // saves; PlanOutdated where something changed meanwhile
        return applied.Succeeded ? [.. plan.NotPlanned.Select(n => $"{n.Number}: {n.Reason.Code}")] : [.. applied.Errors.Select(e => e.Code)];
    }
    // docs: end

    // docs: field-travel
    /// <summary>Travel from a road map of the host, asked once for all places of a plan.</summary>
    public sealed class RoadMap : IVisitTravel
    {
        public Task<VisitTravel> PrepareAsync(IReadOnlyCollection<PlanPoint> places, CancellationToken cancellationToken)
        {
            var minutes = places.SelectMany(_ => places, (from, to) => (from, to)).ToDictionary(p => p, p => p.from == p.to ? 0d : 25d);   // your service here
            return Task.FromResult<VisitTravel>((from, to) => minutes.GetValueOrDefault((from, to), double.PositiveInfinity));
        }
    }

    public static void Register(IServiceCollection services) => services.AddSingleton<IVisitTravel, RoadMap>().AddCrm();
    // docs: end

    // docs: field-calendar
    /// <summary>The customer's appointment as a file for a mail; after each change it is written anew.</summary>
    public static async Task<string> InviteAsync(VisitCalendar calendar, ServiceVisitId visit) => (await calendar.ForCustomerAsync(
        visit, new VisitInvitation(EmailAddress.Parse("service@example.org"), EmailAddress.Parse("anna@example.com")) { AttendeeName = "Anna Rossi" })).Value;
    // docs: end
}
