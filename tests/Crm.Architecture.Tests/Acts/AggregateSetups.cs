using Crm.Domain.Automation;
using Crm.Domain.Criteria;
using Crm.Domain.CustomFields;
using Crm.Domain.Customers;
using Crm.Domain.Feedback;
using Crm.Domain.Insights;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Marketing;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Sales;
using Crm.Domain.Service;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Architecture.Tests.Acts;

/// <summary>One set-up per aggregate of Crm.Domain. A new aggregate is added here, with what its acts need.</summary>
internal static class AggregateSetups
{
    private static readonly Instant s_now = SampleArguments.Now;
    private static readonly LocalDate s_day = new(2026, 6, 1);
    private static readonly ForecastPeriod s_period = new(new LocalDate(2026, 6, 1), ForecastPeriodLength.Month);
    private static readonly CustomField s_field = new(CustomFieldId.From(Guid.Parse("01900000-0000-7000-8000-000000000004")), SubjectKinds.Customer, "shoe-size", FieldType.Number);
    private static readonly PricedQuoteLine s_offered = new("KETTLE", "Kettle", 1, new Money(10, Currency.Eur));
    private static readonly CustomerId s_customer = CustomerId.New(s_now);
    private static readonly Guid s_reader = Guid.Parse("01900000-0000-7000-8000-000000000007");
    private static readonly KnowledgeAuthor s_writer = new("ada", KnowledgeLicence.Publisher);
    private static readonly TechnicianId s_technician = TechnicianId.New(s_now);
    private static readonly OrderLineQuantity[] s_half = [new(1, 1)];
    private static readonly Pipeline s_pipeline = Pipeline();
    private static readonly SurveyDefinition s_asked = SurveyDefinition.Parse(
        """{"titles":{"en":"How was it?"},"questions":[{"key":"recommend","kind":"score","texts":{"en":"Would you recommend us?"},"measure":{"kind":"nps"},"lowAt":6}]}""").Value;

    static AggregateSetups()
    {
        SampleArguments.Add(() => new PersonName("Ada", "Byron"));
        SampleArguments.Add(() => EmailAddress.Parse("ada@example.org"));
        SampleArguments.Add(() => PhoneNumber.Parse("+39 06 698 99999"));
        SampleArguments.Add(() => LanguageTag.Parse("it"));
        SampleArguments.Add(() => Domain.Access.Actor.Agent("ada"));
        SampleArguments.Add(() => Currency.Eur);
        SampleArguments.Add(() => new Money(12.5m, Currency.Eur));
        SampleArguments.Add(() => new PostalAddress("Via Roma 1", null, "00184", "Roma", null, null));
        SampleArguments.Add(() => new ExternalReference("shop", "4711"));
        SampleArguments.Add(() => new SubjectReference(SubjectKinds.Case, Guid.Parse("01900000-0000-7000-8000-000000000002")));
        SampleArguments.Add(() => new MembershipDetails(CustomerId.From(Guid.Parse("01900000-0000-7000-8000-000000000003")), "Buyer", "Purchasing", s_day));
        SampleArguments.Add(() => new OnboardingTemplate("Welcome", [new OnboardingTemplateStep("Call", 1), new OnboardingTemplateStep("Review", 30)]));
        SampleArguments.Add(() => s_field);
        SampleArguments.Add(() => CustomValue.OfNumber(7));
        SampleArguments.Add(() => new CustomFieldDetails { Labels = new Dictionary<string, string> { ["de"] = "Größe" }, MaxLength = 20 });
        SampleArguments.Add(() => new WorkDemand(Channels.Chat, 2, [new SkillLevel("printer", 5)]));
        SampleArguments.Add(() => new QueueSettings { Strategy = LeastBusyStrategy.StrategyKey });
        SampleArguments.Add(() => new AgentProfile { Capacity = 4, Skills = [new SkillLevel("printer", 5)] });
        SampleArguments.Add(() => new HandlingTime(Duration.FromMinutes(4), Duration.FromMinutes(1)));
        SampleArguments.Add(() => new KnowledgeContent("How to descale", "Use vinegar.", LanguageTag.Parse("en")));
        SampleArguments.Add(() => s_writer);
        SampleArguments.Add(() => s_asked);
        SampleArguments.Add(() => new SurveySettings { ExpiresAfterDays = 9 });
        SampleArguments.Add(() => new KnowledgeCategoryDetails("Toasters"));
        SampleArguments.Add(() => new StageDefinition("demo", "Demo", StageCategory.Open));
        SampleArguments.Add(() => new StageSettings { Probability = .3m });
        SampleArguments.Add(() => new BuyingContact(s_customer, BuyingRole.User));
        SampleArguments.Add(() => new LossReason("price", "Price"));
        SampleArguments.Add(() => s_pipeline);
        SampleArguments.Add(() => new LeadDetails { Organisation = "Acme" });
        SampleArguments.Add(() => new LeadScoreAction("visit", 5));
        SampleArguments.Add(() => new LeadContactDetails(Channels.Phone, Direction.Inbound, "Asked for kettles"));
        SampleArguments.Add(() => new LeadQueueSettings { Position = 3 });
        SampleArguments.Add(Rule);
        SampleArguments.Add(() => new TerritorySettings { Position = 3, OwnerId = "ada" });
        SampleArguments.Add(North);
        SampleArguments.Add(() => Criterion.Everything);
        SampleArguments.Add(CampaignSetups.Draft);
        SampleArguments.Add(CampaignSetups.Permitted);
        SampleArguments.Add(() => new SegmentChange(SegmentReason.Hand) { By = "ada", Note = "moved away" });
    }

    public static IReadOnlyList<AggregateSetup> All { get; } =
    [
        Customer(() => new Person(CustomerId.New(s_now), new PersonName("Grace", "Hopper"), s_now))
            .Before<Person>(nameof(Person.Join), _ => [new MembershipDetails(s_customer, "Buyer"), s_now])
            .Before<Person>(nameof(Person.DescribeMembership), p => [Member(p, 1), "Buyer", "Purchasing", s_now])
            .Before<Person>(nameof(Person.MakeMembershipPrimary), p => [Member(p, 2), s_now])
            .Before<Person>(nameof(Person.EndMembership), p => [Member(p, 1), s_day, s_now])
            .Before<Person>(nameof(Person.RemoveMembership), p => [Member(p, 1), s_now]),
        Customer(() => new Organisation(CustomerId.New(s_now), "Analytical Engines", s_now)),
        AggregateSetup.Of(() => new Onboarding(OnboardingId.New(s_now), s_customer, new OnboardingTemplate("Welcome", [new("Call", 1), new("Visit", 2), new("Review", 30)]), s_day, s_now))
            .Before<Onboarding>(nameof(Onboarding.Reschedule), _ => [3, new LocalDate(2027, 1, 1), s_now])
            .Before<Onboarding>(nameof(Onboarding.Reopen), o => o.Complete(3, "ada", null, s_now)),
        AggregateSetup.Of(() => new PrivacyMeasure(
            PrivacyMeasureId.New(s_now), s_customer, PrivacyMeasureKind.LegalHold, "Lawsuit", null, Domain.Access.Actor.Agent("ada"), s_now)),
        AggregateSetup.Of(() => new ConsentEntry(
            ConsentEntryId.New(s_now), new ConsentDetails(s_customer, Purposes.Marketing, Channels.Email, ConsentStatus.Granted, "form"), Domain.Access.Actor.Agent("ada"), s_now)),
        AggregateSetup.Of(() => new CustomFieldDefinition(CustomFieldId.New(s_now), SubjectKinds.Customer, "nickname", FieldType.Text, new CustomFieldDetails(), s_now))
            .Before<CustomFieldDefinition>(nameof(CustomFieldDefinition.Restore), d => d.Archive(s_now)),
        AggregateSetup.Of(() => new DuplicatePair(DuplicatePairId.New(s_now), s_customer, CustomerId.New(s_now), .9, DuplicateTiers.Review, [new(DuplicateFields.Email, DuplicateLevels.Exact, 19)], s_now))
            .Before<DuplicatePair>(nameof(DuplicatePair.Reopen), p => p.Dismiss("ada", s_now)),
        AggregateSetup.Of(() => new DuplicateScan(DuplicateScanId.New(s_now), s_now))
            .Before<DuplicateScan>(nameof(DuplicateScan.Advance), _ => [s_customer, 200, 1_000, 3, s_now]),
        AggregateSetup.Of(() => new InsightRun(
            InsightRunId.New(s_now), s_day, Currency.Eur, new InsightData(10, 0, 3, s_day, s_day),
            new InsightBasis(new InsightSettings
            {
                HorizonDays = 365, DiscountRate = 0.1, Margin = 1, Confidence = 0.9, NextPurchaseLevel = 0.8, OverdueIntervals = 1, ChurnThreshold = 0.5, Bands = 5, Ties = "Threshold",
            }),
            null,
            s_now)),
        AggregateSetup.Of(() => new Segment(SegmentId.New(s_now), "vips", "VIPs", Criterion.Everything, Domain.Access.Actor.Agent("ada"), s_now))
            .Before<Segment>(nameof(Segment.Describe), _ => ["Very important", "Whom we know by name.", true, s_now])
            .Before<Segment>(nameof(Segment.Restore), s => s.Archive(s_now)),
        AggregateSetup.Of(() => new SegmentMembership(
            SegmentMembershipId.New(s_now), SegmentId.New(s_now), "vips", s_customer, new SegmentChange(SegmentReason.Hand) { By = "ada" }, s_now)),
        AggregateSetup.Of(() => new Journey(JourneyId.New(s_now), "welcome", "Welcome", Journey(), s_now))
            .Before<Journey>(nameof(Domain.Marketing.Journey.Rewrite), _ => [Journey("known"), s_now])
            .Before<Journey>(nameof(Domain.Marketing.Journey.Retire), j => j.Publish(s_now)),
        AggregateSetup.Of(() => new JourneyRun(1, new JourneyEntered(JourneyRunId.New(s_now), JourneyId.New(s_now), "welcome", s_customer, JourneyEntryKind.Hand, "mark", false, s_now))),
        .. CampaignSetups.All,
        AggregateSetup.Of(() => new SegmentRun(
            SegmentRunId.New(s_now), SegmentId.New(s_now), "vips", 1, new SegmentOutcome("vips", SegmentRefreshMode.Rebuild, null, 3, 1), s_now)),
        AggregateSetup.Of(() => new Interaction(
            InteractionId.New(s_now),
            new ContactDetails(s_customer, Channels.VideoConference, Direction.Inbound, "A question")
            {
                Participants = [new(ParticipantRole.Organiser, "a"), new(ParticipantRole.Optional, "b"), new(ParticipantRole.Required, "c")], Call = new CallDetails(CallStatus.Ringing),
            },
            "agent",
            s_now)),
        AggregateSetup.Of(() => new CustomerStatement(
                StatementId.New(s_now), new StatementDetails(s_customer, StatementKind.Requirement, "delivery", "Before eight"), Domain.Access.Actor.Agent("ada"), s_now))
            .Before<CustomerStatement>(nameof(CustomerStatement.MoveTo), _ => [StatementStatus.Met, "sent", "ada", s_now]),
        AggregateSetup.Of(() => new MessageTemplate(
                MessageTemplateId.New(s_now), new MessageTemplateDetails("ready", Channels.Email, "transactional"), new MessageTemplateContent(LanguageTag.Parse("en"), "Hello") { Subject = "Hi", Html = "<p>" }, "ada", s_now))
            .Before<MessageTemplate>(nameof(MessageTemplate.Restore), t => t.Archive(s_now))
            .Before<MessageTemplate>(nameof(MessageTemplate.Write), _ => [new MessageTemplateContent(LanguageTag.Parse("it"), "Ciao") { Subject = "Ciao", Html = "<p>" }, "ada", s_now]),
        AggregateSetup.Of(() => new OutboundMessage(
                OutboundMessageId.New(s_now),
                new OutboundDetails(s_customer, Channels.Email, "transactional") { SendAt = s_now + Duration.FromHours(1) },
                new OutboundAddress("Ada", "ada@example.org", "ada@example.org"),
                new OutboundContent("Hello", "Hello"),
                "<1@example.org>",
                "ada",
                s_now))
            .Before<OutboundMessage>(nameof(OutboundMessage.Release), _ => [s_now + Duration.FromHours(1)])
            .Before<OutboundMessage>(nameof(OutboundMessage.Retry), m => m.MarkFailed("gone", null, s_now))
            .Before<OutboundMessage>(nameof(OutboundMessage.MarkFailed), _ => ["busy", s_now + Duration.FromHours(1), s_now])
            .Before<OutboundMessage>(nameof(OutboundMessage.MarkDelivered), m => m.MarkSent("1", InteractionId.New(s_now), s_now))
            .Before<OutboundMessage>(nameof(OutboundMessage.MarkBounced), m => m.MarkSent("1", InteractionId.New(s_now), s_now)),
        AggregateSetup.Of(() => Meeting(ActivityKinds.Meeting))
            .Before<Activity>(nameof(Activity.Finish), _ => [Duration.FromMinutes(5), "Agreed", null, "ada", s_now])
            .Before<Activity>(nameof(Activity.Miss), _ => ["Ill", "ada", s_now + Duration.FromDays(9)])
            .Before<Activity>(nameof(Activity.CanMiss), _ => [s_now])
            .Before<Activity>(nameof(Activity.Reschedule), _ => [s_now + Duration.FromDays(5), null, "Ill", "ada", s_now])
            .Before<Activity>(nameof(Activity.Describe), _ => ["Another", "Text", "Elsewhere", ActivityPriority.High, s_now])
            .Before<Activity>(nameof(Activity.Uninvite), _ => [1, s_now])
            .Before<Activity>(nameof(Activity.CanAnswer), _ => [1, 0])
            .Before<Activity>(nameof(Activity.Answer), _ => [1, Acceptance.Accepted, 0, s_now, s_now])
            .Before<Activity>(nameof(Activity.Invite), _ => [new ContactParty(ParticipantRole.Optional, "bob@example.org", "Bob"), s_now])
            .Before<Activity>(nameof(Activity.CanInvite), _ => [new ContactParty(ParticipantRole.Optional, "bob@example.org", "Bob")])
            .Before<Activity>(nameof(Activity.Remind), _ => [Duration.FromMinutes(5), s_now])
            .Before<Activity>(nameof(Activity.RaiseReminders), _ => [s_now + Duration.FromDays(3)]),
        AggregateSetup.Of(() => new ServiceCase(ServiceCaseId.New(s_now), CaseNumber.From(1), new CaseDetails(s_customer, "Broken"), "Ada", s_now))
            .Before<ServiceCase>(nameof(ServiceCase.Prioritise), _ => [CasePriority.Urgent, s_now])
            .Before<ServiceCase>(nameof(ServiceCase.MoveTo), _ => [CaseStatus.Resolved, "Repaired.", s_now, null])
            .Before<ServiceCase>(nameof(ServiceCase.Close), c => c.Resolve("Repaired.", s_now))
            .Before<ServiceCase>(nameof(ServiceCase.CanLock), c => c.Resolve("Repaired.", s_now))
            .Before<ServiceCase>(nameof(ServiceCase.Lock), c => c.Resolve("Repaired.", s_now))
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
        AggregateSetup.Of(() => new Survey(SurveyId.New(s_now), "service", "Service", s_asked, new SurveySettings(), s_now))
            .Before<Survey>(nameof(Survey.Write), s =>
            {
                s.Publish(Domain.Access.Actor.Agent("ada"), s_now);
                return [s_asked, s_now];
            })
            .Before<Survey>(nameof(Survey.CanInvite), s => s.Publish(Domain.Access.Actor.Agent("ada"), s_now)),
        AggregateSetup.Of(() => new SurveyInvitation(SurveyInvitationId.New(s_now), PublishedSurvey(), new SurveyRequest("service", s_customer), "hash", true, s_now))
            .Before<SurveyInvitation>(nameof(SurveyInvitation.Answer), _ => [s_asked, new[] { SurveyReply.Score("recommend", 3) }, s_day, s_now])
            .Before<SurveyInvitation>(nameof(SurveyInvitation.CanExpire), _ => [s_now + Duration.FromDays(30)])
            .Before<SurveyInvitation>(nameof(SurveyInvitation.Expire), _ => [s_now + Duration.FromDays(30)])
            .Before<SurveyInvitation>(nameof(SurveyInvitation.CanFollowUp), Unhappy)
            .Before<SurveyInvitation>(nameof(SurveyInvitation.FollowUp), Unhappy),
        AggregateSetup.Of(() => new Quote(
                QuoteId.New(s_now), QuoteNumber.From(1), s_customer, null, new QuoteTerms(s_day.PlusYears(50)), [s_offered], s_now))
            .Before<Quote>(nameof(Quote.Rewrite), _ => [new QuoteTerms(s_day.PlusYears(40)), new[] { s_offered }, s_now])
            .Before<Quote>(nameof(Quote.Revise), q =>
            {
                q.Submit(false, "bob", s_now);
                return [new QuoteTerms(s_day.PlusYears(40)), new[] { s_offered }, s_now];
            })
            .Before<Quote>(nameof(Quote.Approve), q => q.Submit(true, "bob", s_now))
            .Before<Quote>(nameof(Quote.Reject), q => q.Submit(true, "bob", s_now))
            .Before<Quote>(nameof(Quote.Send), q => q.Submit(false, "bob", s_now))
            .Before<Quote>(nameof(Quote.Accept), Sent)
            .Before<Quote>(nameof(Quote.Decline), Sent),
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
        AggregateSetup.Of(() => new KnowledgeItem(KnowledgeItemId.New(s_now), new KnowledgeContent("Title", "Body", LanguageTag.Parse("en")), Audience.Internal, s_writer, s_now))
            .Before<KnowledgeItem>(nameof(KnowledgeItem.ChangeAudience), _ => [Audience.Public, s_writer, s_now])
            .Before<KnowledgeItem>(nameof(KnowledgeItem.CanTrust), _ => [KnowledgeConfidence.Validated, s_writer, s_now])
            .Before<KnowledgeItem>(nameof(KnowledgeItem.Trust), _ => [KnowledgeConfidence.Validated, s_writer, s_now, null])
            .Before<KnowledgeItem>(nameof(KnowledgeItem.CanReturn), i => i.RequestReview(s_writer, s_now))
            .Before<KnowledgeItem>(nameof(KnowledgeItem.Return), i => i.RequestReview(s_writer, s_now))
            .Before<KnowledgeItem>(nameof(KnowledgeItem.CanPublish), _ => [s_writer, s_now, null])
            .Before<KnowledgeItem>(nameof(KnowledgeItem.Publish), _ => [s_writer, s_now, null])
            .Before<KnowledgeItem>(nameof(KnowledgeItem.CanLimit), i => i.Publish(s_writer, s_now))
            .Before<KnowledgeItem>(nameof(KnowledgeItem.Limit), i => Published(i, [s_now + Duration.FromDays(1), s_writer, s_now]))
            .Before<KnowledgeItem>(nameof(KnowledgeItem.CanArchive), i => i.Publish(s_writer, s_now))
            .Before<KnowledgeItem>(nameof(KnowledgeItem.Archive), i => i.Publish(s_writer, s_now))
            .Before<KnowledgeItem>(nameof(KnowledgeItem.CanReplace), i => i.Publish(s_writer, s_now))
            .Before<KnowledgeItem>(nameof(KnowledgeItem.Replace), i => i.Publish(s_writer, s_now))
            .Before<KnowledgeItem>(nameof(KnowledgeItem.CanRestore), i => i.Discard(s_writer, s_now))
            .Before<KnowledgeItem>(nameof(KnowledgeItem.Restore), i => i.Discard(s_writer, s_now))
            .Before<KnowledgeItem>(nameof(KnowledgeItem.CanComeDue), i => i.Publish(s_writer, s_now - Duration.FromDays(2), new KnowledgePeriod(s_now - Duration.FromDays(1))))
            .Before<KnowledgeItem>(nameof(KnowledgeItem.ComeDue), i => i.Publish(s_writer, s_now - Duration.FromDays(2), new KnowledgePeriod(s_now - Duration.FromDays(1))))
            .Before<KnowledgeItem>(nameof(KnowledgeItem.CanDetach), i => Attached(i, [1, s_writer, s_now]))
            .Before<KnowledgeItem>(nameof(KnowledgeItem.Detach), i => Attached(i, [1, s_writer, s_now]))
            .Before<KnowledgeItem>(nameof(KnowledgeItem.BePart), _ => [KnowledgeItemId.New(s_now), 1, s_writer, s_now])
            .Before<KnowledgeItem>(nameof(KnowledgeItem.Attach), _ => [new AttachedFile("plan.pdf", "application/pdf", 12, new string('a', 64), "key"), s_writer, s_now])
            .Before<KnowledgeItem>(nameof(KnowledgeItem.Govern), _ => [KnowledgeGovernance.Compliance, s_writer, s_now])
            .Before<KnowledgeItem>(nameof(KnowledgeItem.Reused), _ => [3, s_now])
            .Before<KnowledgeItem>(nameof(KnowledgeItem.File), _ => [new KnowledgeFiling { Tags = ["a"] }, s_writer, s_now]),
        AggregateSetup.Of(() => new KnowledgeCategory(KnowledgeCategoryId.New(s_now), new KnowledgeCategoryDetails("Kettles"), s_now)),
        AggregateSetup.Of(() => new KnowledgeVote(KnowledgeVoteId.New(s_now), KnowledgeItemId.New(s_now), KnowledgeReaderId.From(s_reader), Domain.Access.Actor.Guest, false, s_now)),
        AggregateSetup.Of(() => new KnowledgeUse(
            KnowledgeUseId.New(s_now), KnowledgeItemId.New(s_now), "Kettles", new SubjectReference(SubjectKinds.Case, s_reader), KnowledgeUseKind.Used, Domain.Access.Actor.Agent("ada"), s_now)),
        AggregateSetup.Of(() => new KnowledgeSynonymList(KnowledgeSynonymListId.New(s_now), LanguageTag.Parse("en"), [["kettle", "boiler"]], s_now))
            .Before<KnowledgeSynonymList>(nameof(KnowledgeSynonymList.Replace), _ => [new[] { new[] { "cup", "mug" } }, s_now]),
        AggregateSetup.Of(() => new Order(
                OrderId.New(s_now), OrderNumber.From(1), s_customer, [new PricedLine("SKU-1", "Kettle", 2, new Money(30, Currency.Eur))], s_now, s_day))
            .Before<Order>(nameof(Order.CanDeliver), _ => [s_half])
            .Before<Order>(nameof(Order.Deliver), _ => [s_half, "T-1", s_now])
            .Before<Order>(nameof(Order.CanCancelLines), _ => [s_half])
            .Before<Order>(nameof(Order.CancelLines), _ => [s_half, s_now, s_day])
            .Before<Order>(nameof(Order.CanReturn), o =>
            {
                o.Complete(s_now);
                return [1, 1m];
            })
            .Before<Order>(nameof(Order.Return), o =>
            {
                o.Complete(s_now);
                return [1, 1m, s_now, s_day];
            }),
        AggregateSetup.Of(() => new PriceList(PriceListId.New(s_now), new PriceListDetails("summer", "Summer", Currency.Eur), s_now))
            .Before<PriceList>(nameof(PriceList.Change), _ => [new PriceListDetails("summer", "Summer sale", Currency.Eur) { ValidUntil = s_day, IsDefault = true }, s_now])
            .Before<PriceList>(nameof(PriceList.CanPrice), _ => [Currency.Eur, s_day])
            .Before<PriceList>(nameof(PriceList.CanRemovePrice), l =>
            {
                l.SetPrice("KETTLE", new Money(25, Currency.Eur), 10, s_now);
                return ["KETTLE", 10m];
            })
            .Before<PriceList>(nameof(PriceList.RemovePrice), l =>
            {
                l.SetPrice("KETTLE", new Money(25, Currency.Eur), 10, s_now);
                return ["KETTLE", 10m, s_now];
            }),
        AggregateSetup.Of(() => new PriceAgreement(PriceAgreementId.New(s_now), s_customer, new AgreedPrice("KETTLE", new Money(20, Currency.Eur)), s_now)),
        AggregateSetup.Of(() => new StockItem(StockItemId.New(s_now), "KETTLE", 10, s_now))
            .Before<StockItem>(nameof(StockItem.Correct), _ => [9m, "Counted", s_now]),
        AggregateSetup.Of(() => new Subscription(
                SubscriptionId.New(s_now), SubscriptionNumber.From(1), new NewSubscription(s_customer, "TEA", 1) { MaxPeriods = 1 }, new PricedLine("TEA", "Tea", 1, new Money(10, Currency.Eur)), s_day, s_now))
            .Before<Subscription>(nameof(Subscription.CanEnd), s => s.Renew(OrderId.New(s_now), s_now))
            .Before<Subscription>(nameof(Subscription.End), s => s.Renew(OrderId.New(s_now), s_now))
            .Before<Subscription>(nameof(Subscription.CanResume), s => s.Pause(s_day, s_now))
            .Before<Subscription>(nameof(Subscription.Resume), s => s.Pause(s_day, s_now)),
        AggregateSetup.Of(Pipeline)
            .Before<Pipeline>(nameof(Domain.Sales.Pipeline.CeaseDefault), p => p.BecomeDefault(s_now))
            .Before<Pipeline>(nameof(Domain.Sales.Pipeline.CanReorder), p => [p.Stages.Select(s => s.Key).ToArray()])
            .Before<Pipeline>(nameof(Domain.Sales.Pipeline.Reorder), p => [p.Stages.Select(s => s.Key).Reverse().ToArray(), s_now])
            .Before<Pipeline>(nameof(Domain.Sales.Pipeline.ChangeStage), _ => ["proposal", "Offer", new StageSettings { Probability = .4m }, s_now])
            .Before<Pipeline>(nameof(Domain.Sales.Pipeline.RetireStage), _ => ["proposal", s_now])
            .Before<Pipeline>(nameof(Domain.Sales.Pipeline.RestoreStage), p =>
            {
                p.RetireStage("proposal", s_now);
                return ["proposal", s_now];
            })
            .Before<Pipeline>(nameof(Domain.Sales.Pipeline.RemoveStage), _ => ["proposal", false, s_now])
            .Before<Pipeline>(nameof(Domain.Sales.Pipeline.Restore), p => p.Archive(s_now)),
        AggregateSetup.Of(() => new Opportunity(OpportunityId.New(s_now), new OpportunityDetails(s_customer, "Kettles for all"), s_pipeline, s_now))
            .Before<Opportunity>(nameof(Opportunity.MoveTo), _ => [s_pipeline, "proposal", s_now])
            .Before<Opportunity>(nameof(Opportunity.CanTransfer), _ => [Pipeline(), null])
            .Before<Opportunity>(nameof(Opportunity.Transfer), _ => [Pipeline(), null, s_now])
            .Before<Opportunity>(nameof(Opportunity.Win), _ => [s_pipeline, null, null, s_now, null])
            .Before<Opportunity>(nameof(Opportunity.Lose), _ => [s_pipeline, new LossReason("price", "Price"), null, null, null, s_now, null])
            .Before<Opportunity>(nameof(Opportunity.Reopen), o =>
            {
                o.Win(s_pipeline, null, null, s_now);
                return [s_pipeline, null, s_now];
            })
            .Before<Opportunity>(nameof(Opportunity.Estimate), _ => [.3m, s_now])
            .Before<Opportunity>(nameof(Opportunity.LearnChance), _ => [.3m, s_now])
            .Before<Opportunity>(nameof(Opportunity.DescribeContact), o =>
            {
                o.AddContact(new BuyingContact(s_customer), s_now);
                return [new BuyingContact(s_customer, BuyingRole.Buyer), s_now];
            })
            .Before<Opportunity>(nameof(Opportunity.RemoveContact), o =>
            {
                o.AddContact(new BuyingContact(s_customer), s_now);
                return [s_customer, s_now];
            })
            .Before<Opportunity>(nameof(Opportunity.RemoveCompetitor), o => o.AddCompetitor("sample", null, s_now)),
        AggregateSetup.Of(() => new Salesperson(SalespersonId.New(s_now), "ada", s_now))
            .Before<Salesperson>(nameof(Salesperson.CanPlace), _ => ["cleo", new Dictionary<string, string>()])
            .Before<Salesperson>(nameof(Salesperson.Place), _ => ["cleo", null, new Dictionary<string, string>(), s_now])
            .Before<Salesperson>(nameof(Salesperson.SetQuota), _ => [s_period, new Money(30, Currency.Eur), s_now])
            .Before<Salesperson>(nameof(Salesperson.CanWithdrawQuota), p => Quota(p, [s_period, Currency.Eur]))
            .Before<Salesperson>(nameof(Salesperson.WithdrawQuota), p => Quota(p, [s_period, Currency.Eur, s_now]))
            .Before<Salesperson>(nameof(Salesperson.Judge), _ => [s_period, ForecastCategory.Commit, new Money(30, Currency.Eur), s_now])
            .Before<Salesperson>(nameof(Salesperson.CanWithdrawJudgement), p => Judged(p, [s_period, ForecastCategory.Commit, Currency.Eur]))
            .Before<Salesperson>(nameof(Salesperson.WithdrawJudgement), p => Judged(p, [s_period, ForecastCategory.Commit, Currency.Eur, s_now])),
        AggregateSetup.Of(() => new Lead(LeadId.New(s_now), new LeadDetails { Organisation = "Analytical Engines" }, s_now))
            .Before<Lead>(nameof(Lead.MoveTo), _ => [LeadStatus.Working, s_now])
            .Before<Lead>(nameof(Lead.GetPoints), _ => [new LeadScoreAction("visit", 5), Array.Empty<LeadScoreThreshold>(), s_now]),
        AggregateSetup.Of(() => new LeadQueue(LeadQueueId.New(s_now), "Web", new LeadQueueSettings(), s_now))
            .Before<LeadQueue>(nameof(LeadQueue.RemoveMember), q => q.SetMember("sample", 1, null, s_now))
            .Before<LeadQueue>(nameof(LeadQueue.Give), q => q.SetMember("sample", 1, null, s_now)),
        AggregateSetup.Of(() => new AutomationRule(AutomationRuleId.New(s_now), "welcome", "Welcome", Rule(), 0, s_now))
            .Before<AutomationRule>(nameof(AutomationRule.Disable), r => r.Enable(s_now)),
        AggregateSetup.Of(() => new WebhookSubscription(WebhookSubscriptionId.New(s_now), "erp", "https://example.org/hook", ["customers.customer-created"], WebhookSignature.NewSecret(), s_now))
            .Before<WebhookSubscription>(nameof(WebhookSubscription.Change), _ => ["https://example.org/other", new[] { WebhookEventName.Every }, s_now])
            .Before<WebhookSubscription>(nameof(WebhookSubscription.ChangeSecret), _ => [WebhookSignature.NewSecret(), Duration.FromDays(1), s_now])
            .Before<WebhookSubscription>(nameof(WebhookSubscription.Activate), s => s.Deactivate(null, s_now)),
        AggregateSetup.Of(North)
            .Before<Territory>(nameof(Territory.Restore), t => t.Retire(s_now))
            .Before<Territory>(nameof(Territory.CeaseFallback), t => t.BecomeFallback(s_now)),
        AggregateSetup.Of(() => new Product(ProductId.New(s_now), "SKU-1", "Kettle", new Money(30, Currency.Eur), s_now))
            .Before<Product>(nameof(Product.Compose), _ => [new[] { new BundleComponent("CUP", 6) }, s_now]),
    ];

    private static JourneyDefinition Journey(string tag = "new") => new(new JourneyEntry(JourneyEntryKind.Hand), [new JourneyActionStep("mark", RuleActionDefinition.Of("addTag", ("tag", tag)))]);

    private static RuleDefinition Rule() => new("customers.customer-created", Domain.Criteria.Criterion.Everything, [RuleActionDefinition.Of("addTag", ("tag", "new"))]);
    private static object?[] Quota(Salesperson person, object?[] then)
    {
        person.SetQuota(s_period, new Money(30, Currency.Eur), s_now);
        return then;
    }

    private static object?[] Judged(Salesperson person, object?[] then)
    {
        person.Judge(s_period, ForecastCategory.Commit, new Money(30, Currency.Eur), s_now);
        return then;
    }
    private static Territory North() => new(TerritoryId.New(s_now), "North", new TerritorySettings { OwnerId = "bob", TeamId = "north" }, s_now);

    private static Pipeline Pipeline() => new(PipelineId.New(s_now), PipelineDefinition.Standard, s_now);

    private static object?[] Published(KnowledgeItem item, object?[] then)
    {
        item.Publish(s_writer, s_now);
        return then;
    }

    private static object?[] Attached(KnowledgeItem item, object?[] then)
    {
        item.Attach(new AttachedFile("plan.pdf", "application/pdf", 12, new string('a', 64), "key"), s_writer, s_now);
        return then;
    }

    private static TechnicianProfile Technician() =>
        new("Ada", ServiceHours.Of(Domain.Time.BusinessHours.In("Europe/Rome").OnWeekdays("08:00-17:00").Build())) { Skills = [new TechnicianSkillDetails(new SkillLevel("gas", 3), s_day)] };

    private static VisitDetails Visit() => new(s_customer, "Leaks", new PostalAddress("Via Roma 1", null, null, "Roma", null, null), s_now, s_now + Duration.FromDays(1))
    {
        TimeZone = "Europe/Rome", Skills = [new(new SkillLevel("gas", 2))], Parts = [new("SEAL", 1)],
    };

    private static VisitAppointment Appointment(int hour) => new(s_technician, s_now + Duration.FromHours(hour), s_now + Duration.FromHours(hour + 1));

    private static object?[]? Booked(ServiceVisit visit, Func<ServiceVisit, object?[]?> then)
    {
        visit.Request(s_now);
        visit.Book(VisitBookingId.New(s_now), Appointment(0), s_now);
        return then(visit);
    }

    private static ServiceCase Case(int number) => new(ServiceCaseId.New(s_now), CaseNumber.From(number), new CaseDetails(s_customer, "Broken too"), "Ada", s_now);

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

    private static Activity Meeting(ActivityKind kind)
    {
        new ActivityKindCatalog().TryGet(kind, out var definition);
        return new(
            ActivityId.New(s_now),
            new ActivityDetails(kind, "Talk", s_now + Duration.FromDays(3))
            {
                TimeZone = "Europe/Rome", CustomerId = s_customer, RemindBefore = [Duration.FromHours(1)], Participants = [new ContactParty(ParticipantRole.Required, "ada@example.org", "Ada")],
            },
            definition!,
            null,
            s_now);
    }

    private static MembershipId Member(Person person, int memberships)
    {
        foreach (var _ in Enumerable.Range(0, memberships))
        {
            person.Join(new MembershipDetails(CustomerId.New(s_now), "Seller"), s_now);
        }

        return person.Memberships[^1].Id;
    }

    private static ContactPointId Email(Customer customer)
    {
        customer.AddEmail(EmailAddress.Parse("first@example.org"), s_now);
        return customer.ContactPoints[^1].Id;
    }

    private static CustomerAddressId Address(Customer customer, int addresses)
    {
        foreach (var number in Enumerable.Range(1, addresses))
        {
            customer.AddAddress(AddressKind.Main, new PostalAddress($"Via Roma {number}", null, null, "Roma", null, null), s_now);
        }

        return customer.Addresses[^1].Id;
    }

    private static AggregateSetup Customer<T>(Func<T> build)
        where T : Customer => AggregateSetup.Of(build)
        .Before<T>(nameof(Domain.Customers.Customer.SetAddress), _ => null)
        .Before<T>(nameof(Domain.Customers.Customer.MakeContactPointPrimary), customer =>
        {
            customer.AddEmail(EmailAddress.Parse("first@example.org"), s_now);
            customer.AddEmail(EmailAddress.Parse("second@example.org"), s_now);
            return [customer.ContactPoints[1].Id, s_now];
        })
        .Before<T>(nameof(Domain.Customers.Customer.RemoveContactPoint), customer =>
        {
            customer.AddEmail(EmailAddress.Parse("first@example.org"), s_now);
            return [customer.ContactPoints[0].Id, s_now];
        })
        .Before<T>(nameof(Domain.Customers.Customer.AddPhone), _ => [PhoneNumber.Parse("+39 06 698 99999"), s_now, ContactPointKind.Phone])
        .Before<T>(nameof(Domain.Customers.Customer.CanAddPhone), _ => [PhoneNumber.Parse("+39 06 698 99999"), ContactPointKind.Phone])
        .Before<T>(nameof(Domain.Customers.Customer.PrimaryContactPoint), _ => [ContactPointKind.Email])
        .Before<T>(nameof(Domain.Customers.Customer.DescribeContactPoint), c => [Email(c), ContactUse.Work, "assistant", s_now])
        .Before<T>(nameof(Domain.Customers.Customer.MarkContactPointInvalid), c => [Email(c), "bounced", s_now])
        .Before<T>(nameof(Domain.Customers.Customer.MarkContactPointValid), c =>
        {
            var id = Email(c);
            c.MarkContactPointInvalid(id, "bounced", s_now);
            return [id, s_now];
        })
        .Before<T>(nameof(Domain.Customers.Customer.OptOutContactPoint), c => [Email(c), s_now])
        .Before<T>(nameof(Domain.Customers.Customer.OptInContactPoint), c =>
        {
            var id = Email(c);
            c.OptOutContactPoint(id, s_now);
            return [id, s_now];
        })
        .Before<T>(nameof(Domain.Customers.Customer.ReplaceEmail), c => [Email(c), EmailAddress.Parse("second@example.org"), s_now])
        .Before<T>(nameof(Domain.Customers.Customer.ReplacePhone), c =>
        {
            c.AddPhone(PhoneNumber.Parse("+39 06 698 99999"), s_now);
            return [c.ContactPoints[^1].Id, PhoneNumber.Parse("+39 06 698 99990"), s_now];
        })
        .Before<T>(nameof(Domain.Customers.Customer.MakeAddressPrimary), c => [Address(c, 2), s_now])
        .Before<T>(nameof(Domain.Customers.Customer.RemoveAddress), c => [Address(c, 1), s_now])
        .Before<T>(nameof(Domain.Customers.Customer.MoveTo), _ => [LifecycleStage.Active, "bought", "ada", s_now])
        .Before<T>(nameof(Domain.Customers.Customer.RemoveReference), c => c.AddReference(new ExternalReference("shop", "4711"), s_now))
        .Before<T>(nameof(Domain.Customers.Customer.RemoveTag), c => c.AddTag("sample", s_now))
        .Before<T>(nameof(Domain.Customers.Customer.ClearCustomField), c => c.SetCustomField(s_field, CustomValue.OfNumber(7), s_now))
        .Before<T>(nameof(Domain.Customers.Customer.ForgetPreference), c => c.Prefer("sample", "value", null, s_now));

    private static ServiceHours Hours(string interval) => ServiceHours.Of(Domain.Time.BusinessHours.In("Europe/Rome").OnWeekdays(interval).Build());

    private static SlaPolicyTerms Terms(int minutes) => SlaPolicyTerms.ForAll(new SlaPromise { Resolution = SlaDuration.OfMinutes(minutes) });

    private static Survey PublishedSurvey()
    {
        var survey = new Survey(SurveyId.New(s_now), "service", "Service", s_asked, new SurveySettings(), s_now);
        survey.Publish(Domain.Access.Actor.Agent("ada"), s_now);
        return survey;
    }

    private static void Unhappy(SurveyInvitation invitation) => invitation.Answer(s_asked, [SurveyReply.Score("recommend", 3)], s_day, s_now);

    private static void Sent(Quote quote)
    {
        quote.Submit(false, "bob", s_now);
        quote.Send("hash", s_day, s_now);
    }
}
