using Crm.Domain.Access;
using Crm.Domain.Automation;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Sales;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Automation;

/// <summary>How long processes take from an event to its answer.</summary>
[Trait("Check", "AN-10")]
public abstract class LeadTimeSpecification<TFixture>(TFixture fixture) : AutomationSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly Instant s_begin = Instant.FromUtc(2026, 6, 1, 8, 0);

    [SkippableFact]
    public async Task Cases_FirstAnswerAndSolution_OfEachQueue_AsOfAnyMoment()
    {
        var host = await HostAsync(Handling());
        var customer = await CustomerAsync(host);
        WorkQueueId fast, slow;
        await using (var work = host.Work())
        {
            var queues = work.Get<WorkQueues>();
            fast = (await queues.CreateAsync("Fast")).Value.Id;
            slow = (await queues.CreateAsync("Slow")).Value.Id;
            await work.SaveAsync();
        }

        // Answers after 10, 20 and 60 minutes in one queue, after 2 hours and never in the other; one of no queue.
        await CaseAsync(host, customer, fast, 10, 30);
        await CaseAsync(host, customer, fast, 20, null);
        await CaseAsync(host, customer, fast, 60, 90);
        await CaseAsync(host, customer, slow, 120, null);
        await CaseAsync(host, customer, slow, null, null);
        await CaseAsync(host, customer, null, 30, null);
        host.Clock.Now = s_begin + Duration.FromDays(10);

        await using var asked = host.Work();
        var times = asked.Get<LeadTimes>();
        var (from, until) = (s_begin, s_begin + Duration.FromDays(1));
        var report = (await times.MeasureAsync("case", from, until)).Value;
        report.Steps.Select(s => s.Step).Should().Equal("firstAnswer", "resolved");
        report.Steps[0].Total.Should().Be(Figures(6, 5, 48, 30, 120, 120));
        report.Steps[0].Teams.Should().Equal(("Fast", Figures(3, 3, 30, 20, 60, 60)), ("Slow", Figures(2, 1, 120, 120, 120, 120)), (null, Figures(1, 1, 30, 30, 30, 30)));
        report.Steps[0].Total.Open.Should().Be(1);
        report.Steps[1].Total.Should().Be(Figures(6, 2, 60, 60, 90, 90));

        // As of 25 minutes after the last one began, only what was known then counts; asked later, the answer is the same.
        var early = (await times.MeasureAsync("case", from, until, s_begin + Duration.FromMinutes(25))).Value;
        early.Steps[0].Total.Should().Be(Figures(6, 2, 15, 15, 20, 20));
        (await times.MeasureAsync("case", from, until, s_begin - Duration.FromMinutes(1))).Value.Steps[0].Total.Should().Be(Figures(0, 0));
        (await times.MeasureAsync("case", until, until + Duration.FromDays(1))).Value.Steps[0].Teams.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Change_OfAProcess_IsJudgedByTwoEqualWindows()
    {
        var host = await HostAsync(Handling());
        var customer = await CustomerAsync(host);
        await CaseAsync(host, customer, null, 240, null);
        await CaseAsync(host, customer, null, 360, null);
        host.Clock.Now = s_begin + Duration.FromDays(7);
        await CaseAsync(host, customer, null, 60, null);
        host.Clock.Now = s_begin + Duration.FromDays(14);
        await using var work = host.Work();
        var change = (await work.Get<LeadTimes>().CompareAsync("case", s_begin + Duration.FromDays(7), Duration.FromDays(7))).Value;

        change.Before.Steps[0].Total.Should().Be(Figures(2, 2, 300, 300, 360, 360));
        change.After.Steps[0].Total.Should().Be(Figures(1, 1, 60, 60, 60, 60));
        (await work.Get<LeadTimes>().CompareAsync("case", host.Clock.Now, Duration.FromDays(7))).Errors.Single().Code.Should().Be("InvalidValue");
    }

    [SkippableFact]
    public async Task Contacts_Leads_Rules_AreMeasuredToo()
    {
        var host = await HostAsync(Handling());
        await RuleAsync(host, "tag", OnCreated("""{"do":"addTag","tag":"new"}"""));
        await RuleAsync(host, "never", OnCreated("""{"do":"addTag","tag":"x"}""", """{"field":"customer.familyName","operator":"equals","value":"nobody"}"""));
        var customer = await CustomerAsync(host);
        host.Clock.Advance(Duration.FromMinutes(3));
        await DrainAsync(host);
        LeadId lead;
        await using (var work = host.Work())
        {
            await work.History.RecordAsync(new ContactDetails(customer, Channels.Email, Direction.Inbound, "Hello"));
            lead = (await work.Get<LeadDesk>().ReceiveAsync(new LeadDetails { Name = new PersonName("Bo", "Bianchi") })).Value.Id;
            await work.Care.AssignAsync(customer, "anna", null, "north");
            await work.SaveAsync();
        }

        host.Clock.Advance(Duration.FromMinutes(5));
        await using (var work = host.Work())
        {
            await work.History.RecordAsync(new ContactDetails(customer, Channels.Email, Direction.Outbound, "Hello to you"));
            await work.Get<LeadDesk>().AssignAsync(lead, "bea");
            await work.SaveAsync();
        }

        await using var asked = host.Work();
        var times = asked.Get<LeadTimes>();
        var until = s_begin + Duration.FromDays(1);
        (await times.MeasureAsync("contact", s_begin, until)).Value.Steps.Single().Teams.Should().Equal(("north", Figures(1, 1, 5, 5, 5, 5)));
        (await times.MeasureAsync("lead", s_begin, until)).Value.Steps.Select(s => s.Total).Should().Equal(Figures(1, 1, 5, 5, 5, 5), Figures(1, 0), Figures(1, 0));
        (await times.MeasureAsync("rule", s_begin, until)).Value.Steps.Single().Teams.Should().Equal(("tag", Figures(1, 1, 3, 3, 3, 3)));
        (await times.MeasureAsync("opportunity", s_begin, until)).Value.Steps.Should().HaveCount(3).And.OnlyContain(s => s.Total.Begun == 0);
        (await times.MeasureAsync("none", s_begin, until)).Errors.Single().Code.Should().Be("LeadTimeProcessUnknown");
        (await times.MeasureAsync("case", until, until)).Errors.Single().Code.Should().Be("InvalidValue");
        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("eve", [])));
        (await portal.Get<LeadTimes>().MeasureAsync("case", s_begin, until)).Errors.Single().Code.Should().Be("ActNotAllowed");
    }

    /// <summary>A case that begins at the host's time, with what follows so many minutes later; the clock stands as before afterwards.</summary>
    private static async Task CaseAsync(CrmTestHost<SpecificationContext> host, CustomerId customer, WorkQueueId? queue, int? answered, int? resolved)
    {
        var began = host.Clock.Now;
        ServiceCaseId id;
        await using (var work = host.Work())
        {
            id = (await work.Desk.OpenAsync(new CaseDetails(customer, "Broken"))).Value.Id;
            if (queue is { } line)
            {
                (await work.Get<WorkDesk>().AddAsync(line, new WorkItemDetails { CaseId = id })).WithoutValue().ThrowIfFailed();
            }

            await work.SaveAsync();
        }

        foreach (var (minutes, act) in new (int?, Func<ServiceDesk, Task>)[] { (answered, d => d.ReplyAsync(id, "Hello")), (resolved, d => d.ResolveAsync(id, "Mended")) })
        {
            if (minutes is { } after)
            {
                host.Clock.Now = began + Duration.FromMinutes(after);
                await using var work = host.Work();
                await act(work.Desk);
                await work.SaveAsync();
            }
        }

        host.Clock.Now = began;
    }

    private static LeadTimeFigures Figures(long begun, long ended, double? mean = null, double? median = null, double? p90 = null, double? longest = null) =>
        new(begun, ended, Minutes(mean), Minutes(median), Minutes(p90), Minutes(longest));

    private static Duration? Minutes(double? minutes) => minutes is { } known ? Duration.FromMilliseconds((long)(known * 60_000)) : null;
}
