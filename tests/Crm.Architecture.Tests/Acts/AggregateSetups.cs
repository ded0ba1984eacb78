using Crm.Domain.Criteria;
using Crm.Domain.CustomFields;
using Crm.Domain.Customers;
using Crm.Domain.Feedback;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Marketing;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Service;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Architecture.Tests.Acts;

/// <summary>One set-up per aggregate of Crm.Domain. A new aggregate is added to the file of its area, with what its acts need.</summary>
internal static partial class AggregateSetups
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
        .. Customers,
        .. Interactions,
        .. Service,
        .. Knowledge,
        .. Sales,
        .. Orders,
        .. Marketing,
        .. SelfService,
    ];

    private static VisitDetails Visit() => new(s_customer, "Leaks", new PostalAddress("Via Roma 1", null, null, "Roma", null, null), s_now, s_now + Duration.FromDays(1))
    {
        TimeZone = "Europe/Rome", Skills = [new(new SkillLevel("gas", 2))], Parts = [new("SEAL", 1)],
    };

    private static ServiceCase Case(int number) => new(ServiceCaseId.New(s_now), CaseNumber.From(number), new CaseDetails(s_customer, "Broken too"), "Ada", s_now);

    private static ContactPointId Email(Customer customer)
    {
        customer.AddEmail(EmailAddress.Parse("first@example.org"), s_now);
        return customer.ContactPoints[^1].Id;
    }
}
