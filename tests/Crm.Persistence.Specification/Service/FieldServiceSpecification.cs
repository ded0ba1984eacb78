using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Service;

/// <summary>Visits from the request to the report, and everything that keeps a technician from being booked.</summary>
[Trait("Check", "SC-20")]
public abstract class FieldServiceSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    public async Task Visit_GoesItsWay_AndStandsInTheTimelinesOfCustomerAndCase()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var field = work.Get<FieldService>();
        var (customer, ada) = (await work.RegisterAsync(), await work.TechnicianAsync(FieldWork.Profile("ada", new TechnicianSkillDetails(new SkillLevel("water", 3)))));
        var about = (await work.Desk.OpenAsync(new CaseDetails(customer, "Leaks"))).Value;
        await work.SaveAsync();
        var details = FieldWork.Details(customer) with { CaseId = about.Id, Skills = [new(new SkillLevel("water", 2))], Parts = [new("SEAL", 2)], Instructions = "Ring twice" };
        var visit = (await field.RequestAsync(details, isDraft: true)).Value;
        await work.SaveAsync();
        (await field.SubmitAsync(visit.Id)).Succeeded.Should().BeTrue();
        (await field.BookAsync(visit.Id, new BookingRequest(ada, FieldWork.Rome(2, 9)))).Value.Booking!.PlannedEnd.Should().Be(FieldWork.Rome(2, 10));
        await work.SaveAsync();
        host.Clock.Now = FieldWork.Rome(2, 8, 40);
        (await field.DepartAsync(visit.Id)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        host.Clock.Now = FieldWork.Rome(2, 9, 1);
        (await field.ArriveAsync(visit.Id)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        host.Clock.Now = FieldWork.Rome(2, 9, 31);
        (await field.CompleteAsync(visit.Id, new VisitOutcome("New seal") { PartsUsed = [new("SEAL", 1)] })).Succeeded.Should().BeTrue();
        await work.SaveAsync();

        await using var check = host.Work();
        var read = (await check.Get<FieldService>().FindAsync(visit.Number))!;
        (read.Status, read.Address, read.Place, read.Instructions).Should().Be((VisitStatus.Done, details.Address, details.Place, "Ring twice"));
        var booking = read.Bookings.Single();
        (booking.Status, booking.Travel, booking.OnSite, booking.DepartedAt, booking.Report).Should().Be(
            (BookingStatus.Completed, Duration.FromMinutes(21), Duration.FromMinutes(30), FieldWork.Rome(2, 8, 40), "New seal"));
        read.PartsUsed.Should().ContainSingle(p => p.Sku == "SEAL" && p.Quantity == 1);
        string[] kinds = ["visit-completed", "technician-arrived", "technician-departed", "visit-booked", "visit-requested", "visit-drafted"];
        (await check.History.TimelineAsync(visit.ToSubject())).Items.Select(i => i.Kind).Should().Equal(kinds);
        foreach (var subject in new[] { customer.ToSubject(), about.ToSubject() })
        {
            (await check.History.TimelineAsync(subject)).Items.Select(i => i.Kind).Should().ContainInOrder(kinds);
        }

        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("anna", [customer.ToSubject()])));
        (await portal.Get<FieldService>().FindAsync(visit.Id)).Should().NotBeNull();
        (await portal.Get<FieldService>().ListAsync(new VisitCriteria())).Items.Should().ContainSingle();
        (await portal.Get<FieldService>().DepartAsync(visit.Id)).Errors.Should().ContainSingle(e => e.Code == "ActNotAllowed");
        (await portal.History.TimelineAsync(customer.ToSubject())).Items.Select(i => i.Kind).Should().NotContain("visit-drafted");
        await using var other = host.Work(new CrmScope(Actor.PortalCustomer("bob", [CustomerId.New(host.Clock.Now).ToSubject()])));
        (await other.Get<FieldService>().FindAsync(visit.Id)).Should().BeNull();
        (await other.Get<FieldService>().ListAsync(new VisitCriteria())).Items.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Book_WhatSpeaksAgainstIt_IsSaidAllAtOnce()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var (field, dispatch) = (work.Get<FieldService>(), work.Get<VisitDispatch>());
        var customer = await work.RegisterAsync();
        var ada = await work.TechnicianAsync(FieldWork.Profile(
            "ada", new TechnicianSkillDetails(new SkillLevel("gas", 3), new LocalDate(2026, 6, 3)), new TechnicianSkillDetails(new SkillLevel("water", 1))));
        (await work.Get<Technicians>().NoteAbsenceAsync(ada, FieldWork.Rome(4, 8), FieldWork.Rome(4, 12), "Course")).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        var plain = await work.VisitAsync(FieldWork.Details(customer));
        var other = await work.VisitAsync(FieldWork.Details(customer));
        (await field.BookAsync(other.Id, new BookingRequest(ada, FieldWork.Rome(2, 9)) { Travel = Duration.Zero })).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        await RefusedAsync(plain, FieldWork.Rome(2, 7), "TechnicianNotWorking");
        await RefusedAsync(plain, FieldWork.Rome(2, 11, 30), "TechnicianNotWorking");
        await RefusedAsync(plain, FieldWork.Rome(2, 9, 55), "TechnicianBusy");
        await RefusedAsync(plain, FieldWork.Rome(2, 8, 5), "TechnicianBusy");
        await RefusedAsync(plain, FieldWork.Rome(4, 11), "TechnicianAbsent");
        await RefusedAsync(plain, FieldWork.Rome(1, 8), "BookingInThePast");
        await RefusedAsync(plain, FieldWork.Rome(2, 14, 1), "BookingNotOnGrid");
        await RefusedAsync(plain, FieldWork.Rome(8, 9), "OutsideRequestedWindow");
        (await field.BookAsync(plain.Id, new BookingRequest(ada, FieldWork.Rome(2, 14)) { End = FieldWork.Rome(2, 13) })).Errors.Select(e => e.Code).Should().Equal("BookingReversed");
        (await field.BookAsync(plain.Id, new BookingRequest(TechnicianId.New(host.Clock.Now), FieldWork.Rome(2, 14)))).Errors.Select(e => e.Code).Should().Equal("TechnicianNotFound");
        (await field.BookAsync(ServiceVisitId.New(host.Clock.Now), new BookingRequest(ada, FieldWork.Rome(2, 14)))).Errors.Select(e => e.Code).Should().Equal("VisitNotFound");
        (await field.BookAsync(plain.Id, new BookingRequest(ada, FieldWork.Rome(2, 14)), expectedVersion: 9)).Errors.Select(e => e.Code).Should().Equal("VersionConflict");

        var gas = await work.VisitAsync(FieldWork.Details(customer) with { Skills = [new(new SkillLevel("gas", 2), IsCertified: true)] });
        var sure = await work.VisitAsync(FieldWork.Details(customer) with { Skills = [new(new SkillLevel("water"), IsCertified: true)] });
        var hard = await work.VisitAsync(FieldWork.Details(customer) with { Skills = [new(new SkillLevel("gas", 4)), new(new SkillLevel("roof")), new(new SkillLevel("water", 2))] });
        (await dispatch.CanBookAsync(gas.Id, new BookingRequest(ada, FieldWork.Rome(3, 9)))).Succeeded.Should().BeTrue("the certificate is valid on its last day");
        await RefusedAsync(gas, FieldWork.Rome(4, 14), "CertificateExpired");
        await RefusedAsync(sure, FieldWork.Rome(2, 14), "CertificateMissing");
        await RefusedAsync(hard, FieldWork.Rome(2, 14), "SkillMissing", "SkillMissing", "SkillMissing");
        await RefusedAsync(hard, FieldWork.Rome(8, 19, 1), "BookingNotOnGrid", "OutsideRequestedWindow", "TechnicianNotWorking", "SkillMissing", "SkillMissing", "SkillMissing");
        (await work.Get<Technicians>().RetireAsync(ada)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        await RefusedAsync(plain, FieldWork.Rome(2, 14), "TechnicianNotActive");
        await RefusedAsync(other, FieldWork.Rome(2, 14), "VisitTransitionNotAllowed", "TechnicianNotActive");
        await using var check = host.Work();
        (await check.Context.Set<VisitBooking>().CountAsync()).Should().Be(1, "nothing that was refused is stored");

        async Task RefusedAsync(ServiceVisit visit, Instant start, params string[] codes)
        {
            var version = visit.Version;
            (await field.BookAsync(visit.Id, new BookingRequest(ada, start) { Travel = Duration.Zero })).Errors.Select(e => e.Code).Should().BeEquivalentTo(codes);
            visit.Version.Should().Be(version);
            await work.SaveAsync();
        }
    }

    [SkippableFact]
    public async Task Travel_IsReckonedFromWhereTheTechnicianIsBefore()
    {
        var host = await HostAsync(s => s.Crm = o => o.FieldService.KilometresPerHour = 30);
        await using var work = host.Work();
        var (field, customer, ada) = (work.Get<FieldService>(), await work.RegisterAsync(), await work.TechnicianAsync(FieldWork.Profile("ada") with { Buffer = Duration.FromMinutes(10) }));
        var (near, far, back) = (await work.VisitAsync(FieldWork.Details(customer)), await work.VisitAsync(FieldWork.Details(customer) with { Place = FieldWork.Ostia }), await work.VisitAsync(FieldWork.Details(customer)));
        (await field.BookAsync(near.Id, new BookingRequest(ada, FieldWork.Rome(2, 8)))).Value.Booking!.PlannedTravel.Should().Be(Duration.Zero, "the customer lives next door");
        await work.SaveAsync();

        // About 26.4 km as the crow flies, 34.4 by road: 69 minutes at 30 km/h.
        var travel = Duration.FromMinutes(70);
        (await field.BookAsync(far.Id, new BookingRequest(ada, FieldWork.Rome(2, 10, 15)))).Errors.Should().ContainSingle(e => e.Code == "TechnicianBusy", "the buffer of the one and the travel to the other meet");
        (await field.BookAsync(far.Id, new BookingRequest(ada, FieldWork.Rome(2, 10, 20)))).Value.Booking!.PlannedTravel.Should().Be(travel);
        await work.SaveAsync();
        (await field.BookAsync(back.Id, new BookingRequest(ada, FieldWork.Rome(2, 14)))).Value.Booking!.PlannedTravel.Should().Be(travel);
    }

    [SkippableFact]
    public async Task Erasure_OfTheCustomer_LeavesNoAddress()
    {
        var host = await HostAsync(s => s.Crm = o => o.SuppressionKey = Convert.ToBase64String(new byte[32]));
        ServiceVisit visit;
        await using (var work = host.Work())
        {
            var customer = await work.RegisterAsync();
            visit = await work.VisitAsync(FieldWork.Details(customer) with { Instructions = "Behind the church" });
            (await work.Get<Crm.Domain.Privacy.PrivacyOffice>().EraseAsync(customer)).ThrowIfFailed();
            await work.SaveAsync();
        }

        await using var check = host.Work();
        var read = (await check.Get<FieldService>().FindAsync(visit.Id))!;
        (read.Address, read.Place, read.Instructions).Should().Be((null, null, null));
        read.Subject.Should().NotContain("Kettle");
    }
}
