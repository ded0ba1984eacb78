using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.SelfService;
using Crm.Domain.Service;
using Crm.Domain.Time;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/customer-portal-records.md says.</summary>
public sealed class PortalRecordsGuideTests
{
    [Fact]
    [Trait("Check", "PO-03")]
    [Trait("Check", "PO-05")]
    public async Task Customer_OrdersReportsAndDates_ByItself()
    {
        await using var host = await GuideHost<CrmDbContext>.StartAsync(PortalRecordsGuide.Settle);
        var customer = (await host.Get<CustomerDirectory>().RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi") })).Value.Id;
        (await host.Get<Products>().AddAsync("kettle", "Kettle", new Money(30, Currency.Eur))).Errors.Should().BeEmpty();
        var hours = ServiceHours.Of(BusinessHours.In("Etc/UTC").OnWeekdays("08:00-17:00").Build());
        (await host.Get<Technicians>().RegisterAsync("ada", new TechnicianProfile("Ada", hours))).Errors.Should().BeEmpty();
        var now = host.Clock.Now;
        var visit = (await host.Get<FieldService>().RequestAsync(new VisitDetails(customer, "Leak", new PostalAddress("Via Roma 1", null, "00184", "Roma", null, Country.FromCode("IT")), now, now + Duration.FromDays(7)))).Value.Id;
        await host.SaveAsync();

        await using var portal = host.As(Actor.PortalCustomer("account-1", [customer.ToSubject()], "Anna Rossi"));
        var services = portal.ServiceProvider;
        var order = (await PortalRecordsGuide.OrderAsync(services.GetRequiredService<PortalOrders>(), customer, "basket-1", new Money(60, Currency.Eur))).Value;
        await SaveAsync();
        (await PortalRecordsGuide.ReportAsync(services.GetRequiredService<PortalCases>(), customer, order, "It leaks", "Since today")).Errors.Should().BeEmpty();
        await SaveAsync();
        (await PortalRecordsGuide.DateAsync(services.GetRequiredService<PortalVisits>(), visit)).Value.Start.Should().Be(now + Duration.FromDays(2));
        await SaveAsync();
        (await PortalRecordsGuide.LogAsync(services.GetRequiredService<PortalActivity>(), customer)).Should()
            .Contain("order-placed by you").And.Contain("case-opened by you").And.Contain("visit-booked by you").And.Contain("customer-created by Agent");

        async Task SaveAsync() => (await services.GetRequiredService<ICrmUnitOfWork>().SaveAsync()).ThrowIfFailed();
    }
}
