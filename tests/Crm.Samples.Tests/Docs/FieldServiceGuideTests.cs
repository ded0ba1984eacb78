using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/field-service.md says.</summary>
public sealed class FieldServiceGuideTests
{
    [Fact]
    [Trait("Check", "SC-20")]
    public async Task Visit_FromRequestToReport_AndAPlan()
    {
        await using var host = await GuideHost<CrmDbContext>.StartAsync(o => o.BusinessTimeZone = "Europe/Rome");
        var anna = (await host.Get<CustomerDirectory>().RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi") })).Value.Id;
        var ada = await FieldServiceGuide.RegisterAsync(host.Get<Technicians>());
        var about = (await host.Get<ServiceDesk>().OpenAsync(new CaseDetails(anna, "Boiler leaks"))).Value.Id;
        await host.SaveAsync();
        var visit = await FieldServiceGuide.RequestAsync(host.Get<FieldService>(), anna, about);
        await host.SaveAsync();
        (await FieldServiceGuide.BookAsync(host.Get<VisitDispatch>(), host.Get<FieldService>(), host.Get<ICrmUnitOfWork>(), visit.Id)).Succeeded.Should().BeTrue();
        (visit.Status, visit.Booking!.TechnicianId, visit.Booking.PlannedTravel > Duration.Zero).Should().Be((VisitStatus.Scheduled, ada, true));
        (await FieldServiceGuide.InviteAsync(host.Get<VisitCalendar>(), visit.Id)).Should().Contain($"UID:{visit.Id}").And.Contain("SEQUENCE:0");
        host.Clock.Now = visit.Booking.PlannedStart;
        await FieldServiceGuide.WorkAsync(host.Get<FieldService>(), visit.Id, host.SaveAsync);
        visit.Status.Should().Be(VisitStatus.Done);

        var next = await FieldServiceGuide.RequestAsync(host.Get<FieldService>(), anna, about);
        await host.SaveAsync();
        (await FieldServiceGuide.PlanAsync(host.Get<VisitDispatch>(), new LocalDate(2026, 6, 3))).Should().BeEmpty();
        next.Status.Should().Be(VisitStatus.Scheduled);
    }

    [Fact]
    public async Task Travel_IsTheHosts()
    {
        var services = new ServiceCollection();
        FieldServiceGuide.Register(services);
        var (a, b) = (new PlanPoint(1, 2), new PlanPoint(3, 4));
        var travel = await services.BuildServiceProvider().GetRequiredService<IVisitTravel>().PrepareAsync([a, b], default);
        (travel(a, b), travel(a, new PlanPoint(9, 9))).Should().Be((25d, double.PositiveInfinity));
    }
}
