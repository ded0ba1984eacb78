using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Overview;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Persistence.Specification.Infrastructure;
using NodaTime;

namespace Crm.Persistence.Specification.Privacy;

/// <summary>Who read which customer, where the host wants to know.</summary>
public abstract class AccessLogSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    public async Task Reading_OneCustomer_IsNotedWhereTheHostWantsIt()
    {
        var host = await HostAsync(s => s.Crm = o => o.LogsAccess = true);
        CustomerId anna, other;
        await using (var work = host.Work())
        {
            (anna, other) = (await work.RegisterAsync(Known.Anna), await work.RegisterAsync());
            (await work.Customers.ListAsync(new CustomerCriteria())).Items.Should().HaveCount(2);
            (await work.Get<CustomerOverviews>().FindAsync(anna)).Should().NotBeNull();
            host.Clock.Advance(Duration.FromMinutes(1));
            (await work.Get<PrivacyOffice>().ExportAsync(anna)).Succeeded.Should().BeTrue();
        }

        host.Clock.Advance(Duration.FromMinutes(1));
        await using (var portal = host.Work(new CrmScope(Actor.PortalCustomer("p-1", [anna.ToSubject()]))))
        {
            (await portal.Customers.FindAsync(anna)).Should().NotBeNull();
            (await portal.Customers.FindAsync(other)).Should().BeNull();
            (await portal.Get<AccessTrail>().OfAsync(anna)).Errors.Single().Code.Should().Be("ActNotAllowed");
        }

        await using var desk = host.Work();
        var trail = desk.Get<AccessTrail>();
        (await trail.OfAsync(anna)).Value.Items.Select(a => (a.Act, a.ActorId)).Should().Equal(("customers.find", "p-1"), ("privacy.export", "ada"), ("overview.find", "ada"));
        (await trail.OfAsync(other)).Value.Items.Should().BeEmpty("what was refused was not read");
        (await trail.OfAsync(CustomerId.New(host.Clock.Now))).Errors.Single().Code.Should().Be("CustomerNotFound");
        var first = (await trail.OfAsync(anna, new PageRequest { Take = 2 })).Value;
        (await trail.OfAsync(anna, new PageRequest { Take = 2, After = first.Next })).Value.Items.Single().Act.Should().Be("overview.find");
        (await desk.Merger.MergeAsync(other, anna)).Succeeded.Should().BeTrue();
        (await trail.OfAsync(anna)).Value.Items.Should().HaveCount(3, "they follow the customer");
    }

    [SkippableFact]
    public async Task Reading_WhereTheHostDoesNotWantIt_LeavesNothing()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var anna = await work.RegisterAsync(Known.Anna);
        (await work.Customers.FindAsync(anna)).Should().NotBeNull();
        (await work.Get<PrivacyOffice>().ExportAsync(anna)).Succeeded.Should().BeTrue();
        (await work.Get<AccessTrail>().OfAsync(anna)).Value.Items.Should().BeEmpty();
    }
}
