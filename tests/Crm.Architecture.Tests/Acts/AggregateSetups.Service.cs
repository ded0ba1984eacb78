using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Service;
using NodaTime;

namespace Crm.Architecture.Tests.Acts;

/// <summary>Set-ups of service.</summary>
internal static partial class AggregateSetups
{
    private static IReadOnlyList<AggregateSetup> Service =>
    [
        AggregateSetup.Of(() => new ServiceCase(ServiceCaseId.New(s_now), CaseNumber.From(1), new CaseDetails(s_customer, "Broken"), "Ada", s_now))
            .Before<ServiceCase>(nameof(ServiceCase.Prioritise), _ => [CasePriority.Urgent, s_now])
            .Before<ServiceCase>(nameof(ServiceCase.MoveTo), _ => [CaseStatus.Resolved, "Repaired.", s_now, null])
            .Before<ServiceCase>(nameof(ServiceCase.Close), c => c.Resolve("Repaired.", s_now))
            .Before<ServiceCase>(nameof(ServiceCase.CanLock), c => c.Resolve("Repaired.", s_now))
            .Before<ServiceCase>(nameof(ServiceCase.Lock), c => c.Resolve("Repaired.", s_now))
            .Before<ServiceCase>(nameof(ServiceCase.Follow), _ => [s_customer, s_now])
            .Before<ServiceCase>(nameof(ServiceCase.Unfollow), c =>
            {
                c.Follow(s_customer, s_now);
                return [s_customer, s_now];
            })
            .Before<ServiceCase>(nameof(ServiceCase.Reopen), c => c.Resolve("Repaired.", s_now))
            .Before<ServiceCase>(nameof(ServiceCase.ChangeDetails), _ => [new CaseDescription("Broken, too") { Type = "complaint", Sku = "kettle", SerialNumber = "4711", OrderId = OrderId.New(s_now), OrderLine = 1 }, s_now])
            .Before<ServiceCase>(nameof(ServiceCase.CanJoin), _ => [Case(2)])
            .Before<ServiceCase>(nameof(ServiceCase.Join), _ => [Case(2), s_now])
            .Before<ServiceCase>(nameof(ServiceCase.Leave), c => c.Join(Case(2), s_now))
            .Before<ServiceCase>(nameof(ServiceCase.CanAdopt), c => [Joined(c)])
            .Before<ServiceCase>(nameof(ServiceCase.Adopt), c => [Joined(c), s_now])
            .Before<ServiceCase>(nameof(ServiceCase.Release), c =>
            {
                var child = Joined(c);
                c.Adopt(child, s_now);
                return [child.Id, s_now];
            })
            .Before<ServiceCase>(nameof(ServiceCase.Unrelate), c =>
            {
                var other = ServiceCaseId.New(s_now);
                c.Relate(other, s_now);
                return [other, s_now];
            })
            .Before<ServiceCase>(nameof(ServiceCase.SplitOff), c =>
            {
                c.Receive("One", "Ada", s_now);
                c.Receive("Two", "Ada", s_now);
                return [c.Messages[1].Id, ServiceCaseId.New(s_now), CaseNumber.From(3), "Another matter", s_now];
            })
            .Before<ServiceCase>(nameof(ServiceCase.CloseForSilence), c =>
            {
                c.Resolve("Repaired.", s_now);
                return [3, s_now + Duration.FromDays(3)];
            })
            .Before<ServiceCase>(nameof(ServiceCase.CanMergeInto), _ => [Case(2)])
            .Before<ServiceCase>(nameof(ServiceCase.MergeInto), _ => [Case(2), s_now])
            .Before<ServiceCase>(nameof(ServiceCase.CanTakeOver), c => [Merged(c)])
            .Before<ServiceCase>(nameof(ServiceCase.TakeOver), TakingOver),
        AggregateSetup.Of(() => new Technician(TechnicianId.New(s_now), "ada", Technician(), s_now))
            .Before<Technician>(nameof(Domain.Service.Technician.Describe), _ => [Technician() with { Name = "Ada L." }, s_now])
            .Before<Technician>(nameof(Domain.Service.Technician.Return), t => t.Retire(s_now))
            .Before<Technician>(nameof(Domain.Service.Technician.CanBeAbsent), _ => [s_now, s_now + Duration.FromHours(1)])
            .Before<Technician>(nameof(Domain.Service.Technician.BeAbsent), _ => [TechnicianAbsenceId.New(s_now), s_now, s_now + Duration.FromHours(1), "Ill", s_now])
            .Before<Technician>(nameof(Domain.Service.Technician.BePresent), t =>
            {
                var id = TechnicianAbsenceId.New(s_now);
                t.BeAbsent(id, s_now, s_now + Duration.FromHours(1), "Ill", s_now);
                return [id, s_now];
            }),
        AggregateSetup.Of(() => new ServiceVisit(ServiceVisitId.New(s_now), VisitNumber.From(1), Visit(), true, s_now))
            .Before<ServiceVisit>(nameof(ServiceVisit.CanBook), _ => [Appointment(0)])
            .Before<ServiceVisit>(nameof(ServiceVisit.Book), v =>
            {
                v.Request(s_now);
                return [VisitBookingId.New(s_now), Appointment(0), s_now];
            })
            .Before<ServiceVisit>(nameof(ServiceVisit.CanRebook), _ => [Appointment(1)])
            .Before<ServiceVisit>(nameof(ServiceVisit.Rebook), v => Booked(v, _ => [VisitBookingId.New(s_now), Appointment(1), s_now]))
            .Before<ServiceVisit>(nameof(ServiceVisit.CancelBooking), v => Booked(v, _ => null))
            .Before<ServiceVisit>(nameof(ServiceVisit.BeNoShow), v => Booked(v, _ => null))
            .Before<ServiceVisit>(nameof(ServiceVisit.Depart), v => Booked(v, _ => null))
            .Before<ServiceVisit>(nameof(ServiceVisit.Arrive), v => Booked(v, _ => null))
            .Before<ServiceVisit>(nameof(ServiceVisit.Complete), v => Booked(v, b =>
            {
                b.Arrive(s_now);
                return [new VisitOutcome("Done") { PartsUsed = [new("SEAL", 1)] }, s_now];
            }))
            .Before<ServiceVisit>(nameof(ServiceVisit.Describe), _ => [Visit() with { Subject = "Another" }, s_now]),
        AggregateSetup.Of(() => new Entitlement(EntitlementId.New(s_now), new EntitlementDetails(s_customer, EntitlementUnit.Cases, 10, s_day, s_day.PlusDays(30)), null, "ada", s_now))
            .Before<Entitlement>(nameof(Entitlement.Extend), _ => [s_day.PlusDays(60), s_now])
            .Before<Entitlement>(nameof(Entitlement.GiveBack), e => e.Use(ServiceCaseId.New(s_now), 5, null, "ada", s_now))
            .Before<Entitlement>(nameof(Entitlement.Resume), e => e.Suspend(null, s_now)),
        AggregateSetup.Of(() => new WorkQueue(WorkQueueId.New(s_now), "Support", new QueueSettings(), s_now))
            .Before<WorkQueue>(nameof(WorkQueue.Open), q => q.Close(s_now))
            .Before<WorkQueue>(nameof(WorkQueue.Weigh), q => q.Join("sample", 1, s_now))
            .Before<WorkQueue>(nameof(WorkQueue.Leave), q => q.Join("sample", 1, s_now)),
        AggregateSetup.Of(() => new QueueAgent(QueueAgentId.New(s_now), "ada", new AgentProfile(), s_now)),
        AggregateSetup.Of(() => new WorkItem(
                WorkItemId.New(s_now), WorkQueueId.New(s_now), new WorkItemDetails { CaseId = ServiceCaseId.New(s_now), CustomerId = s_customer, Topic = "invoice" }, new WorkDemand(null, 1, []), s_now))
            .Before<WorkItem>(nameof(WorkItem.Offer), _ => ["ada", s_now + Duration.FromMinutes(1), s_now])
            .Before<WorkItem>(nameof(WorkItem.Requeue), i => i.Accept("ada", s_now))
            .Before<WorkItem>(nameof(WorkItem.Finish), i => i.Accept("ada", s_now)),
        AggregateSetup.Of(() => new ServiceCalendar(ServiceCalendarId.New(s_now), "rome", "Rome", Hours("09:00-17:00"), "ada", s_now))
            .Before<ServiceCalendar>(nameof(ServiceCalendar.CanChangeHours), _ => [Hours("08:00-20:00"), s_now, s_now])
            .Before<ServiceCalendar>(nameof(ServiceCalendar.ChangeHours), _ => [Hours("08:00-20:00"), s_now, "ada", s_now])
            .Before<ServiceCalendar>(nameof(ServiceCalendar.CanSetDays), _ => [new[] { ServiceDay.Holiday(s_day) }, Array.Empty<LocalDate>(), s_now])
            .Before<ServiceCalendar>(nameof(ServiceCalendar.SetDays), _ => [new[] { ServiceDay.Holiday(s_day) }, Array.Empty<LocalDate>(), "ada", s_now])
            .Before<ServiceCalendar>(nameof(ServiceCalendar.CanTakeFeed), _ => ["italy", new[] { ServiceDay.Holiday(s_day) }, s_now])
            .Before<ServiceCalendar>(nameof(ServiceCalendar.TakeFeed), _ => ["italy", new[] { ServiceDay.Holiday(s_day) }, "ada", s_now]),
        AggregateSetup.Of(() => new SlaPolicy(SlaPolicyId.New(s_now), new SlaPolicyDetails("Gold"), Terms(60), 1, "ada", s_now))
            .Before<SlaPolicy>(nameof(SlaPolicy.Change), _ => [new SlaPolicyDetails("Silver"), s_now])
            .Before<SlaPolicy>(nameof(SlaPolicy.CanPublish), _ => [Terms(30)])
            .Before<SlaPolicy>(nameof(SlaPolicy.Publish), _ => [Terms(30), "ada", s_now])
            .Before<SlaPolicy>(nameof(SlaPolicy.StepDown), p => p.BecomeDefault(s_now))
            .Before<SlaPolicy>(nameof(SlaPolicy.Reinstate), p => p.Retire(s_now)),
    ];

    private static TechnicianProfile Technician() =>
        new("Ada", ServiceHours.Of(Domain.Time.BusinessHours.In("Europe/Rome").OnWeekdays("08:00-17:00").Build())) { Skills = [new TechnicianSkillDetails(new SkillLevel("gas", 3), s_day)] };

    private static VisitAppointment Appointment(int hour) => new(s_technician, s_now + Duration.FromHours(hour), s_now + Duration.FromHours(hour + 1));

    private static object?[]? Booked(ServiceVisit visit, Func<ServiceVisit, object?[]?> then)
    {
        visit.Request(s_now);
        visit.Book(VisitBookingId.New(s_now), Appointment(0), s_now);
        return then(visit);
    }

    private static object?[] TakingOver(ServiceCase target)
    {
        target.Resolve("Repaired.", s_now);
        return [Merged(target), true, s_now];
    }

    private static ServiceCase Joined(ServiceCase parent)
    {
        var child = Case(2);
        child.Join(parent, s_now);
        return child;
    }

    private static ServiceCase Merged(ServiceCase target)
    {
        var source = Case(2);
        source.MergeInto(target, s_now);
        return source;
    }

    private static ServiceHours Hours(string interval) => ServiceHours.Of(Domain.Time.BusinessHours.In("Europe/Rome").OnWeekdays(interval).Build());

    private static SlaPolicyTerms Terms(int minutes) => SlaPolicyTerms.ForAll(new SlaPromise { Resolution = SlaDuration.OfMinutes(minutes) });
}
