using System.Collections.Concurrent;
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.Specification.Service;

/// <summary>Cases and hours count once on the account they belong to, and its balance is what its entries say.</summary>
public abstract class EntitlementSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly LocalDate s_from = new(2026, 1, 1);
    private static readonly LocalDate s_until = new(2026, 12, 31);

    [SkippableFact]
    public async Task Open_TakesOneEach_AndTheLastOneEndsIt()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var (customer, entitlement) = await GrantAsync(work, 2);
        var opened = new List<ServiceCase>();
        for (var i = 0; i < 2; i++)
        {
            opened.Add((await work.Desk.OpenAsync(new CaseDetails(customer, $"Case {i}") { EntitlementId = entitlement })).Value);
            await work.SaveAsync();
        }

        (await work.Desk.OpenAsync(new CaseDetails(customer, "One too many") { EntitlementId = entitlement })).Errors.Should().ContainSingle(e => e.Code == "EntitlementExhausted");
        await work.SaveAsync();
        await using var check = host.Work();
        (await check.Context.Set<ServiceCase>().CountAsync()).Should().Be(2, "nothing is opened that was refused");
        var entries = await check.Get<Entitlements>().EntriesAsync(entitlement);
        entries.Select(e => (e.Kind, e.Amount, e.Remaining, e.CaseId)).Should().Equal(
            (EntitlementEntryKind.Granted, 2m, 2m, (ServiceCaseId?)null), (EntitlementEntryKind.Used, 1m, 1m, opened[0].Id), (EntitlementEntryKind.Used, 1m, 0m, opened[1].Id));
        await BalancedAsync(check, entitlement, 2, 2);
        (await check.Desk.FindAsync(opened[0].Id))!.EntitlementId.Should().Be(entitlement);
        (await check.History.TimelineAsync(customer.ToSubject())).Items.Select(i => i.Kind).Should().Contain(["entitlement-granted", "entitlement-used"]);

        (await check.Desk.ResolveAsync(opened[0].Id, "Mended")).Succeeded.Should().BeTrue();
        (await check.Desk.ReopenAsync(opened[0].Id)).Succeeded.Should().BeTrue();
        (await check.Desk.ResolveAsync(opened[0].Id, "Mended again")).Succeeded.Should().BeTrue();
        await check.SaveAsync();
        await BalancedAsync(check, entitlement, 2, 2);
    }

    [SkippableFact]
    public async Task Resolution_CountsOnce_WhateverIsReopened()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var (customer, entitlement) = await GrantAsync(work, 1, d => d with { Decrease = EntitlementDecrease.Resolution });
        var (first, second) = ((await work.Desk.OpenAsync(new CaseDetails(customer, "A") { EntitlementId = entitlement })).Value, (await work.Desk.OpenAsync(new CaseDetails(customer, "B") { EntitlementId = entitlement })).Value);
        await work.SaveAsync();
        await BalancedAsync(work, entitlement, 1, 0);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            (await work.Desk.ResolveAsync(first.Id, "Mended")).Succeeded.Should().BeTrue();
            await work.SaveAsync();
            (await work.Desk.CloseAsync(first.Id)).Succeeded.Should().BeTrue();
            await work.SaveAsync();
            (await work.Desk.ReopenAsync(first.Id)).Succeeded.Should().BeTrue();
            await work.SaveAsync();
            await BalancedAsync(work, entitlement, 1, 1);
        }

        (await work.Desk.OpenAsync(new CaseDetails(customer, "C") { EntitlementId = entitlement })).Errors.Should().ContainSingle(e => e.Code == "EntitlementExhausted");
        (await work.Desk.ResolveAsync(second.Id, "Mended")).Succeeded.Should().BeTrue("what was opened in time is brought to its end");
        await work.SaveAsync();
        await BalancedAsync(work, entitlement, 1, 2);
    }

    [SkippableFact]
    public async Task Merge_OfTwoThatCounted_GivesOneBack()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var (customer, entitlement) = await GrantAsync(work, 5);
        var (_, other) = await GrantAsync(work, 5, customer: customer);
        async Task<ServiceCaseId> OpenAsync(EntitlementId? under) => (await work.Desk.OpenAsync(new CaseDetails(customer, "Cold") { EntitlementId = under })).Value.Id;
        var (first, duplicate, third, uncovered) = (await OpenAsync(entitlement), await OpenAsync(entitlement), await OpenAsync(other), await OpenAsync(null));
        await work.SaveAsync();
        await BalancedAsync(work, entitlement, 5, 2);
        (await work.Get<CaseMerger>().MergeAsync(duplicate, first)).Succeeded.Should().BeTrue();
        (await work.Get<CaseMerger>().MergeAsync(third, uncovered)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        await BalancedAsync(work, entitlement, 5, 1);
        await BalancedAsync(work, other, 5, 1);
        (await work.Get<Entitlements>().EntriesAsync(entitlement))[^1].Should().Match<EntitlementEntry>(e => e.Kind == EntitlementEntryKind.GivenBack && e.CaseId == duplicate);
    }

    [SkippableFact]
    public async Task Hours_AreReported_AndTheExcessIsSeen()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var doors = work.Get<Entitlements>();
        var (customer, entitlement) = await GrantAsync(work, 2.5m, d => d with { Unit = EntitlementUnit.Hours, Contract = "V-7" });
        var (_, cases) = await GrantAsync(work, 3, customer: customer);
        var about = (await work.Desk.OpenAsync(new CaseDetails(customer, "Slow") { EntitlementId = entitlement })).Value;
        var (counted, bare) = ((await work.Desk.OpenAsync(new CaseDetails(customer, "A") { EntitlementId = cases })).Value, (await work.Desk.OpenAsync(new CaseDetails(customer, "B"))).Value);
        await work.SaveAsync();
        (await doors.ReportTimeAsync(about.Id, 1.25m, "On the telephone")).Value.Remaining.Should().Be(1.25m);
        await work.SaveAsync();
        (await doors.ReportTimeAsync(about.Id, 2m)).Value.Excess.Should().Be(0.75m);
        await work.SaveAsync();
        await BalancedAsync(work, entitlement, 2.5m, 3.25m);
        (await doors.BalanceAsync(entitlement, host.Clock.Now - Duration.FromDays(1))).Value.Should().Be(new EntitlementBalance(0, 0, host.Clock.Now - Duration.FromDays(1)));
        (await work.Desk.OpenAsync(new CaseDetails(customer, "Another") { EntitlementId = entitlement })).Errors.Should().ContainSingle(e => e.Code == "EntitlementExhausted");

        (await doors.ReportTimeAsync(counted.Id, 1)).Errors.Should().ContainSingle(e => e.Code == "EntitlementCountsCases");
        (await doors.ReportTimeAsync(bare.Id, 1)).Errors.Should().ContainSingle(e => e.Code == "CaseNotCovered");
        (await doors.ReportTimeAsync(ServiceCaseId.New(host.Clock.Now), 1)).Errors.Should().ContainSingle(e => e.Code == "CaseNotFound");
        foreach (var wrong in new[] { 0m, -1m, 0.00001m, 2_000_000m })
        {
            (await doors.ReportTimeAsync(about.Id, wrong)).Errors.Should().ContainSingle(e => e.Code == "InvalidValue");
        }

        await work.SaveAsync();
        await BalancedAsync(work, entitlement, 2.5m, 3.25m);
    }

    [SkippableFact]
    public async Task Choice_WhereTheHostWantsIt_IsDeterministic()
    {
        var host = await HostAsync(s => s.Crm = o => o.Entitlements.ChoosesForNewCases = true);
        await using var work = host.Work();
        var firm = await work.RegisterAsync(new NewCustomer { OrganisationName = "Firm" });
        var (anna, all) = await GrantAsync(work, 1);
        async Task<EntitlementId?> OpenAsync(string? sku) => (await work.Desk.OpenAsync(new CaseDetails(anna, "Cold") { Sku = sku, OrganisationId = firm })).Value.EntitlementId;
        var (_, sooner) = await GrantAsync(work, 1, d => d with { Sku = "KETTLE", Until = s_until.PlusDays(-1) }, anna);
        var (_, later) = await GrantAsync(work, 1, d => d with { Sku = "KETTLE" }, anna);
        var (_, ofFirm) = await GrantAsync(work, 1, d => d with { WhenExhausted = EntitlementExhaustion.LetThrough }, firm);
        await GrantAsync(work, 1, d => d with { From = s_from.PlusYears(-2), Until = s_until.PlusYears(-2) }, anna);
        await work.SaveAsync();
        (await work.Get<Entitlements>().ApplyingAsync(anna, firm, "KETTLE"))!.Id.Should().Be(sooner);
        var chosen = new List<EntitlementId?>();
        for (var i = 0; i < 5; i++)
        {
            chosen.Add(await OpenAsync("KETTLE"));
            await work.SaveAsync();
        }

        chosen.Should().Equal(sooner, later, all, ofFirm, ofFirm);
        (await work.Get<Entitlements>().FindAsync(ofFirm))!.Excess.Should().Be(1);
        (await work.Desk.OpenAsync(new CaseDetails(anna, "Without the firm"))).Errors.Should().ContainSingle(e => e.Code == "EntitlementExhausted");
        var stranger = await work.RegisterAsync(new NewCustomer { Name = new PersonName("Bob", "Stone") });
        (await work.Desk.OpenAsync(new CaseDetails(stranger, "No contract"))).Value.EntitlementId.Should().BeNull();
    }

    [SkippableFact]
    public async Task LastUnits_TakenByManyAtOnce_AreGivenOutOnce()
    {
        var host = await HostAsync();
        CustomerId customer;
        EntitlementId entitlement;
        await using (var work = host.Work())
        {
            (customer, entitlement) = await GrantAsync(work, 3);
        }

        var codes = new ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(async () =>
        {
            while (true)
            {
                await using var work = host.Work();
                var opened = await work.Desk.OpenAsync(new CaseDetails(customer, $"Case {i}") { EntitlementId = entitlement });
                if (!opened.Succeeded)
                {
                    codes.Add(opened.Errors.Single().Code);
                    return;
                }

                var saved = await work.UnitOfWork.SaveAsync();
                if (saved.Succeeded)
                {
                    codes.Add("opened");
                    return;
                }

                saved.Errors.Should().OnlyContain(e => e.Code == "VersionConflict");
                (await work.UnitOfWork.SaveAsync()).Succeeded.Should().BeTrue("what fell with the entitlement is not tried again");
            }
        })));
        codes.GroupBy(c => c).ToDictionary(g => g.Key, g => g.Count()).Should().BeEquivalentTo(new Dictionary<string, int> { ["opened"] = 3, ["EntitlementExhausted"] = 17 });
        await using var check = host.Work();
        (await check.Context.Set<ServiceCase>().CountAsync()).Should().Be(3);
        await BalancedAsync(check, entitlement, 3, 3);
    }

    [SkippableFact]
    public async Task Terms_RenewExtendSuspendRevoke_AndWhatIsRefused()
    {
        var told = new List<ServiceCaseId>();
        var host = await HostAsync(s => s.Services = all => all.AddScoped<ICaseObserver>(_ => new Told(told)));
        await using var work = host.Work();
        var doors = work.Get<Entitlements>();
        var (customer, id) = await GrantAsync(work, 2, d => d with { Contract = "V-1" });
        (await doors.RenewAsync(id, s_until, s_until.PlusYears(1))).Errors.Should().ContainSingle(e => e.Code == "EntitlementPeriodsOverlap");
        var next = (await doors.RenewAsync(id, s_until.PlusDays(1), s_until.PlusYears(1), 4)).Value;
        (next.Contract, next.Total, next.RenewalOfId).Should().Be(("V-1", 4m, id));
        (await doors.ExtendAsync(id, s_until)).Errors.Should().ContainSingle(e => e.Code == "InvalidValue");
        (await doors.ExtendAsync(id, s_until.PlusDays(7), expectedVersion: 99)).Errors.Should().ContainSingle(e => e.Code == "VersionConflict");
        (await doors.ExtendAsync(id, s_until.PlusDays(7))).Value.ValidUntil.Should().Be(s_until.PlusDays(7));
        (await doors.TopUpAsync(id, 3, "Goodwill")).Value.Total.Should().Be(5);
        (await doors.SuspendAsync(id, "Unpaid")).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await work.Desk.OpenAsync(new CaseDetails(customer, "Cold") { EntitlementId = id })).Errors.Should().ContainSingle(e => e.Code == "EntitlementSuspended");
        (await doors.ResumeAsync(id)).Succeeded.Should().BeTrue();
        var bare = (await work.Desk.OpenAsync(new CaseDetails(customer, "Cold"))).Value;
        told.Clear();
        (await doors.CoverAsync(bare.Id, id)).Value.EntitlementId.Should().Be(id);
        told.Should().Equal(bare.Id);
        await work.SaveAsync();
        await BalancedAsync(work, id, 5, 1);
        (await doors.CoverAsync(bare.Id, id)).Errors.Should().ContainSingle(e => e.Code == "CaseCoveredAlready");
        (await doors.RevokeAsync(id, "Ended")).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await doors.TopUpAsync(id, 1)).Errors.Should().ContainSingle(e => e.Code == "EntitlementRevoked");
        (await work.Desk.OpenAsync(new CaseDetails(customer, "Cold") { EntitlementId = next.Id })).Errors.Should().ContainSingle(e => e.Code == "EntitlementNotValid");
        (await work.Desk.OpenAsync(new CaseDetails(customer, "Cold") { EntitlementId = EntitlementId.New(host.Clock.Now) })).Errors.Should().ContainSingle(e => e.Code == "EntitlementNotFound");
        (await doors.GrantAsync(new EntitlementDetails(CustomerId.New(host.Clock.Now), EntitlementUnit.Cases, 1, s_from, s_until))).Errors.Should().ContainSingle(e => e.Code == "CustomerNotFound");
        foreach (var wrong in new EntitlementDetails[]
        {
            new(customer, EntitlementUnit.Cases, 0, s_from, s_until), new(customer, EntitlementUnit.Cases, 1.5m, s_from, s_until), new(customer, EntitlementUnit.Cases, 1, s_until, s_from),
            new(customer, EntitlementUnit.Cases, 1, s_from, s_until) { Contract = new string('x', 101) },
        })
        {
            (await doors.GrantAsync(wrong)).Errors.Should().ContainSingle(e => e.Code == "InvalidValue");
        }

        (await doors.ListAsync(customer)).Select(e => e.Id).Should().Equal(id, next.Id);
        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("anna", [customer.ToSubject()])));
        (await portal.Get<Entitlements>().FindAsync(id)).Should().NotBeNull();
        (await portal.Get<Entitlements>().GrantAsync(new EntitlementDetails(customer, EntitlementUnit.Cases, 1, s_from, s_until))).Errors.Should().ContainSingle(e => e.Code == "ActNotAllowed");
        await using var other = host.Work(new CrmScope(Actor.PortalCustomer("bob", [CustomerId.New(host.Clock.Now).ToSubject()])));
        (await other.Get<Entitlements>().FindAsync(id)).Should().BeNull();
        (await other.Get<Entitlements>().ListAsync(customer)).Should().BeEmpty();
        (await other.Get<Entitlements>().EntriesAsync(id)).Should().BeEmpty();
    }

    private static async Task<(CustomerId Customer, EntitlementId Entitlement)> GrantAsync(
        CrmWork<SpecificationContext> work, decimal total, Func<EntitlementDetails, EntitlementDetails>? more = null, CustomerId? customer = null)
    {
        var owner = customer ?? await work.RegisterAsync();
        var unit = total == decimal.Truncate(total) ? EntitlementUnit.Cases : EntitlementUnit.Hours;
        var details = new EntitlementDetails(owner, unit, total, s_from, s_until);
        var granted = await work.Get<Entitlements>().GrantAsync(more?.Invoke(details) ?? details);
        await work.SaveAsync();
        return (owner, granted.Value.Id);
    }

    private static async Task BalancedAsync(CrmWork<SpecificationContext> work, EntitlementId id, decimal total, decimal used)
    {
        var balance = (await work.Get<Entitlements>().BalanceAsync(id)).Value;
        var stored = await work.Context.Set<Entitlement>().AsNoTracking().SingleAsync(e => e.Id == id);
        (balance.Total, balance.Used, stored.Total, stored.Used).Should().Be((total, used, total, used));
    }

    private sealed class Told(List<ServiceCaseId> told) : ICaseObserver
    {
        public Task ChangedAsync(IReadOnlyList<ServiceCase> changed, Instant now, CancellationToken cancellationToken)
        {
            told.AddRange(changed.Select(c => c.Id));
            return Task.CompletedTask;
        }
    }
}
