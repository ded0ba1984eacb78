using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Customers;

/// <summary>Memberships in both directions, and organisation trees that stay trees whoever changes them at once.</summary>
public abstract class RelationsSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    [Trait("Check", "CM-02")]
    public async Task People_OfAnOrganisation_ComeInPagesWithRoleAndActivity()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var organisation = await OrganisationAsync(work, "Engines");
        var other = await OrganisationAsync(work, "Looms");
        var people = new List<CustomerId>();
        for (var i = 0; i < 5; i++)
        {
            host.Clock.Advance(Duration.FromMinutes(1));
            people.Add(await work.RegisterAsync());
            (await work.Relations.JoinAsync(people[i], new MembershipDetails(organisation, $"Role {i}", "Works", new LocalDate(2020, 1, 1)))).Succeeded.Should().BeTrue();
            (await work.Relations.JoinAsync(people[i], new MembershipDetails(other))).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        var left = ((Person)(await work.Customers.FindAsync(people[0]))!).Memberships.Single(m => m.OrganisationId == organisation).Id;
        (await work.Relations.EndMembershipAsync(people[0], left, new LocalDate(2026, 1, 1))).Succeeded.Should().BeTrue();
        await work.SaveAsync();

        var first = await work.Relations.PeopleAsync(organisation, page: new PageRequest { Take = 3 });
        var second = await work.Relations.PeopleAsync(organisation, page: new PageRequest { Take = 3, After = first.Next });
        first.Items.Concat(second.Items).Select(m => (m.PersonId, m.Role)).Should().Equal((people[4], "Role 4"), (people[3], "Role 3"), (people[2], "Role 2"), (people[1], "Role 1"));
        second.Next.Should().BeNull();
        var all = await work.Relations.PeopleAsync(organisation, activeOnly: false);
        all.Items.Should().ContainSingle(m => !m.IsActive).Which.Until.Should().Be(new LocalDate(2026, 1, 1));
        ((Person)(await work.Customers.FindAsync(people[0]))!).PrimaryMembership!.OrganisationId.Should().Be(other, "the next active one is primary when the primary ends");
    }

    [SkippableFact]
    public async Task Join_WhatIsNoOrganisation_IsRefused()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var person = await work.RegisterAsync();
        var organisation = await OrganisationAsync(work, "Engines");
        (await work.Relations.JoinAsync(person, new MembershipDetails(person))).Errors.Single().Code.Should().Be("NotAnOrganisation");
        (await work.Relations.JoinAsync(organisation, new MembershipDetails(organisation))).Errors.Single().Code.Should().Be("NotAPerson");
        (await work.Relations.JoinAsync(person, new MembershipDetails(CustomerId.New(host.Clock.Now)))).Errors.Single().Code.Should().Be("CustomerNotFound");
        (await work.Relations.JoinAsync(person, new MembershipDetails(organisation))).Succeeded.Should().BeTrue();
        (await work.Relations.JoinAsync(person, new MembershipDetails(organisation))).Errors.Single().Code.Should().Be("MembershipAlreadyActive");
    }

    [SkippableFact]
    [Trait("Check", "CM-03")]
    public async Task MoveUnder_OwnDescendant_IsRefusedAndNothingChanges()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var chain = await ChainAsync(work, 4);
        var before = await DatabaseState.ReadAsync(work.Context);
        (await work.Relations.MoveUnderAsync(chain[0], chain[3])).Errors.Single().Code.Should().Be("OrganisationCycle");
        (await work.Relations.MoveUnderAsync(chain[0], chain[0])).Errors.Single().Code.Should().Be("OrganisationCycle");
        (await work.Relations.MoveUnderAsync(chain[0], await PersonIn(host))).Errors.Single().Code.Should().Be("NotAnOrganisation");
        (await work.Relations.TreeAsync(chain[0])).Select(level => level.Single().Id).Should().Equal(chain);
        (await DatabaseState.ReadAsync(work.Context))["crm_outbox"].Should().NotBe(before["crm_outbox"], "the person was written");
        (await work.Relations.MoveUnderAsync(chain[2], null)).Succeeded.Should().BeTrue();
        (await work.Relations.TreeAsync(chain[0])).Should().HaveCount(2);
    }

    [SkippableFact]
    [Trait("Check", "CM-03")]
    public async Task MoveUnder_BeyondTheDepth_IsRefused()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var chain = await ChainAsync(work, Organisation.MaxTreeDepth);
        var one = await OrganisationAsync(work, "One more");
        (await work.Relations.MoveUnderAsync(one, chain[^1])).Errors.Single().Code.Should().Be("OrganisationTreeTooDeep");
        (await work.Relations.MoveUnderAsync(chain[0], one)).Errors.Single().Code.Should().Be("OrganisationTreeTooDeep");
        (await work.Relations.MoveUnderAsync(one, chain[^2])).Succeeded.Should().BeTrue();
    }

    [SkippableFact]
    [Trait("Check", "CM-03")]
    public async Task MoveUnder_ManyAtOnce_NeverMakesACycle()
    {
        var host = await HostAsync();
        var ids = new List<CustomerId>();
        await using (var work = host.Work())
        {
            for (var i = 0; i < 6; i++)
            {
                ids.Add(await OrganisationAsync(work, $"Organisation {i}"));
            }
        }

        // Every organisation is asked to go under its neighbour at once: together they would be a ring.
        var results = await Task.WhenAll(ids.Select((id, i) => Task.Run(async () =>
        {
            await using var work = host.Work();
            return await work.Relations.MoveUnderAsync(id, ids[(i + 1) % ids.Count]);
        })));
        results.Count(r => r.Succeeded).Should().Be(ids.Count - 1);
        results.Single(r => !r.Succeeded).Errors.Single().Code.Should().Be("OrganisationCycle");
        await using var check = host.Work();
        var parents = await check.Context.Set<Organisation>().ToDictionaryAsync(o => o.Id, o => o.ParentId);
        var top = parents.Single(p => p.Value is null).Key;
        (await check.Relations.TreeAsync(top)).SelectMany(level => level).Should().HaveCount(ids.Count);
    }

    [SkippableFact]
    [Trait("Check", "CM-03")]
    public async Task MoveUnder_AnySequence_IsAcceptedExactlyWhenItStaysATree()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var random = new Random(7);
        var ids = new List<CustomerId>();
        for (var i = 0; i < 7; i++)
        {
            ids.Add(await OrganisationAsync(work, $"Organisation {i}"));
        }

        var parents = ids.ToDictionary(id => id, _ => (CustomerId?)null);
        for (var move = 0; move < TestScale.Count(80, 2_000); move++)
        {
            var (id, under) = (ids[random.Next(ids.Count)], random.Next(5) == 0 ? (CustomerId?)null : ids[random.Next(ids.Count)]);
            var closes = false;
            for (var above = under; above is { } step; above = parents[step])
            {
                closes |= step == id;
            }

            var moved = await work.Relations.MoveUnderAsync(id, under);
            (moved.Succeeded ? null : moved.Errors.Single().Code).Should().Be(closes ? "OrganisationCycle" : null);
            parents[id] = closes ? parents[id] : under;
        }

        (await work.Context.Set<Organisation>().AsNoTracking().ToDictionaryAsync(o => o.Id, o => o.ParentId)).Should().BeEquivalentTo(parents);
    }

    [SkippableFact]
    [Trait("Check", "CM-03")]
    public async Task RollUp_OfATree_CountsPeopleCasesOrdersAndValue()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.AddProductAsync("kettle", 50);
        var chain = await ChainAsync(work, 3);
        var outside = await OrganisationAsync(work, "Outside");
        var person = await work.RegisterAsync();
        var second = await work.RegisterAsync();
        foreach (var organisation in chain.Append(outside))
        {
            (await work.Relations.JoinAsync(person, new MembershipDetails(organisation))).Succeeded.Should().BeTrue();
            (await work.Orders.PlaceAsync(new NewOrder(organisation, [new NewOrderLine("kettle", 2)]))).Succeeded.Should().BeTrue();
            (await work.Desk.OpenAsync(new CaseDetails(organisation, "Broken"))).Succeeded.Should().BeTrue();
        }

        (await work.Relations.JoinAsync(second, new MembershipDetails(chain[2]))).Succeeded.Should().BeTrue();
        var onBehalf = (await work.Desk.OpenAsync(new CaseDetails(person, "Broken too") { OrganisationId = chain[1] })).Value.Id;
        (await work.Desk.ResolveAsync(onBehalf, "Done")).Succeeded.Should().BeTrue();
        await work.SaveAsync();

        (await work.Relations.RollUpAsync(chain[0])).Should().BeEquivalentTo(new OrganisationRollUp(3, 2, 4, 3, 3, [Known.Eur(300)]));
        (await work.Relations.RollUpAsync(chain[2])).Should().BeEquivalentTo(new OrganisationRollUp(1, 2, 1, 1, 1, [Known.Eur(100)]));
        (await work.Relations.RollUpAsync(person)).Should().BeNull();
        await using var guest = host.Work(new CrmScope(Actor.Guest));
        (await guest.Relations.RollUpAsync(chain[0])).Should().BeNull();
        (await guest.Relations.TreeAsync(chain[0])).Should().BeEmpty();
        (await guest.Relations.PeopleAsync(chain[0])).Items.Should().BeEmpty();
    }

    [SkippableFact]
    [Trait("Check", "CM-03")]
    public async Task Trees_OfAnotherTenant_AreNotSeen()
    {
        var host = await HostAsync<TenantContext>(s => s.Scope = s.Scope with { TenantId = "one" });
        await using var work = host.Work();
        var parent = await work.RegisterAsync(new NewCustomer { OrganisationName = "Parent" });
        var child = await work.RegisterAsync(new NewCustomer { OrganisationName = "Child" });
        (await work.Relations.MoveUnderAsync(child, parent)).Succeeded.Should().BeTrue();
        await using var foreign = host.Work(work.Scope with { TenantId = "two" });
        (await foreign.Relations.TreeAsync(parent)).Should().BeEmpty();
        (await foreign.Relations.RollUpAsync(parent)).Should().BeNull();
        (await foreign.Relations.MoveUnderAsync(child, null)).Errors.Single().Code.Should().Be("CustomerNotFound");
        (await work.Relations.TreeAsync(parent)).Should().HaveCount(2);
    }

    private static async Task<CustomerId> OrganisationAsync(CrmWork<SpecificationContext> work, string name) =>
        await work.RegisterAsync(new NewCustomer { OrganisationName = name });

    private static async Task<CustomerId> PersonIn(CrmTestHost<SpecificationContext> host)
    {
        await using var work = host.Work();
        return await work.RegisterAsync();
    }

    private static async Task<List<CustomerId>> ChainAsync(CrmWork<SpecificationContext> work, int length)
    {
        var ids = new List<CustomerId>();
        for (var i = 0; i < length; i++)
        {
            ids.Add(await OrganisationAsync(work, $"Level {i}"));
            if (i > 0)
            {
                (await work.Relations.MoveUnderAsync(ids[i], ids[i - 1])).Succeeded.Should().BeTrue();
            }
        }

        return ids;
    }
}
