using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Interactions;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Interactions;

/// <summary>One timeline for everything around a record, filtered and paged.</summary>
public abstract class TimelineSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    [Trait("Check", "IN-05")]
    public async Task Timeline_EveryFilterAndAnyTwo_GivesWhatTheSameFilterGivesInMemory()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var (subject, _) = await TellAsync(host, work);
        var all = (await work.History.TimelineAsync(subject, page: new PageRequest { Take = 1000 })).Items;
        all.Should().HaveCountGreaterThan(60).And.BeInDescendingOrder(t => t.At);
        all.Select(t => t.Kind).Distinct().Should().Contain(["interaction", "case-opened", "order-placed", "customer-created"]);
        var middle = all[all.Count / 2].At;
        (TimelineCriteria Criteria, Func<TimelineItem, bool> Keeps)[] filters =
        [
            (new() { Kinds = ["interaction", "case-opened"] }, t => t.Kind is "interaction" or "case-opened"),
            (new() { Channels = [Channels.Email, Channels.Fax] }, t => t.Channel is "email" or "fax"),
            (new() { Direction = Direction.Outbound }, t => t.Direction == Direction.Outbound),
            (new() { AgentId = "bob" }, t => t.AgentId == "bob"),
            (new() { Audiences = [Audience.Internal] }, t => t.Audience == Audience.Internal),
            (new() { From = middle }, t => t.At >= middle),
            (new() { Until = middle }, t => t.At < middle),
        ];
        foreach (var (one, keepsOne) in filters)
        {
            foreach (var (two, keepsTwo) in filters)
            {
                var both = new TimelineCriteria
                {
                    Kinds = [.. one.Kinds.Union(two.Kinds)], Channels = [.. one.Channels.Union(two.Channels)], Direction = one.Direction ?? two.Direction, AgentId = one.AgentId ?? two.AgentId,
                    Audiences = [.. one.Audiences.Union(two.Audiences)], From = one.From ?? two.From, Until = one.Until ?? two.Until,
                };
                var expected = all.Where(t => keepsOne(t) && keepsTwo(t)).Select(t => t.Id).ToList();

                (await ReadAsync(work, subject, both, 7)).Should().Equal(expected, "{0}", both);
            }

            all.Count(keepsOne).Should().BeInRange(1, all.Count - 1, "each filter keeps some");
        }
    }

    [SkippableFact]
    [Trait("Check", "IN-05")]
    public async Task Timeline_ReadByPagesWhileMoreHappens_RepeatsAndSkipsNothing()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var customer = await work.RegisterAsync(Known.Anna);
        foreach (var i in Enumerable.Range(0, 30))
        {
            // Several at the same instant.
            (await work.History.RecordAsync(new ContactDetails(customer, Channels.Phone, Direction.Inbound, $"Call {i}") { At = host.Clock.Now - Duration.FromMinutes(i / 5) })).Succeeded.Should().BeTrue();
        }

        await work.SaveAsync();
        var before = (await work.History.TimelineAsync(customer.ToSubject(), page: new PageRequest { Take = 1000 })).Items.Select(t => t.Id).ToList();
        var seen = new List<Guid>();
        PageKey? after = null;
        do
        {
            var page = await work.History.TimelineAsync(customer.ToSubject(), page: new PageRequest { Take = 4, After = after });
            seen.AddRange(page.Items.Select(t => t.Id));
            after = page.Next;
            host.Clock.Advance(Duration.FromMinutes(1));
            (await work.History.RecordAsync(new ContactDetails(customer, Channels.Phone, Direction.Inbound, "Later"))).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }
        while (after is not null);

        seen.Should().Equal(before);
    }

    [SkippableFact]
    [Trait("Check", "IN-05")]
    public async Task Timeline_OfAnOrganisationWithItsPeople_ShowsEachHappeningOnceByPages()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var firm = await work.RegisterAsync(new NewCustomer { OrganisationName = "Engines Ltd" });
        var (anna, bob, gone) = (await Member("Anna"), await Member("Bob"), await Member("Gone"));
        foreach (var i in Enumerable.Range(0, 6))
        {
            host.Clock.Advance(Duration.FromMinutes(1));
            var person = new[] { anna, bob, gone }[i % 3];
            (await work.History.RecordAsync(new ContactDetails(person, Channels.Phone, Direction.Inbound, $"Private {i}"))).Succeeded.Should().BeTrue();
            (await work.History.RecordAsync(new ContactDetails(person, Channels.Email, Direction.Inbound, $"For the firm {i}")
            {
                OrganisationId = firm, Participants = [new(ParticipantRole.Cc) { CustomerId = person == anna ? bob : anna }],
            })).Succeeded.Should().BeTrue();
        }

        await work.SaveAsync();
        var left = ((Person)(await work.Customers.FindAsync(gone))!).Memberships.Single().Id;
        (await work.Relations.EndMembershipAsync(gone, left, new LocalDate(2026, 1, 1))).Succeeded.Should().BeTrue();
        await work.SaveAsync();

        var own = new TimelineCriteria { Kinds = ["interaction"] };
        (await TextsAsync(own)).Should().Equal(Enumerable.Range(0, 6).Reverse().Select(i => $"For the firm {i}"), "what was said on its behalf stays when people leave");
        var expected = Enumerable.Range(0, 6).Reverse().SelectMany(i => i % 3 == 2 ? new[] { $"For the firm {i}" } : [$"For the firm {i}", $"Private {i}"]).ToList();
        (await TextsAsync(own with { IncludePeople = true })).Should().BeEquivalentTo(expected).And.OnlyHaveUniqueItems();
        (await TextsAsync(own with { IncludePeople = true, Channels = [Channels.Phone] })).Should().Equal("Private 4", "Private 3", "Private 1", "Private 0");

        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("p-1", [firm.ToSubject()])));
        (await portal.History.TimelineAsync(firm.ToSubject(), own with { IncludePeople = true })).Items.Select(t => t.Text).Should().OnlyContain(t => t.StartsWith("For the firm", StringComparison.Ordinal));

        async Task<CustomerId> Member(string name)
        {
            var id = await work.RegisterAsync(new NewCustomer { Name = new PersonName(name, "Other") });
            (await work.Relations.JoinAsync(id, new MembershipDetails(firm, "Buyer"))).Succeeded.Should().BeTrue();
            await work.SaveAsync();
            return id;
        }

        async Task<List<string>> TextsAsync(TimelineCriteria criteria)
        {
            var texts = new List<string>();
            PageKey? after = null;
            do
            {
                var page = await work.History.TimelineAsync(firm.ToSubject(), criteria, new PageRequest { Take = 3, After = after });
                texts.AddRange(page.Items.Select(t => t.Text));
                after = page.Next;
            }
            while (after is not null);

            return texts;
        }
    }

    [SkippableFact]
    [Trait("Check", "IN-05")]
    public async Task Timeline_OfACaseAnOrderAndTheirCustomer_ShowEachTheirOwn()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var (subject, other) = await TellAsync(host, work);

        var ofCase = (await work.History.TimelineAsync(other)).Items;

        ofCase.Should().NotBeEmpty().And.OnlyContain(t => t.Kind.StartsWith("case-", StringComparison.Ordinal) || t.Kind == "interaction");
        ofCase.Select(t => t.Kind).Should().Contain("interaction", "a contact that is about the case stands under it");
        (await work.History.TimelineAsync(subject, page: new PageRequest { Take = 1000 })).Items.Select(t => t.Id).Should().Contain(ofCase.Where(t => t.Kind == "case-opened").Select(t => t.Id));
    }

    [SkippableFact]
    [Trait("Check", "IN-05")]
    public async Task Timeline_EventOfTheHost_ShowsAmongOurs()
    {
        var host = await OpenAsync<ParcelContext>(await Database.CreateDatabaseAsync(), s => s.Persistence = o => o.EventAssemblies.Add(typeof(ParcelSent).Assembly));
        await using var work = host.Work();
        await work.Context.Database.EnsureCreatedAsync();
        var customer = await work.RegisterAsync(Known.Anna);
        host.Clock.Advance(Duration.FromMinutes(1));
        work.Context.Add(new Parcel(OrderId.New(host.Clock.Now), customer, host.Clock.Now));
        (await work.History.RecordAsync(new ContactDetails(customer, Channels.Phone, Direction.Inbound, "Where is it?"))).Succeeded.Should().BeTrue();
        await work.SaveAsync();

        (await work.History.TimelineAsync(customer.ToSubject(), new TimelineCriteria { Kinds = ["parcel-sent"], AgentId = work.Scope.Actor.Id })).Items.Should().ContainSingle()
            .Which.Should().Match<TimelineItem>(t => t.Text == "Parcel left" && t.Reference!.Kind == "parcel");
        (await work.History.TimelineAsync(customer.ToSubject())).Items.Select(t => t.Kind).Should().Contain(["parcel-sent", "interaction", "customer-created"]);
    }

    [SkippableFact]
    [Trait("Check", "IN-05")]
    public async Task Timeline_FilteredOrNot_IsOneCommandOfTheSameLength()
    {
        var commands = new SeenCommands();
        var host = await HostAsync(s => s.Options = o => o.AddInterceptors(commands));
        await using var work = host.Work();
        var (subject, _) = await TellAsync(host, work);
        foreach (var criteria in new TimelineCriteria[] { new(), new() { Channels = [Channels.Email] }, new() { AgentId = "bob", Direction = Direction.Inbound }, new() { IncludePeople = true } })
        {
            commands.Clear();
            (await work.History.TimelineAsync(subject, criteria)).Items.Should().NotBeEmpty();
            commands.Commands.Should().ContainSingle();
        }
    }

    private static async Task<List<Guid>> ReadAsync(CrmWork<SpecificationContext> work, SubjectReference subject, TimelineCriteria criteria, int take)
    {
        var ids = new List<Guid>();
        PageKey? after = null;
        do
        {
            var page = await work.History.TimelineAsync(subject, criteria, new PageRequest { Take = take, After = after });
            ids.AddRange(page.Items.Select(t => t.Id));
            after = page.Next;
        }
        while (after is not null);

        return ids;
    }

    // A customer with contacts over several channels, agents and audiences, cases and orders.
    private static async Task<(SubjectReference Customer, SubjectReference Case)> TellAsync(CrmTestHost<SpecificationContext> host, CrmWork<SpecificationContext> work)
    {
        var customer = await work.RegisterAsync(Known.Anna);
        await work.AddProductAsync("kettle", 10);
        (await work.Orders.PlaceAsync(new NewOrder(customer, [new NewOrderLine("kettle", 1)]))).Succeeded.Should().BeTrue();
        var opened = (await work.Desk.OpenAsync(new CaseDetails(customer, "Broken"))).Value;
        (await work.Desk.AddNoteAsync(opened.Id, "Looks bad")).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        foreach (var i in Enumerable.Range(0, 60))
        {
            host.Clock.Advance(Duration.FromSeconds(i % 3 == 0 ? 0 : 1));
            (await work.History.RecordAsync(new ContactDetails(
                customer, new[] { Channels.Phone, Channels.Email, Channels.Fax, Channels.Chat }[i % 4], i % 5 < 2 ? Direction.Inbound : Direction.Outbound, $"Contact {i}")
            {
                AgentId = i % 7 < 3 ? "bob" : "eve", Audience = i % 3 == 0 ? Audience.Internal : Audience.Customer, About = i % 10 == 0 ? opened.Id.ToSubject() : null,
            })).Succeeded.Should().BeTrue();
        }

        await work.SaveAsync();
        return (customer.ToSubject(), opened.Id.ToSubject());
    }
}
