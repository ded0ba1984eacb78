using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Interactions;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Tenancy;

/// <summary>Filters guard reads; writes across tenants are refused at the save, whatever a host loaded.</summary>
[Trait("Check", "XC-04")]
public abstract class TenantWriteSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly string[] s_filter = ["crm-tenant"];
    private static readonly CrmScope s_one = new(Actor.Agent("ada")) { TenantId = "one" };
    private static readonly CrmScope s_two = new(Actor.Agent("bob")) { TenantId = "two" };
    private static readonly CrmScope s_none = new(Actor.Agent("eve"));

    [SkippableFact]
    public async Task Save_RecordOfAnotherTenantLoadedPastTheFilter_IsRefused()
    {
        var host = await HostAsync<TenantContext>(s => s.Scope = s_one);
        var id = await RegisterAsync(host, s_one);
        await using var work = host.Work(s_two);
        var before = await DatabaseState.ReadAsync(work.Context);
        var customer = await work.Context.Set<Customer>().IgnoreQueryFilters(s_filter).SingleAsync(c => c.Id == id);
        customer.PreferLanguage(null, host.Clock.Now);
        await ShouldBeRefusedAsync(work);
        work.Context.ChangeTracker.Clear();

        customer = await work.Context.Set<Customer>().IgnoreQueryFilters(s_filter).SingleAsync(c => c.Id == id);
        work.Context.Remove(customer);
        await ShouldBeRefusedAsync(work);
        work.Context.ChangeTracker.Clear();

        var point = await work.Context.Set<ContactPoint>().IgnoreQueryFilters(s_filter).FirstAsync();
        work.Context.Remove(point);
        await ShouldBeRefusedAsync(work);
        (await DatabaseState.ReadAsync(work.Context)).Should().Equal(before);
    }

    [SkippableFact]
    public async Task Save_TenantIdChanged_IsRefused()
    {
        var host = await HostAsync<TenantContext>(s => s.Scope = s_one);
        var id = await RegisterAsync(host, s_one);
        await using var work = host.Work(s_one);
        var customer = (await work.Customers.FindAsync(id))!;
        work.Context.Entry(customer).Property("TenantId").CurrentValue = "two";
        await ShouldBeRefusedAsync(work);
        work.Context.ChangeTracker.Clear();

        var added = new Organisation(CustomerId.New(host.Clock.Now), "Smuggled Ltd", host.Clock.Now);
        work.Context.Add(added);
        work.Context.Entry(added).Property("TenantId").CurrentValue = "two";
        await ShouldBeRefusedAsync(work);
    }

    [SkippableFact]
    public async Task Add_WithoutTenant_IsRefusedAndNothingIsWritten()
    {
        var host = await HostAsync<TenantContext>(s => s.Scope = s_one);
        await using var work = host.Work(s_none);
        var before = await DatabaseState.ReadAsync(work.Context);
        var register = () => work.RegisterAsync();
        await register.Should().ThrowAsync<InvalidOperationException>().WithMessage("*tenant*");
        var number = () => work.Get<Crm.Domain.Primitives.ICrmNumberSeries>().NextAsync("host", 1, default);
        await number.Should().ThrowAsync<InvalidOperationException>().WithMessage("*tenant*");
        (await DatabaseState.ReadAsync(work.Context)).Should().Equal(before);
    }

    [SkippableFact]
    public async Task Rows_OfEveryTable_CarryTheTenantOfTheirScope()
    {
        var host = await HostAsync<TenantContext>(s => s.Scope = s_one);
        await RegisterAsync(host, s_one);
        await RegisterAsync(host, s_two);
        await using var work = host.Work(s_one);
        (await work.Context.Set<OutboxMessage>().GroupBy(m => m.TenantId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync())
            .Select(g => (g.Key, g.Count)).Should().BeEquivalentTo([("one", 6), ("two", 6)]);
        (await work.Context.Set<TimelineLink>().CountAsync()).Should().Be(1);
        (await work.Context.Set<TimelineEntry>().IgnoreQueryFilters(s_filter).Select(e => EF.Property<string>(e, "TenantId")).ToListAsync()).Should().BeEquivalentTo("one", "two");
        (await work.Context.Set<ContactPoint>().IgnoreQueryFilters(s_filter).Select(e => EF.Property<string>(e, "TenantId")).Distinct().ToListAsync()).Should().BeEquivalentTo("one", "two");
    }

    [SkippableFact]
    public async Task Numbers_OfEachTenant_AreUniqueWithinIt()
    {
        var host = await HostAsync<TenantContext>(s => s.Scope = s_one);
        foreach (var scope in new[] { s_one, s_two, s_one, s_two })
        {
            await using var work = host.Work(scope);
            var customer = await work.RegisterAsync(new NewCustomer { OrganisationName = "Numbers Ltd" });
            for (var i = 0; i < 3; i++)
            {
                (await work.Desk.OpenAsync(new CaseDetails(customer, "Case"))).Succeeded.Should().BeTrue();
            }

            await work.SaveAsync();
        }

        await using var one = host.Work(s_one);
        (await one.Desk.ListAsync(new CaseCriteria())).Items.Select(c => c.Number).Should().HaveCount(6).And.OnlyHaveUniqueItems();
        var series = one.Get<Crm.Domain.Primitives.ICrmNumberSeries>();
        (await series.NextAsync("host", 2, default)).Should().Equal(1, 2);
        (await series.NextAsync("host", 2, default)).Should().Equal(3, 4);
        await using var two = host.Work(s_two);
        (await two.Get<Crm.Domain.Primitives.ICrmNumberSeries>().NextAsync("host", 2, default)).Should().Equal([1, 2], "series of a host run by tenant");
    }

    [SkippableFact]
    public async Task UniqueValues_AreUniquePerTenantOnly()
    {
        var host = await HostAsync<TenantContext>(s => s.Scope = s_one);
        foreach (var scope in new[] { s_one, s_two })
        {
            await using var work = host.Work(scope);
            var customer = await work.RegisterAsync(Known.Anna);
            await work.AddProductAsync("kettle", 10);
            var now = host.Clock.Now;
            work.Get<IServiceCaseStore>().Add(new ServiceCase(ServiceCaseId.New(now), new CaseNumber("C-1"), new CaseDetails(customer, "Same number"), "Anna", now));
            work.Get<IOrderStore>().Add(new Order(
                OrderId.New(now), new OrderNumber("O-1"), customer, [new PricedLine("kettle", "Kettle", 1, Known.Eur(10))], now, new NodaTime.LocalDate(2026, 6, 1), "web-1"));
            await work.SaveAsync();
            (await work.Desk.FindAsync(new CaseNumber("C-1")))!.CustomerId.Should().Be(customer);
        }

        await using var again = host.Work(s_one);
        (await again.Customers.RegisterAsync(Known.Anna)).Succeeded.Should().BeTrue();
        (await again.UnitOfWork.SaveAsync()).Errors.Single().Code.Should().Be("AlreadyExists");
    }

    [SkippableFact]
    public async Task Import_WritesTheTenantIntoEveryRow()
    {
        var host = await HostAsync<TenantContext>(s => s.Scope = s_one);
        foreach (var scope in new[] { s_one, s_two })
        {
            await using var work = host.Work(scope);
            var customer = await work.RegisterAsync();
            var rows = new[] { new ImportedPurchase(customer, new NodaTime.LocalDate(2026, 5, 1), 1, Known.Eur(10)) { OrderId = "A" } }.ToAsyncEnumerable();
            (await work.Orders.ImportAsync("shop", rows)).Value.Orders.Should().Be(1, "the same order of another tenant is no repetition");
        }

        await using var reader = host.Work(s_one);
        (await reader.Context.Set<Order>().CountAsync()).Should().Be(1);
        (await reader.Context.Set<PurchaseFact>().CountAsync()).Should().Be(1);
        (await reader.Context.Set<OrderLine>().CountAsync()).Should().Be(1);
        (await reader.Context.Set<TimelineEntry>().CountAsync(e => e.Kind == "order-placed")).Should().Be(1);
        (await reader.Context.Set<EfCore.Saving.AuditEntry>().CountAsync(e => e.AggregateType == "PurchaseImport")).Should().Be(1);
    }

    private static async Task ShouldBeRefusedAsync(CrmWork<TenantContext> work)
    {
        var save = () => work.Context.SaveChangesAsync();
        await save.Should().ThrowAsync<InvalidOperationException>().WithMessage("*another tenant*");
    }

    private static async Task<CustomerId> RegisterAsync(CrmTestHost<TenantContext> host, CrmScope scope)
    {
        await using var work = host.Work(scope);
        return await work.RegisterAsync(Known.Anna);
    }
}
