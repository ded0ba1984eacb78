using System.Collections.Concurrent;
using Crm.Domain.Access;
using Crm.Domain.Service;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Service;

/// <summary>However many book at once, a technician is at one place at a time: the database says so.</summary>
[Trait("Check", "SC-20")]
public abstract class VisitBookingRaceSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const int Tries = 20;

    [SkippableFact]
    public async Task TwentyProcesses_BookOneTechnicianAtOnce_OneWins()
    {
        var host = await HostAsync();
        var (ada, visits) = await PrepareAsync(host, Tries);
        var outcomes = new ConcurrentBag<string>();
        await Task.WhenAll(visits.Select((id, i) => Task.Run(async () =>
        {
            // Every process has a host of its own; the times overlap by as little as a slot.
            var process = await OpenAsync<SpecificationContext>(host.ConnectionString);
            await using var work = process.Work();
            var booked = await work.Get<FieldService>().BookAsync(id, new BookingRequest(ada, FieldWork.Rome(2, 9) + (VisitGrid.Slot * (i % 12))) { Travel = Duration.Zero });
            var saved = booked.Succeeded ? await work.UnitOfWork.SaveAsync() : booked.WithoutValue();
            outcomes.Add(saved.Succeeded ? "booked" : saved.Errors.Single().Code);
            if (!saved.Succeeded)
            {
                (await work.UnitOfWork.SaveAsync()).Succeeded.Should().BeTrue("what was refused is let go of");
            }
        })));
        outcomes.Should().HaveCount(Tries);
        outcomes.Count(o => o == "booked").Should().Be(1);
        outcomes.Where(o => o != "booked").Should().OnlyContain(o => o == "TechnicianBusy");
        await using var check = host.Work();
        (await check.Context.Set<VisitBooking>().CountAsync()).Should().Be(1);
        (await check.Context.Set<ServiceVisit>().CountAsync(v => v.Status == VisitStatus.Scheduled)).Should().Be(1);
        await OneAtATimeAsync(check, 12);
    }

    [SkippableFact]
    public async Task TwoUnitsOfWork_ThatBothSawTheTimeFree_AreKeptApartByTheIndex()
    {
        var host = await HostAsync();
        var (ada, visits) = await PrepareAsync(host, 2);
        await using var one = host.Work();
        await using var other = host.Work();
        (await one.Get<FieldService>().BookAsync(visits[0], new BookingRequest(ada, FieldWork.Rome(2, 9)) { Travel = Duration.Zero })).Succeeded.Should().BeTrue();
        (await other.Get<FieldService>().BookAsync(visits[1], new BookingRequest(ada, FieldWork.Rome(2, 9, 55)) { Travel = Duration.Zero })).Succeeded.Should().BeTrue();
        await one.SaveAsync();
        (await other.UnitOfWork.SaveAsync()).Errors.Should().ContainSingle(e => e.Code == "TechnicianBusy" && e.Message.Contains("ada"));
        await other.SaveAsync();
        (await other.Get<FieldService>().FindAsync(visits[1]))!.Status.Should().Be(VisitStatus.Requested, "the refused visit is read anew");
        (await other.Get<FieldService>().BookAsync(visits[1], new BookingRequest(ada, FieldWork.Rome(2, 10)) { Travel = Duration.Zero })).Succeeded.Should().BeTrue("one ends where the other begins");
        await other.SaveAsync();
        await OneAtATimeAsync(other, 24);
    }

    [SkippableFact]
    public async Task SameVisit_BookedTwiceAtOnce_ConflictsOnItsVersion()
    {
        var host = await HostAsync();
        var (ada, visits) = await PrepareAsync(host, 1);
        await using var one = host.Work();
        await using var other = host.Work();
        var bob = await one.TechnicianAsync(FieldWork.Profile("bob"));
        (await one.Get<FieldService>().BookAsync(visits[0], new BookingRequest(ada, FieldWork.Rome(2, 9)))).Succeeded.Should().BeTrue();
        (await other.Get<FieldService>().BookAsync(visits[0], new BookingRequest(bob, FieldWork.Rome(2, 9)))).Succeeded.Should().BeTrue();
        await one.SaveAsync();
        (await other.UnitOfWork.SaveAsync()).Errors.Should().ContainSingle(e => e.Code == "VersionConflict");
        await OneAtATimeAsync(one, 12);
    }

    [SkippableFact]
    public async Task Slots_FollowWhatBecomesOfTheBooking()
    {
        var host = await HostAsync();
        var (ada, visits) = await PrepareAsync(host, 4);
        await using var work = host.Work();
        var field = work.Get<FieldService>();
        async Task BookAsync(ServiceVisitId id, Instant at) => (await field.BookAsync(id, new BookingRequest(ada, at) { Travel = Duration.Zero })).ThrowIfFailed();
        await BookAsync(visits[0], FieldWork.Rome(2, 9));
        await BookAsync(visits[1], FieldWork.Rome(2, 10));
        await work.SaveAsync();

        // Two bookings change places in one save.
        (await field.CancelBookingAsync(visits[0], "Later")).ThrowIfFailed();
        (await field.RebookAsync(visits[1], new BookingRequest(ada, FieldWork.Rome(2, 9)) { Travel = Duration.Zero })).ThrowIfFailed();
        await BookAsync(visits[0], FieldWork.Rome(2, 10));
        await work.SaveAsync();
        await OneAtATimeAsync(work, 24);

        // Moved by half its length, it takes some of its own slots again.
        (await field.RebookAsync(visits[0], new BookingRequest(ada, FieldWork.Rome(2, 10, 30)) { Travel = Duration.Zero })).ThrowIfFailed();
        await work.SaveAsync();
        await OneAtATimeAsync(work, 24);
        await BookAsync(visits[2], FieldWork.Rome(2, 14));
        (await field.ReportNoShowAsync(visits[2], "Nobody opened")).ThrowIfFailed();
        await BookAsync(visits[3], FieldWork.Rome(2, 14));
        await work.SaveAsync();
        await OneAtATimeAsync(work, 36);

        // What ends early leaves the rest of the time to others.
        host.Clock.Now = FieldWork.Rome(2, 14);
        (await field.ArriveAsync(visits[3])).ThrowIfFailed();
        await work.SaveAsync();
        host.Clock.Now = FieldWork.Rome(2, 14, 12);
        (await field.CompleteAsync(visits[3], new VisitOutcome("Done"))).ThrowIfFailed();
        await work.SaveAsync();
        await OneAtATimeAsync(work, 27);
        await BookAsync(visits[2], FieldWork.Rome(2, 14, 15));
        (await field.CancelAsync(visits[0], "Sold")).ThrowIfFailed();
        await work.SaveAsync();
        await OneAtATimeAsync(work, 27);
        work.Context.ChangeTracker.Entries().Select(e => e.Metadata.ClrType.Name).Should().NotContain("TechnicianSlot", "slots are of the save alone");
        (await work.Context.Set<EfCore.Saving.AuditEntry>().AsNoTracking().ToListAsync()).Should().NotContain(a => a.Changes.Contains("TechnicianSlot"));
    }

    [SkippableFact]
    public async Task Slots_OfATenant_ComeAndGoWithItsBookings()
    {
        var host = await HostAsync<TenantContext>(s => s.Scope = new CrmScope(Actor.Agent("ada")) { TenantId = "one" });
        await using var work = host.Work();
        var field = work.Get<FieldService>();
        var (customer, ada) = (await work.RegisterAsync(), await work.TechnicianAsync(FieldWork.Profile("ada")));
        var (first, second) = (await work.VisitAsync(FieldWork.Details(customer)), await work.VisitAsync(FieldWork.Details(customer)));
        (await field.BookAsync(first.Id, new BookingRequest(ada, FieldWork.Rome(2, 9)))).ThrowIfFailed();
        await work.SaveAsync();
        (await field.BookAsync(second.Id, new BookingRequest(ada, FieldWork.Rome(2, 9)))).Errors.Should().ContainSingle(e => e.Code == "TechnicianBusy");
        (await field.CancelBookingAsync(first.Id, "Ill")).ThrowIfFailed();
        (await field.BookAsync(second.Id, new BookingRequest(ada, FieldWork.Rome(2, 9)))).ThrowIfFailed();
        await work.SaveAsync();
        await using var other = host.Work(new CrmScope(Actor.Agent("eve")) { TenantId = "two" });
        (await other.Get<FieldService>().FindAsync(second.Id)).Should().BeNull();
        (await other.Get<Technicians>().FindAsync(ada)).Should().BeNull();
    }

    private static async Task<(TechnicianId Ada, IReadOnlyList<ServiceVisitId> Visits)> PrepareAsync(CrmTestHost<SpecificationContext> host, int visits)
    {
        await using var work = host.Work();
        var customer = await work.RegisterAsync();
        var ada = await work.TechnicianAsync(FieldWork.Profile("ada"));
        var ids = new List<ServiceVisitId>();
        for (var i = 0; i < visits; i++)
        {
            ids.Add((await work.Get<FieldService>().RequestAsync(FieldWork.Details(customer))).Value.Id);
        }

        await work.SaveAsync();
        return (ada, ids);
    }

    private static async Task OneAtATimeAsync(CrmWork<SpecificationContext> work, int slots)
    {
        var busy = (await work.Context.Set<VisitBooking>().AsNoTracking().ToListAsync()).Where(b => b.Occupies).OrderBy(b => b.OccupiedFrom).ToList();
        busy.Zip(busy.Skip(1)).Should().NotContain(p => p.First.TechnicianId == p.Second.TechnicianId && p.First.OccupiedUntil > p.Second.OccupiedFrom);
#pragma warning disable RS0030, EF1002 // A table of the save's own, which no entity type shows.
        (await work.Context.Database.SqlQueryRaw<int>("select cast(count(*) as integer) as \"Value\" from crm_technician_slots").SingleAsync()).Should().Be(slots);
#pragma warning restore RS0030, EF1002
    }
}
