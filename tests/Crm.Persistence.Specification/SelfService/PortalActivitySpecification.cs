using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.SelfService;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using NodaTime;

namespace Crm.Persistence.Specification.SelfService;

/// <summary>A customer sees what was done in its name and by what kind of principal, page by page.</summary>
[Trait("Check", "PO-08")]
public abstract class PortalActivitySpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    public async Task Log_SaysWhoDidWhat_WithoutNamesOfStaff_AndGoesOnByKey()
    {
        var host = await HostAsync(s => s.Crm = o => o.LogsAccess = true);
        PortalRecords anna;
        await using (var work = host.Work())
        {
            anna = await PortalRecords.TellAsync(work);
            await PortalRecords.TellAsync(work, "Bob");
            host.Clock.Advance(Duration.FromMinutes(1));
            (await work.Customers.AddEmailAsync(anna.Customer, EmailAddress.Parse("anna@example.com"))).WithoutValue().ThrowIfFailed();
            await work.SaveAsync();
            host.Clock.Advance(Duration.FromMinutes(1));
            (await work.Care.TagAsync(anna.Customer, "xyzzy")).WithoutValue().ThrowIfFailed();
            await work.SaveAsync();
            host.Clock.Advance(Duration.FromMinutes(1));
            (await work.Customers.FindAsync(anna.Customer)).Should().NotBeNull();
        }

        host.Clock.Advance(Duration.FromMinutes(1));
        await using (var portal = PortalRecords.Portal(host, anna.Customer))
        {
            (await portal.Get<PortalCases>().OpenAsync(new(anna.Customer, "Mine"))).WithoutValue().ThrowIfFailed();
            await portal.SaveAsync();
        }

        host.Clock.Advance(Duration.FromMinutes(1));
        await using (var colleague = host.Work(new CrmScope(Actor.PortalCustomer("account-carl", [anna.Customer.ToSubject()], "Carl"))))
        {
            (await colleague.Get<PortalOrders>().PlaceAsync(new(anna.Customer, [new("tea", 1)]))).WithoutValue().ThrowIfFailed();
            await colleague.SaveAsync();
        }

        await using var reading = PortalRecords.Portal(host, anna.Customer);
        var all = (await reading.Get<PortalActivity>().PageAsync(anna.Customer)).Items;
        all.Take(4).Select(i => (i.Kind, i.By, i.IsOwn, i.Name)).Should().Equal(
            ("order-placed", ActorKind.PortalCustomer, false, "Carl"), ("case-opened", ActorKind.PortalCustomer, true, "Anna Rossi"),
            (PortalActivity.DataRead, ActorKind.Agent, false, null), (PortalActivity.DataChanged, ActorKind.Agent, false, null));
        all[3].Text.Should().Be(nameof(ContactPoint));
        all.Skip(4).Should().OnlyContain(i => i.By == ActorKind.Agent && i.Name == null).And.Contain(i => i.Kind == "customer-created").And.Contain(i => i.Kind == "subscription-started");
        all.Should().OnlyHaveUniqueItems(i => i.Id).And.NotContain(i => i.Text.Contains("xyzzy"));

        foreach (var take in new[] { 1, 2, 3, 7 })
        {
            List<PortalActivityItem> paged = [];
            PageKey? after = null;
            do
            {
                var page = await reading.Get<PortalActivity>().PageAsync(anna.Customer, new PageRequest { Take = take, After = after });
                page.Items.Should().HaveCountLessThanOrEqualTo(take);
                paged.AddRange(page.Items);
                after = page.Next;
            }
            while (after is not null);
            paged.Should().Equal(all);
        }
    }
}
