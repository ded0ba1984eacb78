using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Service;

/// <summary>Among 20,000 visits and their bookings, what dispatch asks all day is found by an index.</summary>
public abstract class VisitIndexSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const int Visits = 20_000;

    [SkippableFact]
    [Trait("Check", "SC-20")]
    public async Task Dispatch_OfManyVisits_SeeksByIndex()
    {
        var seen = new SeenCommands();
        var host = await HostAsync(s => s.Options = o => o.AddInterceptors(seen));
        await using var work = host.Work();
        var (customer, ada) = (await work.RegisterAsync(), await work.TechnicianAsync(FieldWork.Profile("ada")));
        var visit = await work.VisitAsync(FieldWork.Details(customer));
        (await work.Get<FieldService>().BookAsync(visit.Id, new BookingRequest(ada, FieldWork.Rome(2, 9)))).ThrowIfFailed();
        await work.SaveAsync();
        await FillAsync(work);

        var plans = new QueryPlans(seen, "crm_visit");
        (await work.Get<VisitDispatch>().UnscheduledAsync(new PageRequest { Take = 20 })).Items.Should().HaveCount(20);
        plans.ShouldSeek("unscheduled", "ix_visits_status");
        (await work.Get<IServiceVisitStore>().BusyAsync([ada], FieldWork.Rome(2, 0), FieldWork.Rome(3, 0), default)).Should().ContainSingle();
        plans.ShouldSeek("busy", "ix_visit_bookings_technician");
        (await work.Get<VisitDispatch>().DayAsync(ada, new LocalDate(2026, 6, 2))).Value.Bookings.Should().ContainSingle();
        plans.ShouldSeek("day", "ix_visit_bookings_technician");
        (await work.Get<FieldService>().ListAsync(new VisitCriteria { CustomerId = Crm.Domain.Customers.CustomerId.New(host.Clock.Now) })).Items.Should().BeEmpty();
        plans.ShouldSeek("of a customer", "ix_visits_customer");
    }

    // Rows alone: this test is about reading. One visit and its booking are multiplied by the database, each an hour before the last.
    private static async Task FillAsync(CrmWork<SpecificationContext> work)
    {
        var context = work.Context;
        var isSqlite = context.Database.ProviderName!.Contains("Sqlite", StringComparison.Ordinal);
        var id = isSqlite
            ? "hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6))"
            : "gen_random_uuid()";
        string Earlier(string column, string hours) => isSqlite ? $"strftime('%Y-%m-%d %H:%M:%S', {column}, '-' || {hours} || ' hours')" : $"{column} - {hours} * interval '1 hour'";
        List<string> ColumnsOf(Type type) => context.Model.FindEntityType(type)!.GetProperties().Select(p => p.GetColumnName()).ToList();
        var visits = ColumnsOf(typeof(ServiceVisit));
        var bookings = ColumnsOf(typeof(VisitBooking));
        var ofVisits = visits.Select(c => c switch
        {
            "Id" => id, "Number" => "'X-' || n", "WindowUntil" => Earlier("v.\"WindowUntil\"", "n"), "Status" => "case when n % 2 = 0 then 'Requested' else 'Done' end", _ => $"v.\"{c}\"",
        });
        var ofBookings = bookings.Select(c => c switch
        {
            "Id" => id, "VisitId" => "v.\"Id\"", "Status" => "'Completed'",
            "PlannedStart" or "PlannedEnd" or "OccupiedFrom" or "OccupiedUntil" => Earlier($"b.\"{c}\"", isSqlite ? "cast(substr(v.\"Number\", 3) + 24 as integer)" : "(substr(v.\"Number\", 3)::integer + 24)"),
            _ => $"b.\"{c}\"",
        });
#pragma warning disable RS0030, EF1002 // Names and numbers of this test alone.
        await context.Database.ExecuteSqlRawAsync($"""
            insert into crm_visits ({string.Join(", ", visits.Select(c => $"\"{c}\""))})
            with recursive series(n) as (select 1 union all select n + 1 from series where n < {Visits})
            select {string.Join(", ", ofVisits)} from crm_visits v, series
            """);
        await context.Database.ExecuteSqlRawAsync($"""
            insert into crm_visit_bookings ({string.Join(", ", bookings.Select(c => $"\"{c}\""))})
            select {string.Join(", ", ofBookings)} from crm_visits v, crm_visit_bookings b where v."Number" like 'X-%'
            """);
        await context.Database.ExecuteSqlRawAsync("analyze");
#pragma warning restore RS0030, EF1002
        context.ChangeTracker.Clear();
    }
}
