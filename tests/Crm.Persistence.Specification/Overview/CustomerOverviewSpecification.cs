using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.CustomFields;
using Crm.Domain.Interactions;
using Crm.Domain.Orders;
using Crm.Domain.Overview;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Sales;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Overview;

/// <summary>One call reads everything around a customer, whatever there is of it, and shows what the reader may see.</summary>
public abstract class CustomerOverviewSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    [Trait("Check", "CM-01")]
    public async Task Find_Person_ShowsEveryArea()
    {
        var host = await HostAsync();
        var anna = await TellAsync(host, Known.Anna, 2);
        await using var work = host.Work();

        var seen = (await work.Get<CustomerOverviews>().FindAsync(anna))!;

        seen.Customer.Should().BeEquivalentTo(CustomerProfile.Of((await work.Customers.FindAsync(anna))!));
        seen.Customer.ContactPoints.Select(p => p.Value).Should().Equal("anna.rossi@example.com", "+390212345678");
        seen.Customer.References.Should().Equal(new ExternalReference("shop", "1001"));
        seen.Consents.Select(c => (c.Purpose, c.Channel, c.Standing)).Should().Equal((Purposes.Marketing, Channels.Email, ConsentStanding.Granted), (Purposes.Marketing, Channels.Phone, ConsentStanding.Granted));
        seen.Memberships.Select(m => (m.Organisation, m.Role, m.IsPrimary)).Should().Equal(("Firm 0", "Buyer", true), ("Firm 1", "Buyer", false));
        seen.People.Should().BeNull();
        seen.OpenCases!.Items.Select(c => c.Subject).Should().Equal("Broken 1", "Broken 0");
        seen.Orders.Should().HaveCount(2);
        seen.Purchases.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new PurchaseTotal(Known.Eur(30), 2, 1, seen.Orders![0].PurchasedOn, seen.Orders[0].PurchasedOn), "two orders of two at ten, one piece back");
        seen.Contacts.ByChannel.Select(c => (c.Channel, c.Direction, c.Count)).Should().BeEquivalentTo([(Channels.Phone, Direction.Inbound, 2), (Channels.Email, Direction.Outbound, 2)]);
        seen.Timeline.Items.Select(t => t.Kind).Should().Contain(["case-opened", "customer-created"]);
    }

    [SkippableFact]
    public async Task Find_Organisation_ShowsItsPeople()
    {
        var host = await HostAsync();
        await TellAsync(host, Known.Anna, 1);
        await using var work = host.Work();
        var firm = (await work.Customers.ListAsync(new CustomerCriteria { Text = "firm" })).Items.Single().Id;

        var seen = (await work.Get<CustomerOverviews>().FindAsync(firm))!;

        seen.People!.Items.Select(p => p.DisplayName).Should().Equal("Anna Rossi");
        seen.Memberships.Should().BeEmpty();
        seen.Purchases.Should().BeEmpty();
        seen.Contacts.ByChannel.Should().BeEmpty();
    }

    [SkippableFact]
    [Trait("Check", "SF-05")]
    public async Task Find_Customer_ShowsItsOpenDealsToStaffAlone()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var anna = await work.RegisterAsync();
        (await work.Get<Pipelines>().CreateAsync(PipelineDefinition.Standard)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        var (open, won) = ((await work.Get<SalesPipeline>().OpenAsync(new OpportunityDetails(anna, "Open"))).Value, (await work.Get<SalesPipeline>().OpenAsync(new OpportunityDetails(anna, "Won"))).Value);
        (await work.Get<SalesPipeline>().WinAsync(won.Id)).Succeeded.Should().BeTrue();
        await work.SaveAsync();

        (await work.Get<CustomerOverviews>().FindAsync(anna))!.OpenOpportunities!.Items.Select(o => o.Id).Should().Equal(open.Id);
        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("p-1", [anna.ToSubject()])));
        (await portal.Get<CustomerOverviews>().FindAsync(anna))!.OpenOpportunities.Should().BeNull();
    }

    [SkippableFact]
    public async Task Find_NumberOfCommands_DoesNotGrowWithTheData()
    {
        var commands = new SeenCommands();
        var host = await HostAsync(s => s.Options = o => o.AddInterceptors(commands));
        var bare = await TellAsync(host, new NewCustomer { Name = new PersonName("Bare", "Person") }, 0);
        var small = await TellAsync(host, Known.Anna with { References = [] }, 1);
        var large = await TellAsync(host, new NewCustomer { Name = new PersonName("Large", "Person") }, 12);
        var counts = new List<int>();
        foreach (var customer in new[] { bare, small, large })
        {
            await using var work = host.Work();
            commands.Clear();
            (await work.Get<CustomerOverviews>().FindAsync(customer)).Should().NotBeNull();
            counts.Add(commands.Commands.Count);
        }

        counts.Should().OnlyContain(c => c == counts[0]).And.OnlyContain(c => c <= 23);
    }

    [SkippableFact]
    public async Task Find_PortalCustomer_SeesItsOwnWithoutNotesOfStaff()
    {
        var host = await HostAsync();
        var mine = await TellAsync(host, Known.Anna, 1);
        var theirs = await TellAsync(host, new NewCustomer { Name = new PersonName("Bob", "Other") }, 1);
        await using (var work = host.Work())
        {
            var customer = (await work.Customers.FindAsync(mine))!;
            customer.AddTag("difficult", host.Clock.Now);
            (await work.Get<CustomFieldCatalog>().DefineAsync(SubjectKinds.Customer, "tier", FieldType.Text)).Succeeded.Should().BeTrue();
            (await work.Get<CustomerFields>().SetAsync(mine, "tier", CustomValue.OfText("trying"))).Succeeded.Should().BeTrue();
            await work.History.RecordAsync(new ContactDetails(mine, Channels.Letter, Direction.Inbound, "Internal letter") { Audience = Audience.Internal });
            await work.SaveAsync();
        }

        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("p-1", [new SubjectReference(SubjectKinds.Customer, mine.Value)])));
        var seen = (await portal.Get<CustomerOverviews>().FindAsync(mine))!;

        seen.Customer.Tags.Should().BeEmpty();
        seen.Customer.Stage.Should().BeNull();
        seen.Customer.CustomFields.Should().BeEmpty();
        seen.Contacts.ByChannel.Should().NotContain(c => c.Channel == Channels.Letter);
        seen.Consents.Should().ContainSingle().Which.Decisive.Should().BeNull("it names who of the staff recorded it");
        seen.Timeline.Items.Should().OnlyContain(t => t.Audience == Audience.Customer || t.Audience == Audience.Public);
        seen.OpenCases!.Items.Should().ContainSingle();
        (await portal.Get<CustomerOverviews>().FindAsync(theirs)).Should().BeNull();
        await using var guest = host.Work(new CrmScope(Actor.Guest));
        (await guest.Get<CustomerOverviews>().FindAsync(mine)).Should().BeNull();
        await using var staff = host.Work();
        (await staff.Get<CustomerOverviews>().FindAsync(mine))!.Customer.CustomFields.Select(f => (f.Key, f.Value)).Should().Equal(("tier", CustomValue.OfText("trying")));
    }

    [SkippableFact]
    public async Task Find_AreaNotMapped_IsLeftOut()
    {
        var none = await HostAsync<NoAreaContext>();
        await using var work = none.Work();
        var seen = (await work.Get<CustomerOverviews>().FindAsync(await work.RegisterAsync(Known.Anna)))!;
        seen.OpenCases.Should().BeNull();
        seen.Orders.Should().BeNull();
        seen.Purchases.Should().BeNull();
        seen.Timeline.Items.Should().ContainSingle();

        var orders = await HostAsync<OrdersOnlyContext>();
        await using var other = orders.Work();
        var withOrders = (await other.Get<CustomerOverviews>().FindAsync(await other.RegisterAsync(Known.Anna)))!;
        withOrders.OpenCases.Should().BeNull();
        withOrders.Orders.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Find_UnknownOrOfAnotherTenant_FindsNothing()
    {
        var host = await HostAsync<TenantContext>(s => s.Scope = s.Scope with { TenantId = "one" });
        await using var one = host.Work();
        var id = await one.RegisterAsync(Known.Anna);
        (await one.Get<CustomerOverviews>().FindAsync(id)).Should().NotBeNull();
        (await one.Get<CustomerOverviews>().FindAsync(CustomerId.New(host.Clock.Now))).Should().BeNull();
        await using var two = host.Work(new CrmScope(Actor.Agent("bob")) { TenantId = "two" });
        (await two.Get<CustomerOverviews>().FindAsync(id)).Should().BeNull();
    }

    private static async Task<CustomerId> TellAsync(CrmTestHost<SpecificationContext> host, NewCustomer customer, int size)
    {
        await using var work = host.Work();
        var id = await work.RegisterAsync(customer);
        var sku = $"k-{id}";
        await work.AddProductAsync(sku, 10);
        foreach (var channel in new[] { Channels.Email, Channels.Phone }.Take(size))
        {
            (await work.Get<ConsentDesk>().RecordAsync(new ConsentDetails(id, Purposes.Marketing, channel, ConsentStatus.Granted, "form"))).Succeeded.Should().BeTrue();
        }

        for (var i = 0; i < size; i++)
        {
            var firm = await work.RegisterAsync(new NewCustomer { OrganisationName = $"Firm {i}" });
            (await work.Get<CustomerRelations>().JoinAsync(id, new MembershipDetails(firm, "Buyer"))).Succeeded.Should().BeTrue();
            var order = (await work.Orders.PlaceAsync(new NewOrder(id, [new NewOrderLine(sku, 2)]))).Value;
            (await work.Desk.OpenAsync(new CaseDetails(id, $"Broken {i}"))).Succeeded.Should().BeTrue();
            (await work.History.RecordAsync(new ContactDetails(id, Channels.Phone, Direction.Inbound, "Call") { Audience = Audience.Customer })).Succeeded.Should().BeTrue();
            (await work.History.RecordAsync(new ContactDetails(id, Channels.Email, Direction.Outbound, "Mail") { Audience = Audience.Customer })).Succeeded.Should().BeTrue();
            host.Clock.Advance(NodaTime.Duration.FromSeconds(1));
            await work.SaveAsync();
            if (i == 0)
            {
                (await work.Orders.DeliverAsync(order.Id, [new(1, 1)])).Succeeded.Should().BeTrue();
                (await work.Orders.ReturnAsync(order.Id, 1, 1)).Succeeded.Should().BeTrue();
                await work.SaveAsync();
            }
        }

        return id;
    }
}
