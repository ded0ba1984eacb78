using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Orders;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Saving;

/// <summary>One act of every area carried through front door, store, interceptor and back.</summary>
public abstract class WholeWalkSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    public async Task Customer_RoundTripsWithAllParts()
    {
        var host = await HostAsync();
        CustomerId id;
        await using (var work = host.Work())
        {
            id = await work.RegisterAsync(Known.Anna);
        }

        await using var again = host.Work();
        var found = (Person)(await again.Customers.FindAsync(id))!;
        found.Name.Should().Be(new PersonName("Anna", "Rossi"));
        found.DisplayName.Should().Be("Anna Rossi");
        found.Language.Should().Be(LanguageTag.Parse("it"));
        found.CreatedAt.Should().Be(host.Clock.Now);
        found.ContactPoints.Select(p => (p.Kind, p.Value, p.IsPrimary)).Should().BeEquivalentTo(
            [(ContactPointKind.Email, "anna.rossi@example.com", true), (ContactPointKind.Phone, "+390212345678", true)]);
        found.Addresses.Single().Address.City.Should().Be("Milano");
        found.References.Single().ToReference().Should().Be(new ExternalReference("shop", "1001"));
        found.PendingEvents.Should().BeEmpty();
        (await again.Customers.FindAsync(new ExternalReference("shop", "1001")))!.Id.Should().Be(id);
    }

    [SkippableFact]
    public async Task Story_LeavesAuditTimelineAndOutboxInOneTransaction()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var customer = await work.RegisterAsync(Known.Anna);
        await work.AddProductAsync("kettle", 49.90m, 20m);
        var order = (await work.Orders.PlaceAsync(new NewOrder(customer, [new NewOrderLine("kettle", 2)]))).Value;
        await work.SaveAsync();
        host.Clock.Advance(NodaTime.Duration.FromHours(1));
        var item = (await work.Knowledge.WriteAsync(new KnowledgeContent("Kettle does not heat", "Unplug it **first**.", LanguageTag.Parse("en")), Audience.Public)).Value;
        (await work.Knowledge.PublishAsync(item.Id)).Succeeded.Should().BeTrue();
        var call = (await work.History.RecordAsync(new ContactDetails(customer, Channels.Phone, Direction.Inbound, "Kettle stays cold"))).Value;
        var opened = (await work.Desk.OpenAsync(new CaseDetails(customer, "Kettle stays cold")
        {
            OrderId = order.Id, OrderLine = 1, Sku = "kettle", Channel = Channels.Phone, ViewedArticles = [item.Id], Description = "It does nothing.",
        })).Value;
        await work.SaveAsync();
        host.Clock.Advance(NodaTime.Duration.FromHours(1));
        (await work.Desk.ReplyAsync(opened.Id, "Please unplug it.")).Succeeded.Should().BeTrue();
        (await work.Desk.ResolveAsync(opened.Id, "Unplugged.")).Succeeded.Should().BeTrue();
        (await work.Orders.DeliverAsync(order.Id, [new(1, 2)])).Succeeded.Should().BeTrue();
        (await work.Orders.ReturnAsync(order.Id, 1, 1)).Succeeded.Should().BeTrue();
        await work.SaveAsync();

        await using var again = host.Work();
        var stored = (await again.Desk.FindAsync(opened.Number))!;
        stored.Status.Should().Be(CaseStatus.Resolved);
        stored.ViewedArticles.Single().KnowledgeItemId.Should().Be(item.Id);
        stored.Messages.Select(m => m.Kind).Should().BeEquivalentTo([CaseMessageKind.FromCustomer, CaseMessageKind.PublicReply]);
        stored.OrderId.Should().Be(order.Id);
        var timeline = await again.History.TimelineAsync(stored.ToSubject());
        timeline.Items.Select(i => i.Kind).Should().Equal("case-status-changed", "case-replied", "case-opened");
        var facts = await again.Orders.HistoryAsync(customer);
        facts.Select(f => (f.Kind, f.Quantity, f.Amount)).Should().Equal(
            (PurchaseKind.Return, -1m, Known.Eur(-49.90m)), (PurchaseKind.Sale, 2m, Known.Eur(99.80m)));
        facts[0].Cost.Should().Be(Known.Eur(-20m));

        var audit = await again.Context.Set<AuditEntry>().Where(a => a.AggregateId == opened.Id.Value).OrderBy(a => a.Id).ToListAsync();
        audit.Should().HaveCount(2);
        audit[1].Acts.Should().Be("service.case-replied service.case-status-changed");
        audit[1].ActorName.Should().Be("Ada Agent");
        audit[1].Changes.Should().Contain("\"Status\":[\"new\",\"resolved\"]").And.Contain("Unplugged.");
        var events = await again.Context.Set<OutboxMessage>().Where(m => m.AggregateId == opened.Id.Value).OrderBy(m => m.AggregateVersion).ToListAsync();
        events.Select(e => (e.EventName, e.AggregateVersion)).Should().Equal(
            ("service.case-opened", 1L), ("service.case-replied", 2L), ("service.case-status-changed", 3L));
        call.CustomerId.Should().Be(customer);
    }
}
