using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/activities-and-calendars.md says.</summary>
public sealed class ActivitiesGuideTests
{
    [Fact]
    [Trait("Check", "IN-09")]
    public async Task Guide_FromCallToAnswer_DoesWhatItSays()
    {
        var sent = new List<string>();
        await using var host = await GuideHost<CrmDbContext>.StartAsync(
            ActivitiesGuide.Settle, crm => crm.AddEventHandler<ActivityReminderDue, ActivitiesGuide.ReminderMail>().Services.AddSingleton(sent));
        var (clock, planner, calendar, unit) = (host.Clock, host.Get<ActivityPlanner>(), host.Get<ActivityCalendar>(), host.Get<ICrmUnitOfWork>());
        var anna = (await host.Get<CustomerDirectory>().RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi"), Emails = [EmailAddress.Parse("anna@example.com")] })).Value.Id;
        await host.SaveAsync();

        var task = await ActivitiesGuide.RecordCallAsync(planner, unit, anna, clock.Now + Duration.FromDays(1));
        (await planner.PlanAsync(new ActivityDetails(new ActivityKind("fitting"), "Try it on", clock.Now + Duration.FromHours(3)))).Value.DueAt.Should().Be(clock.Now + Duration.FromMinutes(225));
        await host.SaveAsync();
        (await ActivitiesGuide.MyDayAsync(planner, "ada", new LocalDate(2026, 6, 2), DateTimeZone.Utc)).Select(a => a.Id).Should().Equal(task);

        (await ActivitiesGuide.RemindAsync(host.Get<ActivityReminders>(), unit)).Should().Be(clock.Now + Duration.FromHours(22));
        clock.Advance(Duration.FromHours(22));
        (await ActivitiesGuide.RemindAsync(host.Get<ActivityReminders>(), unit)).Should().BeNull();
        await host.DispatchAsync();
        sent.Should().Equal("ada: Send the offer");

        var (invitation, meeting) = await ActivitiesGuide.InviteAsync(planner, calendar, unit, anna, Instant.FromUtc(2026, 7, 1, 8, 0));
        invitation.Should().Contain("RRULE:FREQ=MONTHLY;COUNT=6;BYDAY=1WE");
        var reply = $"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:{meeting}\r\nSEQUENCE:0\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.com\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        (await ActivitiesGuide.AnswerAsync(calendar, unit, reply, EmailAddress.Parse("eve@example.com"))).Should().Be("CalendarAttendeeUnknown");
        (await ActivitiesGuide.AnswerAsync(calendar, unit, reply, EmailAddress.Parse("anna@example.com"))).Should().BeNull();
    }
}
