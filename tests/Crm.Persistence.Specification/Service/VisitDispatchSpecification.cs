using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Service;

/// <summary>Free times, days and plans of technicians, and appointments for calendars.</summary>
[Trait("Check", "SC-20")]
public abstract class VisitDispatchSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly LocalDate s_tuesday = new(2026, 6, 2);

    [SkippableFact]
    public async Task FreeSlots_LieInHours_OutsideBookingsAndAbsences_WithTravel_TheLeastAddedFirst()
    {
        var host = await HostAsync(Rome);
        await using var work = host.Work();
        var (field, dispatch, customer) = (work.Get<FieldService>(), work.Get<VisitDispatch>(), await work.RegisterAsync());
        var ada = await work.TechnicianAsync(FieldWork.Profile("ada", new TechnicianSkillDetails(new SkillLevel("gas", 3), s_tuesday)));
        var bob = await work.TechnicianAsync(FieldWork.Profile("bob", new TechnicianSkillDetails(new SkillLevel("gas", 3))) with { Home = FieldWork.Ostia });
        await work.TechnicianAsync(FieldWork.Profile("carl"));
        (await work.Get<Technicians>().NoteAbsenceAsync(ada, FieldWork.Rome(2, 13), FieldWork.Rome(2, 15))).ThrowIfFailed();
        var booked = await work.VisitAsync(FieldWork.Details(customer) with { Place = FieldWork.Trastevere });
        (await field.BookAsync(booked.Id, new BookingRequest(ada, FieldWork.Rome(2, 9)) { Travel = Duration.FromMinutes(10) })).ThrowIfFailed();
        var visit = await work.VisitAsync(FieldWork.Details(customer, FieldWork.Rome(2, 8), FieldWork.Rome(3, 10)) with { Place = FieldWork.Trastevere, Skills = [new(new SkillLevel("gas", 2))] });

        var slots = (await dispatch.FreeSlotsAsync(visit.Id)).Value;
        slots.Select(s => (s.Technician, s.Appointment.Start)).Should().Contain(("ada", FieldWork.Rome(2, 10)), "next door to the booking before")
            .And.Contain(("ada", FieldWork.Rome(2, 15)), "once she is back, from next door to where she was before").And.Contain(("bob", FieldWork.Rome(2, 8, 40)))
            .And.NotContain(s => s.Technician == "carl", "carl cannot do it").And.NotContain(s => s.Technician == "ada" && s.Start >= FieldWork.Rome(3, 0), "the certificate has run out");
        slots[0].Appointment.Should().Be(new VisitAppointment(ada, FieldWork.Rome(2, 10), FieldWork.Rome(2, 11)));
        slots.Should().BeInAscendingOrder(s => s.AddedTravel);
        foreach (var slot in slots)
        {
            (await dispatch.CanBookAsync(visit.Id, new BookingRequest(slot.Appointment.TechnicianId, slot.Appointment.Start) { Travel = slot.Appointment.Travel })).Succeeded.Should().BeTrue("what is offered can be booked");
        }

        (await dispatch.FreeSlotsAsync(visit.Id, until: FieldWork.Rome(2, 9), take: 1)).Value.Should().ContainSingle();
        (await dispatch.FreeSlotsAsync(visit.Id, from: FieldWork.Rome(4, 9))).Value.Should().BeEmpty("the window is over");
        (await dispatch.FreeSlotsAsync(ServiceVisitId.New(host.Clock.Now))).Errors.Should().ContainSingle(e => e.Code == "VisitNotFound");
        bob.Should().NotBe(ada);
    }

    [SkippableFact]
    public async Task Day_ShowsHoursAndBookings_AndWhatAnAbsenceLeftBehind()
    {
        var host = await HostAsync(Rome);
        await using var work = host.Work();
        var (field, dispatch, customer, ada) = (work.Get<FieldService>(), work.Get<VisitDispatch>(), await work.RegisterAsync(), await work.TechnicianAsync(FieldWork.Profile("ada")));
        var (first, second) = (await work.VisitAsync(FieldWork.Details(customer)), await work.VisitAsync(FieldWork.Details(customer)));
        (await field.BookAsync(second.Id, new BookingRequest(ada, FieldWork.Rome(2, 14)))).ThrowIfFailed();
        (await field.BookAsync(first.Id, new BookingRequest(ada, FieldWork.Rome(2, 9)))).ThrowIfFailed();
        await work.SaveAsync();
        (await work.Get<Technicians>().NoteAbsenceAsync(ada, FieldWork.Rome(2, 13), FieldWork.Rome(2, 18), "Ill")).ThrowIfFailed();
        await work.SaveAsync();
        var day = (await dispatch.DayAsync(ada, s_tuesday)).Value;
        day.Working.Should().Equal(new Interval(FieldWork.Rome(2, 8), FieldWork.Rome(2, 12)));
        day.Bookings.Select(b => (b.VisitId, b.Start)).Should().Equal((first.Id, FieldWork.Rome(2, 9)), (second.Id, FieldWork.Rome(2, 14)));
        day.Clashes.Should().Equal(second.Booking!.Id);
        (await dispatch.DayAsync(TechnicianId.New(host.Clock.Now), s_tuesday)).Errors.Should().ContainSingle(e => e.Code == "TechnicianNotFound");
        var counts = (await dispatch.OverviewAsync(s_tuesday)).Value;
        (counts.Visits[VisitStatus.Scheduled], counts.Overdue, counts.Bookings[BookingStatus.Scheduled]).Should().Be((2, 0, 2));
    }

    [SkippableFact]
    public async Task Unscheduled_GoesOnByKey_TheFirstToRunOutFirst()
    {
        var host = await HostAsync(Rome);
        await using var work = host.Work();
        var customer = await work.RegisterAsync();
        var wanted = new List<ServiceVisitId>();
        foreach (var hour in new[] { 12, 9, 9, 17, 10 })
        {
            wanted.Add((await work.VisitAsync(FieldWork.Details(customer, until: FieldWork.Rome(3, hour)))).Id);
        }

        ServiceVisitId[] inOrder = [wanted[1], wanted[2], wanted[4], wanted[0], wanted[3]];
        var seen = new List<ServiceVisitId>();
        PageKey? after = null;
        do
        {
            var page = await work.Get<VisitDispatch>().UnscheduledAsync(new PageRequest { Take = 2, After = after });
            seen.AddRange(page.Items.Select(v => v.Id));
            after = page.Next;
        }
        while (after is not null);
        seen.Should().Equal(inOrder);
        host.Clock.Now = FieldWork.Rome(3, 11);
        (await work.Get<VisitDispatch>().OverviewAsync()).Value.Overdue.Should().Be(3);
    }

    [SkippableFact]
    public async Task PlanOfADay_KeepsToEverything_AndIsBookedAsAWholeOrNotAtAll()
    {
        var host = await HostAsync(Rome);
        await using var work = host.Work();
        var (field, dispatch, customer) = (work.Get<FieldService>(), work.Get<VisitDispatch>(), await work.RegisterAsync());
        var ada = await work.TechnicianAsync(FieldWork.Profile("ada", new TechnicianSkillDetails(new SkillLevel("gas", 3), s_tuesday)) with { Buffer = Duration.FromMinutes(5) });
        var bob = await work.TechnicianAsync(FieldWork.Profile("bob", new TechnicianSkillDetails(new SkillLevel("gas", 3), s_tuesday.PlusDays(-1))) with { Home = FieldWork.Ostia });
        var fixedVisit = await work.VisitAsync(FieldWork.Details(customer));
        (await field.BookAsync(fixedVisit.Id, new BookingRequest(ada, FieldWork.Rome(2, 9)))).ThrowIfFailed();
        await work.SaveAsync();
        var visits = new List<ServiceVisit>();
        for (var i = 0; i < 8; i++)
        {
            visits.Add(await work.VisitAsync(FieldWork.Details(customer, FieldWork.Rome(2, 8), FieldWork.Rome(2, 16)) with
            {
                Subject = $"Visit {i}", Place = i % 2 == 0 ? FieldWork.Trastevere : FieldWork.Ostia, Skills = i == 0 ? [new(new SkillLevel("gas", 2), IsCertified: true)] : [], EstimatedDuration = Duration.FromMinutes(47),
            }));
        }

        var nowhere = await work.VisitAsync(FieldWork.Details(customer, FieldWork.Rome(2, 8), FieldWork.Rome(2, 16)) with { Place = null });
        var roof = await work.VisitAsync(FieldWork.Details(customer, FieldWork.Rome(2, 8), FieldWork.Rome(2, 16)) with { Skills = [new(new SkillLevel("roof"))] });
        var late = await work.VisitAsync(FieldWork.Details(customer, FieldWork.Rome(2, 18), FieldWork.Rome(2, 20)));
        var search = new VisitPlanOptions { Iterations = 2_000 };
        var plan = (await dispatch.PlanDayAsync(s_tuesday, search: search)).Value;
        plan.NotPlanned.Select(n => (n.VisitId, n.Reason.Code)).Should().BeEquivalentTo([(nowhere.Id, "VisitWithoutPlace"), (roof.Id, "NobodyForVisit"), (late.Id, "NoTimeForVisit")]);
        plan.Bookings.Select(b => b.VisitId).Should().BeEquivalentTo(visits.Select(v => v.Id));
        plan.Bookings.Single(b => b.VisitId == visits[0].Id).Appointment.TechnicianId.Should().Be(ada, "bob's certificate ran out yesterday");
        (await work.Context.Set<VisitBooking>().CountAsync()).Should().Be(1, "a plan books nothing");
        (await dispatch.PlanDayAsync(s_tuesday, search: search)).Value.Bookings.Should().Equal(plan.Bookings, "the same input gives the same plan");
        (await dispatch.PlanDayAsync(s_tuesday, only: [bob], search: search)).Value.Bookings.Should().OnlyContain(b => b.Appointment.TechnicianId == bob);
        (await dispatch.PlanDayAsync(s_tuesday.PlusDays(-7))).Errors.Should().ContainSingle(e => e.Code == "InvalidValue", "that day is over");

        // Something else happens between planning and booking.
        await using (var meanwhile = host.Work())
        {
            (await meanwhile.Get<FieldService>().CancelAsync(visits[3].Id, "Sold")).ThrowIfFailed();
            await meanwhile.SaveAsync();
        }

        await using (var applying = host.Work())
        {
            (await applying.Get<VisitDispatch>().ApplyPlanAsync(plan)).Errors.Should().ContainSingle(e => e.Code == "PlanOutdated");
            (await applying.Context.Set<VisitBooking>().CountAsync()).Should().Be(1, "all of it or nothing");
            await applying.SaveAsync();
            (await applying.Context.Set<VisitBooking>().CountAsync()).Should().Be(1);
        }

        await using var last = host.Work();
        var again = (await last.Get<VisitDispatch>().PlanDayAsync(s_tuesday, search: search)).Value;
        (await last.Get<VisitDispatch>().ApplyPlanAsync(again)).Value.Should().HaveCount(7).And.OnlyContain(v => v.Status == VisitStatus.Scheduled);
        (await last.Context.Set<VisitBooking>().CountAsync()).Should().Be(8);
        (await last.Get<VisitDispatch>().ApplyPlanAsync(again)).Errors.Should().OnlyContain(e => e.Code == "PlanOutdated");
        foreach (var technician in new[] { ada, bob })
        {
            var day = (await last.Get<VisitDispatch>().DayAsync(technician, s_tuesday)).Value;
            day.Clashes.Should().BeEmpty();
            day.Bookings.Zip(day.Bookings.Skip(1)).Should().NotContain(p => p.First.Until > p.Second.From);
        }
    }

    [SkippableFact]
    public async Task Calendar_KeepsItsName_AndRaisesItsSequence()
    {
        var host = await HostAsync(Rome);
        await using var work = host.Work();
        var (field, calendar, customer) = (work.Get<FieldService>(), work.Get<VisitCalendar>(), await work.RegisterAsync());
        var (ada, bob) = (await work.TechnicianAsync(FieldWork.Profile("ada")), await work.TechnicianAsync(FieldWork.Profile("bob") with { Email = null }));
        var visit = await work.VisitAsync(FieldWork.Details(customer) with { Instructions = "Ring twice; bring ladder", Parts = [new("SEAL", 2)], Skills = [] });
        var invitation = new VisitInvitation(EmailAddress.Parse("service@example.org"), EmailAddress.Parse("anna@example.com")) { AttendeeName = "Anna \"Nina\" Rossi" };
        (await calendar.ForCustomerAsync(visit.Id, invitation)).Errors.Should().ContainSingle(e => e.Code == "VisitNotBooked");
        (await field.BookAsync(visit.Id, new BookingRequest(ada, FieldWork.Rome(2, 9)))).ThrowIfFailed();
        await work.SaveAsync();
        var first = visit.Booking!.Id;
        Lines(await calendar.ForCustomerAsync(visit.Id, invitation)).Should().Contain(
        [
            "METHOD:REQUEST", $"UID:{visit.Id}", "SEQUENCE:0", "STATUS:CONFIRMED", "DTSTART;TZID=Europe/Rome:20260602T090000", "DTEND;TZID=Europe/Rome:20260602T100000", "SUMMARY:Kettle leaks",
            "GEO:41.9009;12.502", "ORGANIZER:mailto:service@example.org", "BEGIN:VTIMEZONE",
        ]).And.Contain(l => l.StartsWith("LOCATION:Via Roma 1\\,", StringComparison.Ordinal)).And.Contain(l => l.StartsWith("ATTENDEE;", StringComparison.Ordinal) && l.EndsWith("mailto:anna@example.com", StringComparison.Ordinal));
        Lines(await calendar.ForTechnicianAsync(visit.Id, invitation.Organiser)).Should().Contain([$"UID:{first}", "SEQUENCE:0", $"SUMMARY:{visit.Number}: Kettle leaks", "DESCRIPTION:Ring twice\\; bring ladder\\n2 × SEAL"]);

        (await field.RebookAsync(visit.Id, new BookingRequest(ada, FieldWork.Rome(2, 10)))).ThrowIfFailed();
        Lines(await calendar.ForCustomerAsync(visit.Id, invitation)).Should().Contain([$"UID:{visit.Id}", "SEQUENCE:1", "DTSTART;TZID=Europe/Rome:20260602T100000"]);
        (await field.RebookAsync(visit.Id, new BookingRequest(bob, FieldWork.Rome(2, 10)))).ThrowIfFailed();
        Lines(await calendar.ForCustomerAsync(visit.Id, invitation)).Should().Contain(["METHOD:REQUEST", $"UID:{visit.Id}", "SEQUENCE:2"]);
        Lines(await calendar.ForTechnicianAsync(visit.Id, invitation.Organiser, first)).Should().Contain(["METHOD:CANCEL", $"UID:{first}", "SEQUENCE:2", "STATUS:CANCELLED"]);
        (await calendar.ForTechnicianAsync(visit.Id, invitation.Organiser)).Errors.Should().ContainSingle(e => e.Code == "TechnicianWithoutAddress");
        (await field.CancelAsync(visit.Id, "Sold")).ThrowIfFailed();
        Lines(await calendar.ForCustomerAsync(visit.Id, invitation)).Should().Contain(["METHOD:CANCEL", $"UID:{visit.Id}", "SEQUENCE:3", "STATUS:CANCELLED"]);
        (await calendar.ForCustomerAsync(ServiceVisitId.New(host.Clock.Now), invitation)).Errors.Should().ContainSingle(e => e.Code == "VisitNotFound");
    }

    [SkippableFact]
    public async Task Technicians_AreKept_AndWhatCannotBeIsRefused()
    {
        var host = await HostAsync(Rome);
        await using var work = host.Work();
        var doors = work.Get<Technicians>();
        var ada = await work.TechnicianAsync(FieldWork.Profile("ada", new TechnicianSkillDetails(new SkillLevel("gas", 3), s_tuesday)));
        (await doors.RegisterAsync("ada", FieldWork.Profile("ada"))).Errors.Should().ContainSingle(e => e.Code == "TechnicianAlreadyPresent");
        (await doors.RegisterAsync("bob", FieldWork.Profile("bob") with { Hours = new ServiceHours("Europe/Atlantis") })).Errors.Should().ContainSingle(e => e.Code == "ServiceZoneUnknown");
        (await doors.RegisterAsync("bob", FieldWork.Profile("bob") with { Buffer = Duration.FromMinutes(7) })).Errors.Should().ContainSingle(e => e.Code == "InvalidValue");
        (await doors.RegisterAsync("bob", FieldWork.Profile("bob", new TechnicianSkillDetails(new SkillLevel("gas")), new TechnicianSkillDetails(new SkillLevel("gas", 2))))).Errors.Should().ContainSingle(e => e.Code == "InvalidValue");
        (await doors.NoteAbsenceAsync(ada, FieldWork.Rome(3, 9), FieldWork.Rome(3, 9))).Errors.Should().ContainSingle(e => e.Code == "AbsenceReversed");
        var absence = (await doors.NoteAbsenceAsync(ada, FieldWork.Rome(3, 9), FieldWork.Rome(3, 10))).Value.Absences.Single();
        await work.SaveAsync();
        (await doors.NoteAbsenceAsync(ada, FieldWork.Rome(3, 9, 59), FieldWork.Rome(3, 11))).Errors.Should().ContainSingle(e => e.Code == "TechnicianAbsent");
        (await doors.TakeAbsenceBackAsync(ada, absence.Id)).Succeeded.Should().BeTrue();
        (await doors.TakeAbsenceBackAsync(ada, absence.Id)).Errors.Should().ContainSingle(e => e.Code == "AbsenceNotFound");
        (await doors.ReturnAsync(ada)).Errors.Should().ContainSingle(e => e.Code == "TechnicianActive");
        (await doors.RetireAsync(ada)).Succeeded.Should().BeTrue();
        (await doors.RetireAsync(ada)).Errors.Should().ContainSingle(e => e.Code == "TechnicianNotActive");
        await work.SaveAsync();
        (await doors.ListAsync()).Should().BeEmpty();
        await using var check = host.Work();
        var read = (await check.Get<Technicians>().FindAsync("ada"))!;
        (read.Calendar, read.Home, read.Email, read.IsActive).Should().Be((FieldWork.Profile("ada").Hours.ToCalendar().Value, FieldWork.Termini, "ada@example.org", false));
        read.Skills.Should().ContainSingle(s => s.Skill == "gas" && s.Level == 3 && s.CertifiedUntil == s_tuesday);
        read.Absences.Should().BeEmpty();
        (await check.Get<Technicians>().DescribeAsync(read.Id, FieldWork.Profile("Ada L."), 1)).Errors.Should().ContainSingle(e => e.Code == "VersionConflict");
        (await check.Get<Technicians>().DescribeAsync(read.Id, FieldWork.Profile("Ada"))).Value.Skills.Should().BeEmpty();
    }

    private static void Rome(HostSetup setup) => setup.Crm = o => o.BusinessTimeZone = "Europe/Rome";

    private static string[] Lines(CrmResult<string> calendar) => calendar.Value.Replace("\r\n ", string.Empty, StringComparison.Ordinal).Split("\r\n");
}
