using Crm.Domain.Access;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Interactions;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Interactions;

/// <summary>Activities from plan to what came of them, as they are stored.</summary>
[Trait("Check", "IN-09")]
public abstract class ActivitySpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    public async Task Contact_WithFollowUpAndReminder_IsOneActAndOneSave()
    {
        var host = await HostAsync();
        var anna = await RegisterAsync(host);
        ActivityId task;
        await using (var work = host.Work())
        {
            var made = (await work.Get<ActivityPlanner>().RecordAsync(
                new ContactDetails(anna, Channels.Phone, Direction.Inbound, "Asks for an offer"),
                new ActivityDetails(ActivityKinds.Task, "Send the offer", host.Clock.Now + Duration.FromDays(2)) { RemindBefore = [Duration.FromHours(4)] })).Value;
            task = made.FollowUp.Id;
            (made.FollowUp.About, made.FollowUp.CustomerId, made.FollowUp.AssigneeId).Should().Be((made.Contact.Id.ToSubject(), anna, "ada"));
            await work.SaveAsync();
        }

        await using var reader = host.Work();
        var read = (await reader.Get<ActivityPlanner>().FindAsync(task))!;
        (read.Reminders.Single().DueAt, read.NextReminderAt, read.IsTask).Should().Be((host.Clock.Now + Duration.FromHours(44), host.Clock.Now + Duration.FromHours(44), true));
        (await reader.History.TimelineAsync(anna.ToSubject())).Items.Select(i => i.Kind).Should().BeEquivalentTo("customer-created", "interaction", "activity-planned");
    }

    [SkippableFact]
    public async Task Contact_WhoseFollowUpIsRefused_IsNotRecordedEither()
    {
        var host = await HostAsync();
        var anna = await RegisterAsync(host);
        await using var work = host.Work();
        var refused = await work.Get<ActivityPlanner>().RecordAsync(
            new ContactDetails(anna, Channels.Phone, Direction.Inbound, "Asks"), new ActivityDetails(new ActivityKind("picnic"), "Eat", host.Clock.Now));
        refused.Errors.Single().Code.Should().Be("ActivityKindUnknown");
        var call = (await work.Get<ActivityPlanner>().PlanAsync(new ActivityDetails(ActivityKinds.Call, "Call back", host.Clock.Now) { CustomerId = anna })).Value;
        await work.SaveAsync();
        foreach (var result in new ActivityResult[]
        {
            new() { Outcome = new string('x', 1001) }, new() { Took = Duration.FromMinutes(-1) }, new() { FollowUp = new ActivityDetails(ActivityKinds.Task, " ", host.Clock.Now) },
        })
        {
            (await work.Get<ActivityPlanner>().HoldAsync(call.Id, result)).Errors.Single().Code.Should().Be("InvalidValue");
        }

        await work.SaveAsync();
        (await work.Context.Set<Interaction>().CountAsync()).Should().Be(0);
    }

    [SkippableFact]
    public async Task Call_Held_RecordsTheContactWithItsDurationAndWhatFollows()
    {
        var host = await HostAsync();
        var anna = await RegisterAsync(host);
        ActivityId call;
        await using (var work = host.Work())
        {
            call = (await work.Get<ActivityPlanner>().PlanAsync(new ActivityDetails(ActivityKinds.Call, "Call Anna back", host.Clock.Now + Duration.FromHours(1)) { CustomerId = anna })).Value.Id;
            await work.SaveAsync();
        }

        host.Clock.Advance(Duration.FromHours(1));
        await using (var work = host.Work())
        {
            (await work.Get<ActivityPlanner>().StartAsync(call)).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        host.Clock.Advance(Duration.FromMinutes(12));
        await using (var work = host.Work())
        {
            var held = (await work.Get<ActivityPlanner>().HoldAsync(call, new ActivityResult
            {
                Outcome = "Wants it in red", FollowUp = new ActivityDetails(ActivityKinds.Task, "Order it in red", host.Clock.Now + Duration.FromDays(1)),
            })).Value;
            (held.Contact!.Channel, held.Contact.Duration, held.Contact.At, held.Contact.Direction, held.Contact.Body)
                .Should().Be((Channels.Phone, Duration.FromMinutes(12), host.Clock.Now - Duration.FromMinutes(12), Direction.Outbound, "Wants it in red"));
            (held.Activity.InteractionId, held.FollowUp!.About).Should().Be((held.Contact.Id, held.Contact.Id.ToSubject()));
            await work.SaveAsync();
            (await work.Get<ActivityPlanner>().HoldAsync(call)).Errors.Single().Code.Should().Be("ActivityTransitionNotAllowed");
        }

        await using var reader = host.Work();
        (await reader.Get<ActivityPlanner>().FindAsync(call))!.Status.Should().Be(ActivityStatus.Held);
        (await reader.Context.Set<Interaction>().CountAsync()).Should().Be(1);
    }

    [SkippableFact]
    public async Task Overdue_IsAskedOfTheClock_AndNothingIsWritten()
    {
        var host = await HostAsync();
        var anna = await RegisterAsync(host);
        await using var work = host.Work();
        var planner = work.Get<ActivityPlanner>();
        var ids = new List<ActivityId>();
        foreach (var hours in new[] { 3, 1, 2 })
        {
            ids.Add((await planner.PlanAsync(new ActivityDetails(ActivityKinds.Task, $"Due in {hours}", host.Clock.Now + Duration.FromHours(hours)) { CustomerId = anna })).Value.Id);
        }

        await work.SaveAsync();
        var start = host.Clock.Now;
        (await planner.OverdueAsync()).Items.Should().BeEmpty();
        (await planner.OverdueAsync(at: start + Duration.FromHours(3))).Items.Select(a => a.Subject).Should().Equal("Due in 1", "Due in 2");
        host.Clock.Advance(Duration.FromHours(5));
        (await planner.OverdueAsync()).Items.Select(a => a.Subject).Should().Equal("Due in 1", "Due in 2", "Due in 3");
        (await planner.CompleteAsync(ids[1])).Succeeded.Should().BeTrue();
        (await planner.MissAsync(ids[2], "Forgotten")).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await planner.OverdueAsync()).Items.Select(a => a.Subject).Should().Equal("Due in 3");
        (await work.Context.Set<Activity>().AsNoTracking().Where(a => a.Id == ids[0]).Select(a => a.Version).SingleAsync()).Should().Be(1);
    }

    [SkippableFact]
    public async Task Reminder_IsRaisedExactlyOnce_WhoeverAsksHoweverOften()
    {
        var host = await HostAsync();
        var anna = await RegisterAsync(host);
        await using (var work = host.Work())
        {
            await work.Get<ActivityPlanner>().PlanAsync(
                new ActivityDetails(ActivityKinds.Call, "Call", host.Clock.Now + Duration.FromHours(2)) { CustomerId = anna, RemindBefore = [Duration.FromHours(1), Duration.Zero] });
            (await work.Get<ActivityPlanner>().PlanAsync(new ActivityDetails(ActivityKinds.Task, "No reminder", host.Clock.Now))).Succeeded.Should().BeTrue();
            await work.SaveAsync();
            (await work.Get<ActivityReminders>().NextDueAsync()).Should().Be(host.Clock.Now + Duration.FromHours(1));
            (await work.Get<ActivityReminders>().RaiseDueAsync()).Value.Should().BeEmpty();
        }

        host.Clock.Advance(Duration.FromHours(1));
        await using (var first = host.Work())
        {
            await using var second = host.Work();
            (await first.Get<ActivityReminders>().RaiseDueAsync()).Value.Should().ContainSingle();
            (await second.Get<ActivityReminders>().RaiseDueAsync()).Value.Should().ContainSingle("both see it");
            (await first.UnitOfWork.SaveAsync()).Succeeded.Should().BeTrue();
            (await second.UnitOfWork.SaveAsync()).Errors.Single().Code.Should().Be("VersionConflict", "one of two wins");
            (await second.Get<ActivityReminders>().RaiseDueAsync()).Value.Should().BeEmpty();
        }

        host.Clock.Advance(Duration.FromDays(2));
        await using (var late = host.Work())
        {
            (await late.Get<ActivityReminders>().RaiseDueAsync()).Value.Should().ContainSingle();
            await late.SaveAsync();
            (await late.Get<ActivityReminders>().NextDueAsync()).Should().BeNull();
            (await late.Context.Set<OutboxMessage>().CountAsync(m => m.EventName == "interactions.activity-reminder-due")).Should().Be(2);
        }
    }

    [SkippableFact]
    public async Task Series_PlansTheNextWhenOneIsSettled_OnceOnly()
    {
        var host = await HostAsync();
        var anna = await RegisterAsync(host);
        await using var work = host.Work();
        var planner = work.Get<ActivityPlanner>();
        var first = (await planner.PlanAsync(new ActivityDetails(ActivityKinds.Task, "Weekly report", host.Clock.Now)
        {
            CustomerId = anna, TimeZone = "Europe/Rome", RemindBefore = [Duration.FromHours(1)], Recurrence = new Recurrence(RecurrenceRule.Parse("FREQ=WEEKLY;COUNT=3")),
        })).Value;
        await work.SaveAsync();

        var missed = (await planner.MissAsync(first.Id)).Value;
        await work.SaveAsync();
        (missed.Next!.PlannedAt, missed.Next.SeriesId, missed.Next.Reminders.Count).Should().Be((host.Clock.Now + Duration.FromDays(7), first.Id, 1));
        (await planner.CompleteAsync(first.Id)).Value.Next.Should().BeNull("it is planned already");
        var third = (await planner.CompleteAsync(missed.Next.Id)).Value.Next!;
        await work.SaveAsync();
        (await planner.CancelAsync(third.Id)).Value.Next.Should().BeNull("there were to be three");
        await work.SaveAsync();
        (await work.Context.Set<Activity>().CountAsync()).Should().Be(3);
    }

    [SkippableFact]
    public async Task Lists_OfAgentCustomerTeamAndRecord_ArePagedAndGated()
    {
        var host = await HostAsync();
        var (anna, other) = (await RegisterAsync(host), await RegisterAsync(host));
        await using var work = host.Work();
        var planner = work.Get<ActivityPlanner>();
        var opened = (await work.Desk.OpenAsync(new CaseDetails(anna, "Broken"))).Value.Id.ToSubject();
        for (var i = 0; i < 25; i++)
        {
            (await planner.PlanAsync(new ActivityDetails(ActivityKinds.Call, $"Call {i}", host.Clock.Now + Duration.FromHours(i / 3))
            {
                CustomerId = i % 5 == 0 ? other : anna, About = i == 7 ? opened : null, AssigneeId = i % 2 == 0 ? "ada" : null, TeamId = i % 2 == 1 ? "sales" : null,
                Audience = i == 4 ? Audience.Customer : Audience.Internal,
            })).Succeeded.Should().BeTrue();
        }

        await work.SaveAsync();
        var seen = new List<ActivitySummary>();
        for (PageKey? after = null; ;)
        {
            var page = await planner.ListAsync(new ActivityCriteria { CustomerId = anna }, new PageRequest { Take = 7, After = after });
            seen.AddRange(page.Items);
            if ((after = page.Next) is null)
            {
                break;
            }
        }

        seen.Should().HaveCount(20).And.OnlyHaveUniqueItems(a => a.Id);
        seen.Select(a => a.PlannedAt).Should().BeInAscendingOrder();
        (await planner.ListAsync(new ActivityCriteria { AssigneeId = "ada", From = host.Clock.Now + Duration.FromHours(2), Until = host.Clock.Now + Duration.FromHours(4) })).Items.Should().HaveCount(3);
        (await planner.ListAsync(new ActivityCriteria { TeamId = "sales" })).Items.Should().HaveCount(12);
        (await planner.ListAsync(new ActivityCriteria { About = opened })).Items.Single().About.Should().Be(opened);
        (await planner.ListAsync(new ActivityCriteria { Kinds = [ActivityKinds.Task] })).Items.Should().BeEmpty();
        (await planner.ListAsync(new ActivityCriteria { Statuses = [ActivityStatus.Planned] })).Items.Should().HaveCount(25);

        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("anna", [anna.ToSubject()])));
        var own = (await portal.Get<ActivityPlanner>().ListAsync()).Items.Should().ContainSingle().Subject;
        own.Subject.Should().Be("Call 4");
        (await portal.Get<ActivityPlanner>().FindAsync(own.Id)).Should().NotBeNull();
        (await portal.Get<ActivityPlanner>().FindAsync(seen[0].Id)).Should().BeNull();
        (await portal.Get<ActivityPlanner>().MissAsync(own.Id)).Errors.Single().Code.Should().Be("ActNotAllowed");
        (await portal.Get<ActivityPlanner>().OverdueAsync(at: host.Clock.Now + Duration.FromDays(3))).Items.Should().ContainSingle();
        (await portal.Get<ActivityReminders>().NextDueAsync()).Should().BeNull();
        await using var stranger = host.Work(new CrmScope(Actor.Guest));
        (await stranger.Get<ActivityPlanner>().ListAsync()).Items.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Merge_MovesActivitiesAndTheirParticipants()
    {
        var host = await HostAsync();
        var (anna, twin) = (await RegisterAsync(host), await RegisterAsync(host));
        await using (var work = host.Work())
        {
            (await work.Get<ActivityPlanner>().PlanAsync(new ActivityDetails(ActivityKinds.Meeting, "Meet", host.Clock.Now)
            {
                CustomerId = twin, About = twin.ToSubject(), Participants = [new ContactParty(ParticipantRole.Required, "anna@example.com") { CustomerId = twin }],
            })).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        await using (var work = host.Work())
        {
            (await work.Merger.MergeAsync(anna, twin)).Succeeded.Should().BeTrue();
        }

        await using var reader = host.Work();
        var listed = (await reader.Get<ActivityPlanner>().ListAsync(new ActivityCriteria { CustomerId = anna })).Items.Single();
        var moved = (await reader.Get<ActivityPlanner>().FindAsync(listed.Id))!;
        (moved.CustomerId, moved.About, moved.Participants.Single().CustomerId).Should().Be((anna, anna.ToSubject(), anna));
        (await reader.Get<ActivityPlanner>().PlanAsync(new ActivityDetails(ActivityKinds.Task, "For the twin", host.Clock.Now) { CustomerId = twin })).Value.CustomerId.Should().Be(anna);
    }

    [SkippableFact]
    public async Task Tenants_SeeTheirOwnActivitiesAlone()
    {
        var host = await HostAsync<TenantContext>();
        CrmScope Of(string tenant) => new(Actor.Agent("ada")) { TenantId = tenant };
        foreach (var tenant in new[] { "north", "south" })
        {
            await using var work = host.Work(Of(tenant));
            await work.Get<ActivityPlanner>().PlanAsync(new ActivityDetails(ActivityKinds.Task, tenant, host.Clock.Now) { RemindBefore = [] });
            await work.SaveAsync();
        }

        await using var north = host.Work(Of("north"));
        (await north.Get<ActivityPlanner>().OverdueAsync(at: host.Clock.Now + Duration.FromDays(1))).Items.Select(a => a.Subject).Should().Equal("north");
    }

    private static async Task<Domain.Customers.CustomerId> RegisterAsync(CrmTestHost<SpecificationContext> host)
    {
        await using var work = host.Work();
        return await work.RegisterAsync();
    }
}
