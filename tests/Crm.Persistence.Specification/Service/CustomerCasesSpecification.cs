using System.Text.Json;
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Overview;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;

namespace Crm.Persistence.Specification.Service;

/// <summary>Whatever a portal principal asks, it gets no note, nothing of a program or a third party, no agent and no internal status.</summary>
[Trait("Check", "SC-18")]
public abstract class CustomerCasesSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const string Secret = "xyzzy";
    private static readonly CaseStatus s_internal = new("secret-xyzzy");

    [SkippableFact]
    public async Task Portal_WhateverItAsks_GetsNothingInternal()
    {
        var host = await HostAsync(s => s.Crm = o => o.CaseStatuses.Register(new CaseStatusDefinition(s_internal, CaseCategory.Open, "Secret xyzzy", "In progress")));
        var (customer, id, number) = await TellAsync(host);
        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("p-1", [customer.ToSubject()])));

        var seen = (await portal.Get<CustomerCases>().FindAsync(id))!;
        seen.Messages.Select(m => (m.IsOurs, m.Body)).Should().Equal((false, "It stays cold"), (true, "We look into it"), (false, "Thanks"));
        (seen.Number, seen.Status, seen.IsSettled, seen.Solution).Should().Be((number, "In progress", false, null));
        (await portal.Get<CustomerCases>().FindAsync(number)).Should().BeEquivalentTo(seen);
        (await portal.Get<CustomerCases>().ListAsync()).Items.Single().Status.Should().Be("In progress");

        (await portal.Desk.FindAsync(id)).Should().BeNull();
        (await portal.Desk.FindAsync(number)).Should().BeNull();
        (await portal.Desk.ListAsync(new CaseCriteria())).Items.Should().BeEmpty();
        (await portal.Get<CaseLists>().ListAsync(new CaseCriteria())).Items.Should().BeEmpty();
        (await portal.Get<CaseLists>().CountAsync(new CaseCriteria())).Total.Should().Be(0);
        object?[] everything =
        [
            seen,
            (await portal.Get<CustomerCases>().ListAsync()).Items,
            await portal.Get<CaseMerger>().ConversationAsync(id),
            (await portal.History.TimelineAsync(customer.ToSubject(), page: new PageRequest { Take = 1000 })).Items,
            (await portal.History.TimelineAsync(id.ToSubject(), page: new PageRequest { Take = 1000 })).Items,
            (await portal.Get<CustomerOverviews>().FindAsync(customer))!.OpenCases,
            (await portal.Get<CustomerOverviews>().FindAsync(customer))!.Timeline,
        ];
        JsonSerializer.Serialize(everything).Should().Contain("case-opened").And.NotContain(Secret);
        var kinds = (await portal.History.TimelineAsync(customer.ToSubject(), page: new PageRequest { Take = 1000 })).Items.Select(t => t.Kind).ToList();
        kinds.Should().Contain("case-replied").And.Contain("case-message-received")
            .And.NotContain("case-noted").And.NotContain("case-automatic-message-received").And.NotContain("case-third-party-message-received");
    }

    [SkippableFact]
    public async Task Portal_OfAnother_FindsNothing_AndStaffSeesWhatTheCustomerSees()
    {
        var host = await HostAsync(s => s.Crm = o => o.CaseStatuses.Register(new CaseStatusDefinition(s_internal, CaseCategory.Open, "Secret xyzzy", "In progress")));
        var (customer, id, number) = await TellAsync(host);
        CustomerId other;
        await using (var work = host.Work())
        {
            other = await work.RegisterAsync(new NewCustomer { Name = new PersonName("Bob", "Stone") });
            (await work.Get<CustomerCases>().FindAsync(id))!.Messages.Should().HaveCount(3);
            (await work.Get<CustomerCases>().ListAsync(customer)).Items.Should().ContainSingle();
        }

        foreach (var actor in new[] { Actor.PortalCustomer("p-2", [other.ToSubject()]), Actor.PortalCustomer("p-3", []), Actor.Partner("q", [customer.ToSubject()]), Actor.Guest })
        {
            await using var portal = host.Work(new CrmScope(actor));
            (await portal.Get<CustomerCases>().FindAsync(id)).Should().BeNull();
            (await portal.Get<CustomerCases>().FindAsync(number)).Should().BeNull();
            (await portal.Get<CustomerCases>().ListAsync()).Items.Should().BeEmpty();
            (await portal.Get<CustomerCases>().ListAsync(customer)).Items.Should().BeEmpty();
            (await portal.Get<CaseMerger>().ConversationAsync(id)).Should().BeNull();
        }
    }

    [SkippableFact]
    public async Task Portal_OfAMergedOrSplitCase_ReadsItsOwnMessagesOnce()
    {
        var host = await HostAsync();
        CustomerId customer;
        ServiceCaseId first, second, third;
        await using (var work = host.Work())
        {
            customer = await work.RegisterAsync();
            first = (await work.Desk.OpenAsync(new CaseDetails(customer, "One") { Description = "One" })).Value.Id;
            second = (await work.Desk.OpenAsync(new CaseDetails(customer, "Two") { Description = "Two" })).Value.Id;
            await work.Desk.AddNoteAsync(first, Secret);
            host.Clock.Advance(NodaTime.Duration.FromMinutes(1));
            await work.Desk.ReceiveAsync(second, "Three", "Anna");
            await work.Desk.AddNoteAsync(second, Secret);
            await work.SaveAsync();
            third = (await work.Get<CaseSplitter>().SplitAsync(second, (await work.Desk.FindAsync(second))!.Messages.Single(m => m.Body == "Three").Id)).Value.Id;
            await work.SaveAsync();
            (await work.Get<CaseMerger>().MergeAsync(first, second)).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("p-1", [customer.ToSubject()])));
        var merged = (await portal.Get<CustomerCases>().FindAsync(first))!;
        (merged.Id, string.Join(' ', merged.Messages.Select(m => m.Body))).Should().Be((second, "One Two"));
        (await portal.Get<CustomerCases>().FindAsync(third))!.Messages.Select(m => m.Body).Should().Equal("Three");
    }

    private static async Task<(CustomerId Customer, ServiceCaseId Id, CaseNumber Number)> TellAsync(CrmTestHost<SpecificationContext> host)
    {
        await using var work = host.Work();
        var customer = await work.RegisterAsync();
        var opened = (await work.Desk.OpenAsync(new CaseDetails(customer, "The kettle stays cold") { Description = "It stays cold", Type = "xyzzy-type" })).Value;
        foreach (var act in new Func<Task>[]
        {
            () => work.Desk.AddNoteAsync(opened.Id, $"{Secret} note"),
            () => work.Desk.AssignAsync(opened.Id, $"{Secret}-agent"),
            () => work.Desk.ReplyAsync(opened.Id, "We look into it"),
            () => work.Desk.MoveAsync(opened.Id, s_internal),
            () => work.Desk.ReceiveAsync(opened.Id, "Thanks", "Anna Rossi"),
            () => Task.Run(() => opened.ReceiveAutomatic($"{Secret} absence", "Anna Rossi", host.Clock.Now)),
            () => Task.Run(() => opened.ReceiveFromThirdParty($"{Secret} offer", $"{Secret} Ltd", host.Clock.Now)),
        })
        {
            host.Clock.Advance(NodaTime.Duration.FromMinutes(1));
            await act();
            await work.SaveAsync();
        }

        return (customer, opened.Id, opened.Number);
    }
}
