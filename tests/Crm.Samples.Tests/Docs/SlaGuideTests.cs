using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/sla-you-can-explain.md says.</summary>
public sealed class SlaGuideTests
{
    private const string Feed = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:19480602\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:Festa della Repubblica\r\nEND:VEVENT\r\n"
        + "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20210328\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nSUMMARY:Inizio dell'ora legale\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    [Fact]
    [Trait("Check", "SC-06")]
    [Trait("Check", "SC-09")]
    [Trait("Check", "SC-11")]
    public async Task Case_FromItsHoursToItsDeadline_CanBeExplained()
    {
        await using var host = await GuideHost<CrmDbContext>.StartAsync();
        var imported = await SlaGuide.SetHoursAsync(host.Get<ServiceCalendars>(), Feed);
        (imported.Ignored, imported.Days > 2).Should().Be((1, true));
        await SlaGuide.PromiseAsync(host.Get<SlaPolicies>());
        var anna = (await host.Get<CustomerDirectory>().RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi") })).Value.Id;
        await host.SaveAsync();
        var opened = (await host.Get<ServiceDesk>().OpenAsync(new CaseDetails(anna, "Kettle leaks"))).Value;
        await host.SaveAsync();
        (await SlaGuide.WhyAsync(host.Get<ServiceLevels>(), opened.Id)).Should().Equal("Urgent: ConditionFails, priority equals", "Usual: ChosenAsDefault");

        (await host.Get<ServiceDesk>().PrioritiseAsync(opened.Id, CasePriority.Urgent)).Succeeded.Should().BeTrue();
        await host.SaveAsync();
        (await SlaGuide.WhyAsync(host.Get<ServiceLevels>(), opened.Id)).Should().Equal("Urgent: Chosen", "Usual: NotAsked");

        var now = host.Get<CrmActs>().Now;
        var terms = (await host.Get<IServiceLevelBook>().ChooseAsync(opened, now, default))!.Terms;
        SlaGuide.Explain(terms, [SlaEvent.Opened(At(8, 16, 45), terms), SlaEvent.StatusChanged(At(11, 10, 0), CaseCategory.Paused), SlaEvent.StatusChanged(At(11, 14, 0), CaseCategory.Open)], At(11, 15, 0))
            .Should().Equal(
                "Fri 16:45 – Mon 10:00: 105 min counted",
                "Mon 10:00 – Mon 14:00: 180 min waiting for the customer",
                "Mon 14:00 – Mon 15:00: 60 min counted",
                "used 165 of 240 min, due Mon 16:15, Running");

        (await SlaGuide.ReportAsync(host.Get<SlaReports>(), now - Duration.FromDays(1), now + Duration.FromDays(1), now)).Should().NotBeEmpty();

        var later = await SlaGuide.OpenLongerAsync(host.Get<ServiceCalendars>(), now + Duration.FromDays(200));
        await host.SaveAsync();
        (later.Number, later.Calendar.Dates.ContainsKey(new LocalDate(2026, 12, 7))).Should().Be((4, true));
        (await host.Get<IServiceLevelBook>().ChooseAsync(opened, now, default))!.Terms.Should().Be(terms, "it holds later");
    }

    private static Instant At(int day, int hour, int minute) => new LocalDateTime(2026, 5, day, hour, minute).InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Rome"]).ToInstant();
}
