using Crm.Domain.Customers;
using Crm.Domain.Service;
using Crm.Domain.Time;
using Crm.Persistence.Specification.Infrastructure;
using NodaTime;

namespace Crm.Persistence.Specification.Service;

/// <summary>How promises were kept, from stored policies to stored logs, as of any instant.</summary>
[Trait("Check", "SC-11")]
public abstract class SlaReportSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly Instant s_from = Instant.FromUtc(2026, 5, 1, 0, 0);
    private static readonly SlaPromise s_promise = new() { FirstResponse = SlaDuration.OfMinutes(60), Resolution = SlaDuration.OfMinutes(480) };

    [SkippableFact]
    public async Task Compliance_AsOfAnInstant_IsCountedByPolicyPriorityTargetAndTeam()
    {
        var (host, story) = await TellAsync();
        var report = await ReportAsync(host, story.Later);
        report.Cases.Should().Be(3);
        report.Rows.Select(r => (r.Policy, r.Priority, r.Target, r.Team)).Should().Equal(
            ("Usual", CasePriority.Normal, SlaTarget.FirstResponse, null), ("Usual", CasePriority.Normal, SlaTarget.FirstResponse, "Printers"),
            ("Usual", CasePriority.Normal, SlaTarget.Resolution, null), ("Usual", CasePriority.Normal, SlaTarget.Resolution, "Printers"));

        // Answered after 30 minutes and in time; after 90 minutes; not at all within 120.
        var (alone, printers) = (report.Rows[0], report.Rows[1]);
        (alone.Met, alone.Missed, alone.Used, alone.MissedBy).Should().Be((0, 1, null, new SlaMinutes(60, 60, 60)));
        (printers.Met, printers.Missed, printers.Compliance, printers.Used, printers.MissedBy).Should().Be((1, 1, 0.5, new SlaMinutes(60, 60, 90), new SlaMinutes(30, 30, 30)));

        // One waits for the customer since an hour, one is solved after two hours, one runs.
        (report.Rows[2].Running, report.Rows[3].Paused, report.Rows[3].Met, report.Rows[3].Used).Should().Be((1, 1, 1, new SlaMinutes(120, 120, 120)));
    }

    [SkippableFact]
    [Trait("Check", "SC-10")]
    public async Task Compliance_AsOfTheSameInstant_IsTheSameWhateverHappensLater()
    {
        var (host, story) = await TellAsync();
        var (early, later) = (await ReportAsync(host, story.Early), await ReportAsync(host, story.Later));
        early.Rows.Should().NotBeEquivalentTo(later.Rows);
        early.Rows.Where(r => r.Target == SlaTarget.FirstResponse).Select(r => (r.Met, r.Running)).Should().BeEquivalentTo([(1, 1), (0, 1)]);

        // Cases go on and change hands; policy, calendar and priority change; open cases are reckoned anew.
        host.Clock.Advance(Duration.FromDays(1));
        await using (var work = host.Work())
        {
            (await work.Desk.ReplyAsync(story.Silent, "Sorry.")).ThrowIfFailed();
            (await work.Desk.PrioritiseAsync(story.Waiting, CasePriority.Urgent)).ThrowIfFailed();
            (await work.Work().TransferAsync(story.Item, story.Phones)).ThrowIfFailed();
            var policy = (await work.Get<SlaPolicies>().FindAsync("Usual"))!;
            (await work.Get<SlaPolicies>().PublishAsync(policy.Id, SlaPolicyTerms.ForAll(s_promise with { FirstResponse = SlaDuration.OfMinutes(5) }))).ThrowIfFailed();
            (await work.Get<ServiceCalendars>().ChangeWeekAsync("default", ServiceHours.Of(BusinessHours.In("Europe/Rome").OnWeekdays("09:00-10:00").Build()))).ThrowIfFailed();
            await work.SaveAsync();
        }

        await using (var work = host.Work())
        {
            (await work.Get<ServiceDeadlines>().ReapplyAsync()).ThrowIfFailed();
        }

        host.Clock.Advance(Duration.FromDays(30));
        (await ReportAsync(host, story.Early)).Should().BeEquivalentTo(early, o => o.WithStrictOrdering());
        (await ReportAsync(host, story.Later)).Should().BeEquivalentTo(later, o => o.WithStrictOrdering());
        (await ReportAsync(host, null)).Rows.Should().Contain(r => r.Team == "Phones").And.Contain(r => r.Priority == CasePriority.Urgent);
    }

    [SkippableFact]
    public async Task Compliance_OfWhatCannotBe_IsRefused()
    {
        var (host, story) = await TellAsync();
        await using var work = host.Work();
        var now = host.Clock.GetCurrentInstant();
        (await work.Get<SlaReports>().ComplianceAsync(new(now, now))).Errors.Should().ContainSingle().Which.Code.Should().Be("InvalidValue");
        (await work.Get<SlaReports>().ComplianceAsync(new(story.Opened, now) { AsOf = now + Duration.Epsilon })).Errors.Should().ContainSingle().Which.Code.Should().Be("InvalidValue");
        var before = (await work.Get<SlaReports>().ComplianceAsync(new(story.Opened - Duration.FromDays(2), story.Opened))).Value;
        (before.Cases, before.Rows.Count).Should().Be((0, 0));
    }

    // Three cases at once: two of the printers' queue, answered after 30 and 90 minutes, one of which waits for the customer then and one is
    // solved after two hours; and one that nobody answers.
    private async Task<(CrmTestHost<SpecificationContext> Host, Story Story)> TellAsync()
    {
        var host = await HostAsync();
        var opened = host.Clock.GetCurrentInstant();
        await using var work = host.Work();
        (await work.Get<ServiceCalendars>().CreateAsync("default", "Always", ServiceHours.Of(BusinessCalendar.AlwaysOpen(DateTimeZone.Utc)))).ThrowIfFailed();
        (await work.Get<SlaPolicies>().CreateAsync(new SlaPolicyDetails("Usual"), SlaPolicyTerms.ForAll(s_promise), isDefault: true)).ThrowIfFailed();
        var (printers, phones) = ((await work.Queues().CreateAsync("Printers")).Value.Id, (await work.Queues().CreateAsync("Phones")).Value.Id);
        var customer = await work.RegisterAsync();
        await work.SaveAsync();
        var (waiting, solved, silent) = (await OpenAsync(work, customer), await OpenAsync(work, customer), await OpenAsync(work, customer));
        await work.SaveAsync();
        var item = (await work.Work().AddAsync(printers, new WorkItemDetails { CaseId = waiting })).Value.Id;
        (await work.Work().AddAsync(printers, new WorkItemDetails { CaseId = solved })).ThrowIfFailed();
        await work.SaveAsync();

        host.Clock.Advance(Duration.FromMinutes(30));
        (await work.Desk.ReplyAsync(waiting, "Which model?")).ThrowIfFailed();
        await work.SaveAsync();
        host.Clock.Advance(Duration.FromMinutes(20));
        var early = host.Clock.GetCurrentInstant();
        host.Clock.Advance(Duration.FromMinutes(10));
        (await work.Desk.WaitAsync(waiting)).ThrowIfFailed();
        await work.SaveAsync();
        host.Clock.Advance(Duration.FromMinutes(30));
        (await work.Desk.ReplyAsync(solved, "Switch it on.")).ThrowIfFailed();
        await work.SaveAsync();
        host.Clock.Advance(Duration.FromMinutes(30));
        (await work.Desk.ResolveAsync(solved, "Switched on.")).ThrowIfFailed();
        await work.SaveAsync();
        return (host, new Story(opened, early, host.Clock.GetCurrentInstant(), waiting, silent, item, phones));
    }

    private static async Task<ServiceCaseId> OpenAsync(CrmWork<SpecificationContext> work, CustomerId customer) => (await work.Desk.OpenAsync(new CaseDetails(customer, "Broken"))).Value.Id;

    private static async Task<SlaComplianceReport> ReportAsync(CrmTestHost<SpecificationContext> host, Instant? asOf)
    {
        await using var work = host.Work();
        return (await work.Get<SlaReports>().ComplianceAsync(new(s_from, s_from + Duration.FromDays(90)) { AsOf = asOf })).Value;
    }

    private sealed record Story(Instant Opened, Instant Early, Instant Later, ServiceCaseId Waiting, ServiceCaseId Silent, WorkItemId Item, WorkQueueId Phones);
}
