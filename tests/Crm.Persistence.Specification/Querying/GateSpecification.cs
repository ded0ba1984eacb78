using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;

namespace Crm.Persistence.Specification.Querying;

/// <summary>Portal customers and guests see what is theirs, and what is not theirs looks like what is not there.</summary>
public abstract class GateSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    public async Task PortalCustomer_EveryRead_SeesItsOwnOnly()
    {
        var host = await HostAsync();
        var mine = await TellAsync(host, "mine");
        var theirs = await TellAsync(host, "theirs");
        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("p-1", [Subject(mine.Customer)])));

        (await portal.Customers.FindAsync(mine.Customer)).Should().NotBeNull();
        (await portal.Customers.FindAsync(new ExternalReference("shop", "mine"))).Should().NotBeNull();
        (await portal.Customers.ListAsync(new CustomerCriteria())).Items.Select(c => c.Id).Should().Equal(mine.Customer);
        (await portal.Customers.ListAsync(new CustomerCriteria { Text = "ltd" })).Items.Should().ContainSingle();
        (await portal.Get<CustomerCases>().FindAsync(mine.Case)).Should().NotBeNull();
        (await portal.Get<CustomerCases>().ListAsync()).Items.Select(c => c.Id).Should().Equal(mine.Case);
        (await portal.Desk.FindAsync(mine.Case)).Should().BeNull("the case itself has what staff wrote for staff");
        (await portal.Orders.FindAsync(mine.Order)).Should().NotBeNull();
        (await portal.Orders.OrdersAsync(mine.Customer)).Should().ContainSingle();
        (await portal.Orders.HistoryAsync(mine.Customer)).Should().ContainSingle();
        var timeline = (await portal.History.TimelineAsync(Subject(mine.Customer))).Items;
        timeline.Should().NotBeEmpty().And.OnlyContain(t => t.Audience == Audience.Customer || t.Audience == Audience.Public);
        timeline.Select(t => t.Kind).Should().Contain("case-opened").And.NotContain("case-noted");

        (await portal.Customers.FindAsync(theirs.Customer)).Should().BeNull();
        (await portal.Customers.FindAsync(new ExternalReference("shop", "theirs"))).Should().BeNull();
        (await portal.Customers.ListAsync(new CustomerCriteria { Text = "theirs" })).Items.Should().BeEmpty();
        (await portal.Get<CustomerCases>().FindAsync(theirs.Case)).Should().BeNull();
        (await portal.Get<CustomerCases>().FindAsync(theirs.Number)).Should().BeNull();
        (await portal.Get<CustomerCases>().ListAsync(theirs.Customer)).Items.Should().BeEmpty();
        (await portal.Orders.FindAsync(theirs.Order)).Should().BeNull();
        (await portal.Orders.OrdersAsync(theirs.Customer)).Should().BeEmpty();
        (await portal.Orders.HistoryAsync(theirs.Customer)).Should().BeEmpty();
        (await portal.History.TimelineAsync(Subject(theirs.Customer))).Items.Should().BeEmpty();
        (await portal.History.TimelineAsync(new SubjectReference(SubjectKinds.Case, theirs.Case.Value))).Items.Should().BeEmpty();
        (await portal.Knowledge.FindAsync(mine.Public)).Should().BeNull("drafts and internals are for staff");
        (await portal.Search.SearchAsync(new KnowledgeCriteria("kettle"))).Hits.Select(h => h.Title).Should().BeEquivalentTo("Public mine", "Public theirs", "Customer mine", "Customer theirs");
    }

    [SkippableFact]
    public async Task PortalCustomer_OfAnOrganisation_SeesItsCases()
    {
        var host = await HostAsync();
        var mine = await TellAsync(host, "mine");
        CustomerId organisation;
        ServiceCaseId joint;
        await using (var work = host.Work())
        {
            organisation = await work.RegisterAsync(new NewCustomer { OrganisationName = "Employer Ltd" });
            joint = (await work.Desk.OpenAsync(new CaseDetails(mine.Customer, "Joint") { OrganisationId = organisation })).Value.Id;
            await work.SaveAsync();
        }

        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("p-1", [Subject(organisation)])));
        (await portal.Get<CustomerCases>().FindAsync(joint)).Should().NotBeNull();
        (await portal.Get<CustomerCases>().FindAsync(mine.Case)).Should().BeNull();
        (await portal.Get<CustomerCases>().ListAsync()).Items.Select(c => c.Id).Should().Equal(joint);
    }

    [SkippableFact]
    public async Task Guest_SeesPublicKnowledgeOnly()
    {
        var host = await HostAsync();
        var told = await TellAsync(host, "mine");
        await using var guest = host.Work(new CrmScope(Actor.Guest));
        (await guest.Search.SearchAsync(new KnowledgeCriteria("kettle"))).Hits.Select(h => h.Title).Should().Equal("Public mine");
        (await guest.Search.ReadAsync(told.Public)).Should().NotBeNull();
        (await guest.Search.ReadAsync(told.Internal)).Should().BeNull();
        (await guest.Customers.ListAsync(new CustomerCriteria())).Items.Should().BeEmpty();
        (await guest.Desk.ListAsync(new CaseCriteria())).Items.Should().BeEmpty();
        (await guest.Get<CustomerCases>().ListAsync()).Items.Should().BeEmpty();
        (await guest.Customers.FindAsync(told.Customer)).Should().BeNull();
        (await guest.History.TimelineAsync(Subject(told.Customer))).Items.Should().BeEmpty();
        (await guest.Orders.HistoryAsync(told.Customer)).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Acts_OfThoseWhoMayNot_AreForbiddenAndChangeNothing()
    {
        var host = await HostAsync();
        var mine = await TellAsync(host, "mine");
        foreach (var actor in new[] { Actor.Guest, Actor.PortalCustomer("p-1", [Subject(mine.Customer)]), Actor.Partner("q-1", [Subject(mine.Customer)]) })
        {
            await using var work = host.Work(new CrmScope(actor));
            var before = await DatabaseState.ReadAsync(work.Context);
            IReadOnlyList<CrmError>[] refusals =
            [
                (await work.Customers.RegisterAsync(Known.Anna)).Errors,
                (await work.Customers.AddEmailAsync(mine.Customer, EmailAddress.Parse("x@example.com"))).Errors,
                (await work.History.RecordAsync(new ContactDetails(mine.Customer, Channels.Web, Direction.Inbound, "S"))).Errors,
                (await work.Desk.OpenAsync(new CaseDetails(mine.Customer, "S"))).Errors,
                (await work.Desk.CloseAsync(mine.Case)).Errors,
                (await work.Knowledge.ArchiveAsync(mine.Public)).Errors,
                (await work.Orders.CancelAsync(mine.Order)).Errors,
                (await work.Orders.ImportAsync("shop", AsyncEnumerable.Empty<ImportedPurchase>())).Errors,
            ];
            refusals.Should().AllSatisfy(r => r.Should().ContainSingle().Which.Code.Should().Be("ActNotAllowed"));
            await work.SaveAsync();
            (await DatabaseState.ReadAsync(work.Context)).Should().Equal(before);
        }
    }

    private static SubjectReference Subject(CustomerId customer) => new(SubjectKinds.Customer, customer.Value);

    private static async Task<(CustomerId Customer, ServiceCaseId Case, CaseNumber Number, OrderId Order, KnowledgeItemId Public, KnowledgeItemId Internal)> TellAsync(
        CrmTestHost<SpecificationContext> host, string name)
    {
        await using var work = host.Work();
        var customer = await work.RegisterAsync(new NewCustomer { OrganisationName = $"{name} Ltd", References = [new ExternalReference("shop", name)] });
        await work.AddProductAsync($"kettle-{name}", 10);
        var order = (await work.Orders.PlaceAsync(new NewOrder(customer, [new NewOrderLine($"kettle-{name}", 1)]))).Value;
        var opened = (await work.Desk.OpenAsync(new CaseDetails(customer, "Broken"))).Value;
        (await work.Desk.AddNoteAsync(opened.Id, "Internal note")).Succeeded.Should().BeTrue();
        var items = new Dictionary<Audience, KnowledgeItemId>();
        foreach (var audience in Enum.GetValues<Audience>())
        {
            var item = (await work.Knowledge.WriteAsync(new KnowledgeContent($"{audience} {name}", "About the kettle.", LanguageTag.Parse("en")), audience)).Value;
            (await work.Knowledge.PublishAsync(item.Id)).Succeeded.Should().BeTrue();
            items[audience] = item.Id;
        }

        await work.SaveAsync();
        return (customer, opened.Id, opened.Number, order.Id, items[Audience.Public], items[Audience.Internal]);
    }
}
