using System.Text.Json;
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.SelfService;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;

namespace Crm.Persistence.Specification.SelfService;

/// <summary>Every door of the portal against every kind of principal: what is not the account's own is not there, and nothing changes.</summary>
[Trait("Check", "PO-01")]
[Trait("Check", "PO-05")]
public abstract class PortalDoorsSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    [Trait("Check", "XC-03")]
    public async Task AttackCase01_And33_ForeignIds_LookLikeMissingOnes_AndNothingChanges()
    {
        var host = await HostAsync();
        PortalRecords anna, bob;
        await using (var work = host.Work())
        {
            (anna, bob) = (await PortalRecords.TellAsync(work), await PortalRecords.TellAsync(work, "Bob"));
        }

        var now = host.Clock.Now;
        Actor[] intruders =
        [
            Actor.Guest, PortalRecords.Account(bob.Customer, "account-bob"), Actor.PortalCustomer("account-none", []), Actor.Partner("partner", [anna.Customer.ToSubject()]),
            Actor.Agent("ada", "Ada"), Actor.System("job"),
        ];
        foreach (var actor in intruders)
        {
            await using var work = host.Work(new CrmScope(actor));
            var before = await DatabaseState.ReadAsync(work.Context);
            JsonSerializer.Serialize(await anna.ReadAsync(work.Services)).Should().Be(JsonSerializer.Serialize(await PortalRecords.Missing(now).ReadAsync(work.Services)), "{0} gets nothing", actor.Kind);
            var refusals = await anna.ActAsync(work.Services, now);
            refusals.Should().Equal(await PortalRecords.Missing(now).ActAsync(work.Services, now), "{0} is told what is told of nothing", actor.Kind);
            refusals.Values.Should().OnlyContain(code => code.EndsWith("NotFound", StringComparison.Ordinal));
            await work.SaveAsync();
            (await DatabaseState.ReadAsync(work.Context)).Should().Equal(before, "nothing changes by what {0} tries", actor.Kind);
        }
    }

    [SkippableFact]
    [Trait("Check", "XC-04")]
    public async Task AttackCase10_And11_AnotherTenant_FindsAndChangesNothing()
    {
        CrmScope Scope(string tenant, Actor actor) => new(actor) { TenantId = tenant };
        var host = await HostAsync<TenantContext>(s => s.Scope = Scope("one", Actor.Agent("ada")));
        PortalRecords anna;
        await using (var work = host.Work(Scope("one", Actor.Agent("ada"))))
        {
            anna = await PortalRecords.TellAsync(work);
        }

        foreach (var actor in new[] { PortalRecords.Account(anna.Customer), Actor.Agent("bob") })
        {
            await using var other = host.Work(Scope("two", actor));
            var before = await DatabaseState.ReadAsync(other.Context);
            (await anna.ActAsync(other.Services, host.Clock.Now)).Values.Should().OnlyContain(code => code.EndsWith("NotFound", StringComparison.Ordinal) || code == "ProductUnknown");
            var read = await anna.ReadAsync(other.Services);
            read.Values.Should().OnlyContain(found => found == null || JsonSerializer.Serialize(found, JsonSerializerOptions.Default) == "[]");
            await other.SaveAsync();
            (await DatabaseState.ReadAsync(other.Context)).Should().Equal(before);
        }

        typeof(PortalCases).Assembly.GetTypes().Where(t => t.Namespace == typeof(PortalCases).Namespace && t.IsPublic).SelectMany(t => t.GetProperties())
            .Should().NotContain(p => p.Name.Contains("Tenant", StringComparison.OrdinalIgnoreCase), "a tenant can never be named in the portal");
    }

    [SkippableFact]
    public async Task AttackCase16_CaseForAForeignCustomerOrderOrProduct_IsNotOpened()
    {
        var host = await HostAsync();
        PortalRecords anna, bob;
        await using (var work = host.Work())
        {
            (anna, bob) = (await PortalRecords.TellAsync(work), await PortalRecords.TellAsync(work, "Bob"));
        }

        await using var portal = PortalRecords.Portal(host, anna.Customer);
        var before = await DatabaseState.ReadAsync(portal.Context);
        await RefusedAsync("CustomerNotFound", new(bob.Customer, "Help"));
        await RefusedAsync("CustomerNotFound", new(anna.Customer, "Help") { OrganisationId = bob.Customer });
        await RefusedAsync("OrderNotFound", new(anna.Customer, "Help") { OrderId = bob.Order });
        await RefusedAsync("OrderNotFound", new(anna.Customer, "Help") { OrderId = OrderId.New(host.Clock.Now) });
        await RefusedAsync("ProductUnknown", new(anna.Customer, "Help") { Sku = "unheard-of" });
        await RefusedAsync("InvalidValue", new(anna.Customer, " "));
        await portal.SaveAsync();
        (await DatabaseState.ReadAsync(portal.Context)).Should().Equal(before);

        async Task RefusedAsync(string code, PortalCaseRequest request) => (await portal.Get<PortalCases>().OpenAsync(request)).Errors.Select(e => e.Code).Should().Equal(code);
    }

    [SkippableFact]
    public async Task AttackCase17_WhateverIsListed_CanBeRead()
    {
        var host = await HostAsync();
        PortalRecords anna;
        await using (var work = host.Work())
        {
            anna = await PortalRecords.TellAsync(work);
            await PortalRecords.TellAsync(work, "Bob");
            (await work.Get<Domain.Service.FieldService>().RequestAsync(Service.FieldWork.Details(anna.Customer) with { Subject = "Draft" }, isDraft: true)).WithoutValue().ThrowIfFailed();
            await work.SaveAsync();
        }

        await using var portal = PortalRecords.Portal(host, anna.Customer);
        var (cases, orders, visits, subscriptions) = (
            (await portal.Get<PortalCases>().ListAsync()).Items.Select(c => c.Id).ToList(), (await portal.Get<PortalOrders>().ListAsync(anna.Customer)).Select(o => o.Id).ToList(),
            (await portal.Get<PortalVisits>().ListAsync(anna.Customer)).Items.Select(v => v.Id).ToList(), (await portal.Get<PortalSubscriptions>().ListAsync(anna.Customer)).Select(s => s.Id).ToList());
        (cases.Single(), visits.Single(), subscriptions.Single()).Should().Be((anna.Case, anna.Visit, anna.Subscription), "drafts are not shown");
        orders.Should().HaveCount(2).And.Contain(anna.Order);
        foreach (var reference in (await portal.Get<PortalActivity>().PageAsync(anna.Customer)).Items.Select(i => i.Reference).OfType<SubjectReference>())
        {
            var isReadable = reference.Kind switch
            {
                SubjectKinds.Case => await portal.Get<PortalCases>().FindAsync(ServiceCaseId.From(reference.Id)) is not null,
                SubjectKinds.Order => await portal.Get<PortalOrders>().FindAsync(OrderId.From(reference.Id)) is not null,
                SubjectKinds.Visit => await portal.Get<PortalVisits>().FindAsync(ServiceVisitId.From(reference.Id)) is not null,
                SubjectKinds.Customer => reference.Id == anna.Customer.Value,
                _ => await portal.Get<PortalSubscriptions>().FindAsync(SubscriptionId.From(reference.Id)) is not null,
            };
            isReadable.Should().BeTrue("{0} {1} stands in the log", reference.Kind, reference.Id);
        }
    }

    [SkippableFact]
    public async Task AttackCase18_WhatCannotBeRead_CannotBeChanged_WhoeverItBelongsTo()
    {
        var host = await HostAsync();
        CustomerId firm, anna, bob;
        ServiceCaseId id;
        await using (var work = host.Work())
        {
            firm = await work.RegisterAsync(new NewCustomer { OrganisationName = "Firm Ltd" });
            (anna, bob) = (await work.RegisterAsync(), await work.RegisterAsync(new NewCustomer { Name = new PersonName("Bob", "Stone") }));
            id = (await work.Desk.OpenAsync(new CaseDetails(anna, "Ours") { OrganisationId = firm })).Value.Id;
            await work.SaveAsync();
        }

        foreach (var (actsFor, mayRead) in new (CustomerId[], bool)[] { ([anna], true), ([bob, firm], true), ([bob], false), ([], false) })
        {
            await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("account", [.. actsFor.Select(c => c.ToSubject())])));
            var door = portal.Get<PortalCases>();
            (await door.FindAsync(id) is not null).Should().Be(mayRead);
            ((await door.ListAsync()).Items.Count == 1).Should().Be(mayRead);
            (await door.AnswerAsync(id, "Hello")).Errors.Select(e => e.Code).Should().Equal(mayRead ? [] : ["CaseNotFound"]);
            (await door.CloseAsync(id)).Errors.Select(e => e.Code).Should().Equal(mayRead ? "CaseSolutionMissing" : "CaseNotFound");
        }
    }

    [SkippableFact]
    [Trait("Check", "SC-18")]
    public async Task AttackCase35_And45_WhateverTheCustomerReads_HasNothingInternal()
    {
        var host = await HostAsync();
        PortalRecords anna;
        await using (var work = host.Work())
        {
            anna = await PortalRecords.TellAsync(work);
            (await work.History.RecordAsync(new ContactDetails(anna.Customer, Channels.Phone, Direction.Inbound, $"{PortalRecords.Secret} call") { Audience = Audience.Internal })).WithoutValue().ThrowIfFailed();
            await work.SaveAsync();
        }

        await using var portal = PortalRecords.Portal(host, anna.Customer);
        var read = await anna.ReadAsync(portal.Services);
        read.Values.Should().NotContainNulls();
        var options = new JsonSerializerOptions { ReferenceHandler = System.Text.Json.Serialization.ReferenceHandler.IgnoreCycles };
        JsonSerializer.Serialize(read, options).Should().Contain("The kettle leaks").And.NotContain(PortalRecords.Secret).And.NotContain("7.77").And.NotContain("Ada Agent").And.NotContain("\"ada\"");
    }
}
