using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Saving;

/// <summary>The audit says who changed which field of what, when, why, from what and to what.</summary>
[Trait("Check", "XC-02")]
public abstract class AuditSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    public async Task Rename_SaysWhoWhenWhyOldAndNew()
    {
        var host = await EmbeddedAsync();
        CustomerId id;
        await using (var work = host.Work())
        {
            id = await work.RegisterAsync(Known.Anna);
        }

        host.Clock.Advance(Duration.FromHours(3));
        await using (var work = host.Work(new CrmScope(Actor.Agent("bob", "Bob Bauer")) { CorrelationId = "mail-7", Reason = "She married" }))
        {
            (await work.Customers.RenameAsync(id, new PersonName("Anna", "Bianchi", "Dr."))).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        var entry = (await Traces.OfAsync(host, id.Value)).Audit[^1];
        (entry.ActorKind, entry.ActorId, entry.ActorName).Should().Be((ActorKind.Agent, "bob", "Bob Bauer"));
        (entry.CorrelationId, entry.Reason, entry.At).Should().Be(("mail-7", "She married", host.Clock.Now));
        (entry.AggregateType, entry.AggregateVersion, entry.Acts).Should().Be((nameof(Person), 7L, "customers.customer-renamed"));
        ShouldChange(
            entry,
            ("DisplayName", "Anna Rossi", "Dr. Anna Bianchi"),
            ("NameFolded", "anna rossi", "dr. anna bianchi"),
            ("Name.Family", "Rossi", "Bianchi"),
            ("Name.Prefix", null, "Dr."));
    }

    [SkippableFact]
    public async Task Register_SaysEveryFieldAndPart()
    {
        var host = await EmbeddedAsync();
        await using var work = host.Work();
        var customer = (await work.Customers.RegisterAsync(Known.Anna)).Value;
        await work.SaveAsync();
        var entry = (await Traces.OfAsync(host, customer.Id.Value)).Audit.Single();
        entry.Changes.Should().Contain("\"Name.Given\":\"Anna\"", "what is new has no value before it");
        entry.Changes.Split($"\"ContactPoint:{customer.ContactPoints[0].Id}\":{{").Should().HaveCount(2, "a part is named once");
        var changes = Traces.ChangesOf(entry);
        changes["Name.Given"].Should().Equal(null, "Anna");
        changes["Language"].Should().Equal(null, "it");
        changes["CreatedAt"].Should().Equal(null, "2026-06-01T08:00:00Z");
        changes[$"ContactPoint:{customer.ContactPoints[0].Id}.Value"].Should().Equal(null, "anna.rossi@example.com");
        changes[$"ContactPoint:{customer.ContactPoints[0].Id}.IsPrimary"].Should().Equal(null, "true");
        changes[$"CustomerAddress:{customer.Addresses[0].Id}.Address.City"].Should().Equal(null, "Milano");
        changes[$"CustomerAddress:{customer.Addresses[0].Id}.Address.Country"].Should().Equal(null, "IT");
        changes["CustomerReference:shop/1001.System"].Should().Equal(null, "shop");
        changes["CustomerReference:shop/1001.Value"].Should().Equal(null, "1001");
        changes.Keys.Should().NotContain(k => k.EndsWith("Version", StringComparison.Ordinal) || k.EndsWith("CustomerId", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Parts_AddedChangedRemoved_AreSaidUnderTheirAggregate()
    {
        var host = await EmbeddedAsync();
        await using var work = host.Work();
        var customer = (await work.Customers.RegisterAsync(Known.Anna)).Value;
        await work.SaveAsync();
        var first = customer.ContactPoints.Single(p => p.Kind == ContactPointKind.Email);
        host.Clock.Advance(Duration.FromMinutes(1));
        (await work.Customers.AddEmailAsync(customer.Id, EmailAddress.Parse("second@example.com"))).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        var second = customer.ContactPoints.Single(p => p.Value == "second@example.com");
        host.Clock.Advance(Duration.FromMinutes(1));
        customer.RemoveContactPoint(first.Id, host.Clock.Now);
        await work.SaveAsync();

        var audit = (await Traces.OfAsync(host, customer.Id.Value)).Audit;
        audit.Should().HaveCount(3).And.OnlyContain(a => a.AggregateType == nameof(Person));
        ShouldChange(
            audit[1],
            ($"ContactPoint:{second.Id}.Value", null, "second@example.com"),
            ($"ContactPoint:{second.Id}.Key", null, "second@example.com"),
            ($"ContactPoint:{second.Id}.Kind", null, "Email"),
            ($"ContactPoint:{second.Id}.Use", null, "Unspecified"),
            ($"ContactPoint:{second.Id}.IsPrimary", null, "false"));
        ShouldChange(
            audit[2],
            ($"ContactPoint:{first.Id}.Value", "anna.rossi@example.com", null),
            ($"ContactPoint:{first.Id}.Key", "anna.rossi@example.com", null),
            ($"ContactPoint:{first.Id}.Kind", "Email", null),
            ($"ContactPoint:{first.Id}.Use", "Unspecified", null),
            ($"ContactPoint:{first.Id}.IsPrimary", "true", null),
            ($"ContactPoint:{second.Id}.IsPrimary", "false", "true"));
        await using var again = host.Work();
        (await again.Customers.FindAsync(customer.Id))!.ContactPoints.Where(p => p.Kind == ContactPointKind.Email).Should().ContainSingle();
    }

    [SkippableFact]
    public async Task ReplacedAddress_SaysOnlyTheChangedFields()
    {
        var host = await EmbeddedAsync();
        CustomerId id;
        await using (var work = host.Work())
        {
            id = await work.RegisterAsync(Known.Anna);
        }

        await using (var work = host.Work())
        {
            var customer = (await work.Customers.FindAsync(id))!;
            customer.SetAddress(AddressKind.Main, new PostalAddress("Via Roma 1", "Scala B", "20121", "Torino", null, Country.FromCode("IT")), host.Clock.Now);
            await work.SaveAsync();
            var address = customer.Addresses.Single().Id;
            ShouldChange(
                (await Traces.OfAsync(host, id.Value)).Audit[^1],
                ($"CustomerAddress:{address}.Address.Line2", null, "Scala B"),
                ($"CustomerAddress:{address}.Address.City", "Milano", "Torino"));
        }
    }

    [SkippableFact]
    public async Task Order_SaysMoneyInBothParts()
    {
        var host = await EmbeddedAsync();
        await using var work = host.Work();
        var customer = await work.RegisterAsync();
        await work.AddProductAsync("kettle", 49.90m);
        var order = (await work.Orders.PlaceAsync(new NewOrder(customer, [new NewOrderLine("kettle", 2.5m)]))).Value;
        await work.SaveAsync();
        var changes = Traces.ChangesOf((await Traces.OfAsync(host, order.Id.Value)).Audit.Single());
        changes["Total.Amount"].Should().Equal(null, "124.75");
        changes["Total.Currency"].Should().Equal(null, "EUR");
        changes["OrderLine:1.Quantity"].Should().Equal(null, "2.5");
        changes["OrderLine:1.UnitPrice.Amount"].Should().Equal(null, "49.9");
        changes.Should().NotContainKey("OrderLine:1.UnitCost.Amount");
    }

    [SkippableFact]
    public async Task Reprice_ToTheSamePrice_SaysNoChange()
    {
        var host = await EmbeddedAsync();
        await using var work = host.Work();
        await work.AddProductAsync("kettle", 49.90m);
        await using var again = host.Work();
        var product = (await again.Get<IProductStore>().FindAsync("kettle", default))!;
        product.Reprice(Known.Eur(49.9000m), host.Clock.Now);
        await again.SaveAsync();
        product.Reprice(Known.Eur(50m), host.Clock.Now);
        await again.SaveAsync();
        var audit = (await Traces.OfAsync(host, product.Id.Value)).Audit;
        audit.Should().HaveCount(3);
        ShouldChange(audit[1]);
        ShouldChange(audit[2], ("Price.Amount", "49.9", "50"));
    }

    [SkippableFact]
    public async Task HostsShadowColumn_OnAnAggregate_IsAudited()
    {
        var host = await EmbeddedAsync();
        await using var work = host.Work();
        var id = await work.RegisterAsync();
        var customer = (await work.Customers.FindAsync(id))!;
        work.Context.Entry(customer).Property(HostContext.LoyaltyTier).CurrentValue = "gold";
        (await work.Context.SaveChangesAsync()).Should().Be(1);
        var entry = (await Traces.OfAsync(host, id.Value)).Audit[^1];
        ShouldChange(entry, (HostContext.LoyaltyTier, null, "gold"));
        entry.Acts.Should().BeEmpty("a column of the host is no act of ours");
    }

    [SkippableFact]
    public async Task HostsShadowColumn_OnAPartAlone_IsAuditedUnderItsAggregate()
    {
        var host = await EmbeddedAsync();
        await using var work = host.Work();
        var id = await work.RegisterAsync(Known.Anna);
        var point = (await work.Customers.FindAsync(id))!.ContactPoints[0];
        work.Context.Entry(point).Property(HostContext.IsVerified).CurrentValue = true;
        (await work.Context.SaveChangesAsync()).Should().Be(1);
        var entry = (await Traces.OfAsync(host, id.Value)).Audit[^1];
        ShouldChange(entry, ($"ContactPoint:{point.Id}.{HostContext.IsVerified}", null, "true"));
        (entry.AggregateType, entry.AggregateVersion).Should().Be((nameof(Person), 6L));
    }

    [SkippableFact]
    public async Task Deleted_SaysEveryOldValue()
    {
        var host = await EmbeddedAsync();
        await using var work = host.Work();
        var id = await work.RegisterAsync(Known.Anna);
        work.Context.Remove((await work.Customers.FindAsync(id))!);
        (await work.Context.SaveChangesAsync()).Should().Be(5);
        var audit = (await Traces.OfAsync(host, id.Value)).Audit;
        audit.Should().HaveCount(2);
        var changes = Traces.ChangesOf(audit[^1]);
        changes["Name.Family"].Should().Equal("Rossi", null);
        changes["CustomerReference:shop/1001.Value"].Should().Equal("1001", null);
    }

    [SkippableFact]
    public async Task LongValue_IsCutWithoutSplittingACharacter()
    {
        var host = await EmbeddedAsync();
        await using var work = host.Work();
        var customer = await work.RegisterAsync();
        var body = string.Concat(Enumerable.Repeat("😀", 3000));
        var opened = (await work.Desk.OpenAsync(new Crm.Domain.Service.CaseDetails(customer, "Long") { Description = body })).Value;
        await work.SaveAsync();
        var change = Traces.ChangesOf((await Traces.OfAsync(host, opened.Id.Value)).Audit.Single())[$"CaseMessage:{opened.Messages[0].Id}.Body"][1]!;
        change.Length.Should().BeLessOrEqualTo(AuditEntry.MaxValueLength);
        change.Should().EndWith("😀…");
        await using var again = host.Work();
        (await again.Desk.FindAsync(opened.Id))!.Messages.Single().Body.Should().Be(body);
    }

    [SkippableFact]
    public async Task ScopeTexts_ThatNoDatabaseTakes_AreCleanedAndCut()
    {
        var host = await EmbeddedAsync();
        await using var work = host.Work(new CrmScope(Actor.System("job")) { CorrelationId = "a\0b", Reason = new string('r', 500) + "\ud800" });
        var id = await work.RegisterAsync();
        var entry = (await Traces.OfAsync(host, id.Value)).Audit.Single();
        entry.CorrelationId.Should().NotContain("\0").And.StartWith("a");
        entry.Reason.Should().HaveLength(200).And.EndWith("…");
        entry.ActorKind.Should().Be(ActorKind.System);
    }

    private static void ShouldChange(AuditEntry entry, params (string Field, string? Before, string? After)[] expected) =>
        Traces.ChangesOf(entry).Select(c => (c.Key, c.Value[0], c.Value[1])).Should().BeEquivalentTo(expected);
}
