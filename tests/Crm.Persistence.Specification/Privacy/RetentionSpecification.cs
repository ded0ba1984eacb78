using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Privacy;

/// <summary>Records go when their time is over, in batches, and never what a legal hold keeps.</summary>
public abstract class RetentionSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly RetentionPolicy s_erase = new("quiet persons", RetentionArea.Customers, 30, RetentionAction.Erase);
    private static readonly RetentionPolicy s_calls = new("old calls", RetentionArea.Interactions, 30, RetentionAction.Delete);
    private static readonly RetentionPolicy s_cases = new("old cases", RetentionArea.Cases, 30, RetentionAction.Anonymise);

    [SkippableFact]
    [Trait("Check", "CM-13")]
    public async Task Erase_PersonsWhoWereQuiet_GoesThroughAllInBatchesAndHonoursHolds()
    {
        var host = await KeyedAsync();
        await using var work = host.Work();
        var quiet = new List<CustomerId>();
        for (var i = 0; i < 5; i++)
        {
            quiet.Add(await work.RegisterAsync(new NewCustomer { Name = new PersonName($"Qyx{i}", "Rossi") }));
        }

        var (busy, held, firm) = (await work.RegisterAsync(), await work.RegisterAsync(), await work.RegisterAsync(new NewCustomer { OrganisationName = "Engines" }));
        (await work.Get<PrivacyMeasures>().PlaceAsync(held, PrivacyMeasureKind.LegalHold, "lawsuit")).Succeeded.Should().BeTrue();
        host.Clock.Advance(Duration.FromDays(20));
        (await work.History.RecordAsync(new ContactDetails(busy, Channels.Phone, Direction.Inbound, "Hello"))).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await work.Get<RetentionDesk>().PlanAsync(s_erase)).Value.Should().BeEquivalentTo(new { Due = 0, Held = 0 });
        host.Clock.Advance(Duration.FromDays(11));

        (await work.Get<RetentionDesk>().PlanAsync(s_erase)).Value.Should().Be(new RetentionPlan(host.Clock.Now - Duration.FromDays(30), 5, 1));
        var first = (await work.Get<RetentionDesk>().RunAsync(s_erase, batch: 2)).Value;
        first.Should().Be(new RetentionProgress(2, 0, quiet[1].Value));
        var second = (await work.Get<RetentionDesk>().RunAsync(s_erase, first.Next, 2)).Value;
        second.Should().Be(new RetentionProgress(2, 0, quiet[3].Value));

        // Interrupted and begun anew, without what was done.
        await using var anew = host.Work();
        (await anew.Get<RetentionDesk>().RunAsync(s_erase)).Value.Should().Be(new RetentionProgress(1, 0, null));
        (await anew.Get<RetentionDesk>().RunAsync(s_erase)).Value.Should().Be(new RetentionProgress(0, 0, null));
        var erased = await anew.Context.Set<Customer>().AsNoTracking().Where(c => c.ErasedAt != null).Select(c => c.Id).ToListAsync();
        erased.Should().BeEquivalentTo(quiet);
        (await anew.Customers.FindAsync(firm))!.ErasedAt.Should().BeNull();
        (await anew.Context.Set<AuditEntry>().CountAsync(a => a.Acts == "privacy.retention-applied")).Should().Be(3);
    }

    [SkippableFact]
    public async Task DeleteAndAnonymise_OldRecords_LeaveTheOthers()
    {
        var host = await KeyedAsync();
        await using var work = host.Work();
        var (anna, held) = (await work.RegisterAsync(Known.Anna), await work.RegisterAsync());
        foreach (var customer in new[] { anna, held })
        {
            (await work.History.RecordAsync(new ContactDetails(customer, Channels.Phone, Direction.Inbound, "Qyx old call") { Body = "qyx" })).Succeeded.Should().BeTrue();
            var opened = (await work.Desk.OpenAsync(new CaseDetails(customer, "Qyx kettle") { Description = "Qyx broke it" })).Value;
            await work.SaveAsync();
            (await work.Desk.ResolveAsync(opened.Id, "Qyx got another")).Succeeded.Should().BeTrue();
            (await work.Desk.CloseAsync(opened.Id)).Succeeded.Should().BeTrue();
            (await work.Desk.OpenAsync(new CaseDetails(customer, "Open still"))).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        (await work.Get<PrivacyMeasures>().PlaceAsync(held, PrivacyMeasureKind.LegalHold, "lawsuit")).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        host.Clock.Advance(Duration.FromDays(31));
        (await work.History.RecordAsync(new ContactDetails(anna, Channels.Phone, Direction.Inbound, "New call"))).Succeeded.Should().BeTrue();
        await work.SaveAsync();

        await using var desk = host.Work();
        foreach (var policy in new[] { s_calls, s_cases })
        {
            (await desk.Get<RetentionDesk>().PlanAsync(policy)).Value.Should().BeEquivalentTo(new { Due = 1, Held = 1 }, policy.Name);
            (await desk.Get<RetentionDesk>().RunAsync(policy)).Value.Should().Be(new RetentionProgress(1, 0, null));
            (await desk.Get<RetentionDesk>().RunAsync(policy)).Value.Done.Should().Be(0);
        }

        await using var again = host.Work();
        (await again.Context.Set<Interaction>().AsNoTracking().Where(i => i.CustomerId == anna).Select(i => i.Subject).ToListAsync()).Should().Equal("New call");
        var cases = await again.Context.Set<ServiceCase>().AsNoTracking().Where(c => c.CustomerId == anna).OrderBy(c => c.Number).ToListAsync();
        cases.Select(c => (c.Subject, c.Status)).Should().Equal(("[erased]", CaseStatus.Closed), ("Open still", CaseStatus.New));
        cases[0].Messages.Select(m => m.Body).Should().AllBe("[erased]");
        var marked = (await TableContents.ReadAsync(again.Context)).SelectMany(t => t.Value).Where(r => r.Contains("qyx", StringComparison.OrdinalIgnoreCase)).ToList();
        var theirs = await again.Context.Set<Interaction>().AsNoTracking().Where(i => i.CustomerId == held).Select(i => i.Subject).ToListAsync();
        theirs.Should().Equal("Qyx old call");
        var left = await again.Context.Set<ServiceCase>().AsNoTracking().Where(c => c.CustomerId == held).Select(c => c.Id).ToListAsync();
        marked.Should().NotBeEmpty().And.OnlyContain(r => !r.Contains(cases[0].Id.ToString(), StringComparison.OrdinalIgnoreCase), "what is left is of whom the hold keeps");
        left.Should().HaveCount(2);
    }

    [SkippableFact]
    public async Task Run_WhatMakesNoSense_IsRefusedAndChangesNothing()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.RegisterAsync(Known.Anna);
        host.Clock.Advance(Duration.FromDays(31));
        var before = await DatabaseState.ReadAsync(work.Context);
        foreach (var (policy, code) in new[]
        {
            (s_erase with { Action = RetentionAction.Delete }, "RetentionNotPossible"), (s_calls with { Action = RetentionAction.Erase }, "RetentionNotPossible"),
            (s_calls with { Area = (RetentionArea)9 }, "RetentionNotPossible"), (s_calls with { Days = 0 }, "InvalidValue"), (s_calls with { Name = " " }, "InvalidValue"),
        })
        {
            (await work.Get<RetentionDesk>().PlanAsync(policy)).Errors.Single().Code.Should().Be(code, policy.ToString());
            (await work.Get<RetentionDesk>().RunAsync(policy)).Errors.Single().Code.Should().Be(code, policy.ToString());
        }

        (await work.Get<RetentionDesk>().RunAsync(s_calls, batch: 0)).Errors.Single().Code.Should().Be("InvalidValue");
        (await work.Get<RetentionDesk>().RunAsync(s_erase)).Errors.Single().Code.Should().Be("SuppressionKeyMissing");
        await using var guest = host.Work(new CrmScope(Actor.Guest));
        (await guest.Get<RetentionDesk>().PlanAsync(s_erase)).Errors.Single().Code.Should().Be("ActNotAllowed");
        (await guest.Get<RetentionDesk>().RunAsync(s_calls)).Errors.Single().Code.Should().Be("ActNotAllowed");
        (await DatabaseState.ReadAsync(work.Context)).Should().Equal(before);
    }

    private Task<CrmTestHost<SpecificationContext>> KeyedAsync() => HostAsync(s => s.Crm = o => o.SuppressionKey = Convert.ToBase64String(new byte[32]));
}
