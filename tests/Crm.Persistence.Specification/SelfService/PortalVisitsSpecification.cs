using System.Collections.Concurrent;
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.SelfService;
using Crm.Domain.Service;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Persistence.Specification.Service;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.SelfService;

/// <summary>Customers date their visits themselves: from what is free, in time, and of two one wins.</summary>
[Trait("Check", "PO-08")]
[Trait("Check", "SC-20")]
public abstract class PortalVisitsSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    public async Task Visit_IsDatedMovedAndCalledOff_AtTimesThatAreFree()
    {
        var host = await HostAsync(s => s.Crm = o => o.BusinessTimeZone = "Europe/Rome");
        PortalRecords anna;
        await using (var work = host.Work())
        {
            anna = await PortalRecords.TellAsync(work);
            var ada = await work.TechnicianAsync(FieldWork.Profile("ada"));
            var other = await work.VisitAsync(FieldWork.Details(anna.Customer));
            (await work.Get<FieldService>().BookAsync(other.Id, new BookingRequest(ada, FieldWork.Rome(3, 9)) { Travel = Duration.Zero })).WithoutValue().ThrowIfFailed();
            await work.SaveAsync();
        }

        await using var portal = PortalRecords.Portal(host, anna.Customer);
        var door = portal.Get<PortalVisits>();
        var windows = (await door.WindowsAsync(anna.Visit, take: 200)).Value;
        windows.Should().BeInAscendingOrder(w => w.Start).And.OnlyHaveUniqueItems()
            .And.OnlyContain(w => w.Start >= host.Clock.Now + Duration.FromDays(1) && w.End - w.Start == Duration.FromHours(1), "a day's notice, an hour's work");
        windows.Select(w => w.Start).Should().Contain([FieldWork.Rome(3, 8), FieldWork.Rome(3, 10), FieldWork.Rome(3, 13, 30)])
            .And.NotContain([FieldWork.Rome(3, 8, 30), FieldWork.Rome(3, 9), FieldWork.Rome(3, 9, 30), FieldWork.Rome(3, 11, 30), FieldWork.Rome(3, 12)], "ada is booked, or at lunch");
        (await door.WindowsAsync(anna.Visit, FieldWork.Rome(4, 9), FieldWork.Rome(4, 10))).Value.Select(w => w.Start).Should().Equal(FieldWork.Rome(4, 9), FieldWork.Rome(4, 9, 30), FieldWork.Rome(4, 10));

        (await door.ChooseAsync(anna.Visit, FieldWork.Rome(3, 9, 30))).Errors.Single().Code.Should().Be("VisitTimeNotFree");
        (await door.ChooseAsync(anna.Visit, FieldWork.Rome(3, 10) + Duration.FromSeconds(1))).Errors.Single().Code.Should().Be("VisitTimeNotFree");
        (await door.ChooseAsync(anna.Visit, FieldWork.Rome(20, 10))).Errors.Single().Code.Should().Be("VisitTimeNotFree", "that is after the window");
        (await door.ChooseAsync(anna.Visit, host.Clock.Now + Duration.FromHours(3))).Errors.Single().Code.Should().Be("VisitChangeTooLate");
        (await door.ChooseAsync(anna.Visit, FieldWork.Rome(3, 10))).Value.Should().Match<CustomerVisit>(v => v.Status == VisitStatus.Scheduled && v.Start == FieldWork.Rome(3, 10) && v.End == FieldWork.Rome(3, 11));
        await portal.SaveAsync();
        (await door.WindowsAsync(anna.Visit, take: 200)).Value.Select(w => w.Start).Should().Contain([FieldWork.Rome(3, 10), FieldWork.Rome(3, 10, 30)], "one's own time is no hindrance");
        (await door.ChooseAsync(anna.Visit, FieldWork.Rome(4, 14))).Value.Start.Should().Be(FieldWork.Rome(4, 14));
        await portal.SaveAsync();
        (await door.FindAsync(anna.VisitNumber))!.Start.Should().Be(FieldWork.Rome(4, 14));

        host.Clock.Now = FieldWork.Rome(3, 15);
        (await door.ChooseAsync(anna.Visit, FieldWork.Rome(5, 9))).Errors.Single().Code.Should().Be("VisitChangeTooLate");
        (await door.CancelAsync(anna.Visit, "Sold")).Errors.Single().Code.Should().Be("VisitChangeTooLate");
        host.Clock.Now = FieldWork.Rome(3, 13);
        (await door.CancelAsync(anna.Visit, " ")).Errors.Single().Code.Should().Be("InvalidValue");
        (await door.CancelAsync(anna.Visit, "Sold")).Value.Status.Should().Be(VisitStatus.Cancelled);
        await portal.SaveAsync();
        (await door.CancelAsync(anna.Visit, "Sold")).Errors.Single().Code.Should().Be("VisitTransitionNotAllowed");
        (await door.ChooseAsync(anna.Visit, FieldWork.Rome(5, 9))).Errors.Single().Code.Should().Be("VisitTransitionNotAllowed");
        (await door.WindowsAsync(anna.Visit)).Errors.Single().Code.Should().Be("VisitTransitionNotAllowed");
    }

    [SkippableFact]
    public async Task OneFreeTime_ChosenByManyAccountsAtOnce_IsOnes()
    {
        var host = await HostAsync(s => s.Crm = o => o.BusinessTimeZone = "Europe/Rome");
        var visits = new List<(CustomerId Customer, ServiceVisitId Visit)>();
        await using (var work = host.Work())
        {
            await work.TechnicianAsync(FieldWork.Profile("ada"));
            for (var i = 0; i < 8; i++)
            {
                var customer = await work.RegisterAsync();
                visits.Add((customer, (await work.VisitAsync(FieldWork.Details(customer))).Id));
            }
        }

        var outcomes = new ConcurrentBag<string>();
        await Task.WhenAll(visits.Select(v => Task.Run(async () =>
        {
            await using var portal = host.Work(new CrmScope(PortalRecords.Account(v.Customer, $"account-{v.Customer}")));
            var chosen = await portal.Get<PortalVisits>().ChooseAsync(v.Visit, FieldWork.Rome(3, 9));
            var saved = chosen.Succeeded ? await portal.UnitOfWork.SaveAsync() : chosen.WithoutValue();
            outcomes.Add(saved.Succeeded ? "chosen" : string.Join(' ', saved.Errors.Select(e => e.Code)));
            saved.Errors.Should().NotContain(e => e.Message.Contains("ada"), "customers are told no names");
        })));
        outcomes.Count(o => o == "chosen").Should().Be(1);
        outcomes.Where(o => o != "chosen").Should().OnlyContain(o => o == "VisitTimeNotFree");
        await using var check = host.Work();
        (await check.Context.Set<VisitBooking>().CountAsync()).Should().Be(1);
    }
}
