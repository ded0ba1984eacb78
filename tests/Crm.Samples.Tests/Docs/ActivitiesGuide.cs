using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/activities-and-calendars.md.</summary>
internal static class ActivitiesGuide
{
    // docs: activities-kinds
    public static void Settle(CrmOptions options) => options.ActivityKinds.Register(
        new ActivityKindDefinition(new ActivityKind("fitting"), "Fitting") { UsualLength = Duration.FromMinutes(45), Channel = Channels.Store });
    // docs: end

    // docs: activities-follow-up
    public static async Task<ActivityId> RecordCallAsync(ActivityPlanner planner, ICrmUnitOfWork unitOfWork, CustomerId customer, Instant tomorrow)
    {
        var recorded = await planner.RecordAsync(
            new ContactDetails(customer, Channels.Phone, Direction.Inbound, "Asks for an offer"),
            new ActivityDetails(ActivityKinds.Task, "Send the offer", tomorrow) { RemindBefore = [Duration.FromHours(2)] });
        await unitOfWork.SaveAsync();                       // contact, task and reminder: all or nothing
        return recorded.Value.FollowUp.Id;
    }
    // docs: end

    // docs: activities-my-day
    public static async Task<IReadOnlyList<ActivitySummary>> MyDayAsync(ActivityPlanner planner, string agent, LocalDate day, DateTimeZone zone)
    {
        var late = await planner.OverdueAsync(new ActivityCriteria { AssigneeId = agent });
        var today = await planner.ListAsync(new ActivityCriteria
        {
            AssigneeId = agent,
            From = zone.AtStartOfDay(day).ToInstant(),
            Until = zone.AtStartOfDay(day.PlusDays(1)).ToInstant(),
        });
        return [.. late.Items, .. today.Items];
    }
    // docs: end

    // docs: activities-reminders
    public static async Task<Instant?> RemindAsync(ActivityReminders reminders, ICrmUnitOfWork unitOfWork)
    {
        await reminders.RaiseDueAsync();                    // ActivityReminderDue goes through the outbox
        await unitOfWork.SaveAsync();
        return await reminders.NextDueAsync();              // nothing to do before this moment, unless something is planned
    }

    public sealed class ReminderMail(List<string> sent) : ICrmEventHandler<ActivityReminderDue>
    {
        public Task HandleAsync(ActivityReminderDue happened, CrmDelivery delivery, CancellationToken cancellationToken)
        {
            sent.Add($"{happened.AssigneeId}: {happened.Subject}");
            return Task.CompletedTask;
        }
    }
    // docs: end

    // docs: activities-calendar
    public static async Task<(string Invitation, ActivityId Id)> InviteAsync(ActivityPlanner planner, ActivityCalendar calendar, ICrmUnitOfWork unitOfWork, CustomerId customer, Instant at)
    {
        var meeting = await planner.PlanAsync(new ActivityDetails(ActivityKinds.Meeting, "Look at kettles", at)
        {
            CustomerId = customer,
            TimeZone = "Europe/Rome",
            Recurrence = new Recurrence(RecurrenceRule.Parse("FREQ=MONTHLY;BYDAY=1WE;COUNT=6")),
            Participants =
            [
                new ContactParty(ParticipantRole.Organiser, "ada@shop.example", "Ada"),
                new ContactParty(ParticipantRole.Required, "anna@example.com", "Anna Rossi") { CustomerId = customer },
            ],
        });
        await unitOfWork.SaveAsync();
        return ((await calendar.WriteAsync(meeting.Value.Id, CalendarMethod.Request)).Value, meeting.Value.Id);
    }

    public static async Task<string?> AnswerAsync(ActivityCalendar calendar, ICrmUnitOfWork unitOfWork, string reply, EmailAddress verifiedSender)
    {
        var answered = await calendar.ReplyAsync(reply, verifiedSender);
        await unitOfWork.SaveAsync();
        return answered.Succeeded ? null : answered.Errors[0].Code;
    }
    // docs: end
}
