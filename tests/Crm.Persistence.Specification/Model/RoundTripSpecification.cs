using Crm.Domain.CustomFields;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using FluentAssertions.Equivalency;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Model;

/// <summary>Every property of every aggregate comes back as it was saved.</summary>
public abstract class RoundTripSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly Instant s_precise = Instant.FromUtc(2026, 2, 3, 4, 5, 6).PlusTicks(1_234_560);

    private static readonly (CustomValue Value, string Key)[] s_values =
    [
        (CustomValue.OfText("ﷺ 😀 naïve"), "text"), (CustomValue.OfText(new string('名', CustomFieldDefinition.MaxTextLength)), "long"), (CustomValue.OfNumber(-0.0001m), "small"),
        (CustomValue.OfNumber(Money.MaxAmount), "large"), (CustomValue.OfDate(new LocalDate(1, 1, 1)), "first"), (CustomValue.OfDate(new LocalDate(9999, 12, 31)), "last"),
        (CustomValue.OfInstant(s_precise), "at"), (CustomValue.OfFlag(false), "no"), (CustomValue.OfFlag(true), "yes"), (CustomValue.OfChoices("two", "one"), "several"),
    ];

    [SkippableFact]
    public async Task Person_WithEverything_ComesBack()
    {
        var person = new Person(CustomerId.New(s_precise), new PersonName("Anna", "Rossi", "Dr.", "Maria", "PhD", "Annie"), s_precise);
        person.SetBirthDate(new LocalDate(1984, 2, 29), s_precise);
        person.PreferLanguage(LanguageTag.Parse("zh-Hant-TW"), s_precise);
        person.AddEmail(EmailAddress.Parse("Anna.Rossi@Example.com"), s_precise);
        person.AddEmail(EmailAddress.Parse("anna@bücher.example"), s_precise);
        person.AddPhone(PhoneNumber.Parse("+39 02 1234 5678", null), s_precise);
        person.AddPhone(PhoneNumber.Parse("+39 02 1234 5678", null), s_precise, ContactPointKind.Fax);
        person.SetAddress(AddressKind.Main, new PostalAddress("Line 1", "Line 2", "12345", "City", "Region", Country.FromCode("IT")), s_precise);
        person.SetAddress(AddressKind.Billing, new PostalAddress(null, null, null, "City alone", null, null), s_precise);
        person.SetAddress(AddressKind.Shipping, new PostalAddress(null, null, null, null, null, Country.FromCode("DE")), s_precise);
        person.AddAddress(AddressKind.Main, new PostalAddress("Other 1", null, null, "City", null, null), s_precise, "warehouse");
        person.DescribeContactPoint(person.ContactPoints[0].Id, ContactUse.Other, "assistant", s_precise);
        person.MarkContactPointInvalid(person.ContactPoints[0].Id, "550", s_precise);
        person.OptOutContactPoint(person.ContactPoints[1].Id, s_precise);
        person.MoveTo(LifecycleStage.Active, "bought", "ada", s_precise);
        person.MoveTo(LifecycleStage.AtRisk, null, "ada", s_precise + Duration.FromDays(1));
        person.AddTag("Key account", s_precise);
        person.Prefer("delivery", "morning", "call", s_precise);
        person.AssignTo("ada", "Ada Agent", "north", s_precise);
        person.Join(new MembershipDetails(await CustomerAsync(), "Buyer", "Purchasing", new LocalDate(2020, 1, 1)), s_precise);
        person.Join(new MembershipDetails(await CustomerAsync()), s_precise);
        person.EndMembership(person.Memberships[0].Id, new LocalDate(2026, 1, 1), s_precise);
        foreach (var (value, key) in s_values)
        {
            person.SetCustomField(Field(key, value.Type), value, s_precise);
        }

        person.AddReference(new ExternalReference("shop", "1001"), s_precise);
        person.AddReference(new ExternalReference("erp", new string('x', 200)), s_precise);
        await ShouldComeBackAsync<Person, CustomerId>(person);
    }

    [SkippableFact]
    public async Task Organisation_WithTheLeast_ComesBack() =>
        await ShouldComeBackAsync<Organisation, CustomerId>(new Organisation(CustomerId.New(s_precise), new string('名', Customer.MaxNameLength), s_precise));

    [SkippableFact]
    public async Task CustomFieldDefinition_InEveryState_ComesBack()
    {
        var labels = new Dictionary<string, string> { [string.Empty] = "Tier", ["de-CH"] = "Stufe" };
        var chosen = new CustomFieldDefinition(CustomFieldId.New(s_precise), SubjectKinds.Customer, "tier", FieldType.Choice, new() { Labels = labels, Choices = [new("gold", labels), new("tin")] }, s_precise);
        chosen.Change(new() { Labels = labels, IsRequired = true, AllowsSeveral = true, Choices = [new("tin", labels), new("gold", labels), new("none")] }, s_precise);
        chosen.Archive(s_precise);
        await ShouldComeBackAsync<CustomFieldDefinition, CustomFieldId>(chosen);
        await ShouldComeBackAsync<CustomFieldDefinition, CustomFieldId>(new(
            CustomFieldId.New(s_precise), SubjectKinds.Customer, "size", FieldType.Number, new() { Minimum = -Money.MaxAmount, Maximum = 0.0001m }, s_precise));
        await ShouldComeBackAsync<CustomFieldDefinition, CustomFieldId>(new(
            CustomFieldId.New(s_precise), SubjectKinds.Customer, "since", FieldType.Date, new() { Earliest = new LocalDate(1, 1, 1), Latest = new LocalDate(9999, 12, 31) }, s_precise));
        await ShouldComeBackAsync<CustomFieldDefinition, CustomFieldId>(new(
            CustomFieldId.New(s_precise), SubjectKinds.Customer, "nickname", FieldType.Text, new() { MaxLength = 7 }, s_precise));
    }

    [SkippableFact]
    public async Task Onboarding_InEveryState_ComesBack()
    {
        var template = new OnboardingTemplate("Welcome", [new("Call", 1), new("Visit", 7), new("Review", 30)]);
        var onboarding = new Onboarding(OnboardingId.New(s_precise), await CustomerAsync(), template, new LocalDate(2026, 2, 3), s_precise);
        onboarding.Complete(1, "ada", "reached", s_precise);
        onboarding.Skip(2, "ada", "not wanted", s_precise + Duration.FromDays(1));
        await ShouldComeBackAsync<Onboarding, OnboardingId>(onboarding);
    }

    [SkippableFact]
    public async Task Duplicates_InEveryState_ComeBack()
    {
        DuplicateReason[] reasons = [.. DuplicateFields.All.Select(f => new DuplicateReason(f, DuplicateLevels.Exact, -12.34))];
        var pair = new DuplicatePair(DuplicatePairId.New(s_precise), await CustomerAsync(), CustomerId.New(s_precise), .123456, DuplicateTiers.Review, reasons, s_precise);
        pair.ReadReasons().Should().BeEquivalentTo(reasons);
        pair.Dismiss("ada", s_precise + Duration.FromDays(1));
        await ShouldComeBackAsync<DuplicatePair, DuplicatePairId>(pair);
        var scan = new DuplicateScan(DuplicateScanId.New(s_precise), s_precise);
        scan.Advance(CustomerId.New(s_precise), 200, 1_000, 3, s_precise);
        await ShouldComeBackAsync<DuplicateScan, DuplicateScanId>(scan);
        var finished = new DuplicateScan(DuplicateScanId.New(s_precise), s_precise);
        finished.Finish(s_precise);
        await ShouldComeBackAsync<DuplicateScan, DuplicateScanId>(finished);
    }

    [SkippableFact]
    public async Task Interaction_FullAndEmpty_ComeBack()
    {
        var customer = await CustomerAsync();
        var full = new ContactDetails(customer, Channels.Email, Direction.Outbound, "Subject")
        {
            Body = "First\r\nSecond\tthird", At = s_precise - Duration.FromDays(1), Duration = Duration.FromTicks(12_345_670), OrganisationId = customer, CustomerAddress = "a@example.com",
            OurAddress = "b@example.com", ExternalId = "id-1", About = new SubjectReference(SubjectKinds.Order, Guid.NewGuid()), Audience = Audience.Partner,
            InReplyTo = "id-0", ThreadKey = "thread-0", IsAutomatic = true,
            Participants =
            [
                new(ParticipantRole.Organiser, "a@example.com", "Anna") { CustomerId = customer, Acceptance = Acceptance.Declined }, new(ParticipantRole.Bcc) { AgentId = "ada" },
            ],
            Attachments = [new("名.pdf", "application/pdf", long.MaxValue, new string('0', 64), new string('k', 200)), new("b.txt", "text/plain", 0, new string('f', 64), "k")],
            Call = new CallDetails(CallStatus.Voicemail)
            {
                NumberDialled = "800", NumberKind = DialledNumberKind.Premium, Recording = "r", Wait = Duration.FromTicks(10), Talk = Duration.Zero, Hold = Duration.FromDays(2), WrapUp = Duration.FromSeconds(1),
            },
        };
        var interaction = new Interaction(InteractionId.New(s_precise), full, "agent", s_precise);
        interaction.LinkTo(new SubjectReference("host-thing", Guid.NewGuid()), s_precise);
        await ShouldComeBackAsync<Interaction, InteractionId>(interaction);
        await ShouldComeBackAsync<Interaction, InteractionId>(new Interaction(InteractionId.New(s_precise), new ContactDetails(customer, Channels.Web, Direction.Inbound, "S"), null, s_precise));
    }

    [SkippableFact]
    public async Task CustomerStatement_FullAndEmpty_ComeBack()
    {
        var customer = await CustomerAsync();
        var full = new StatementDetails(customer, StatementKind.Requirement, "ﬁt", new string('名', CustomerStatement.MaxTextLength))
        {
            OrganisationId = customer, Sku = "sku", Origin = StatementOrigin.Inferred, Confidence = 0.1234m, At = s_precise - Duration.FromDays(1),
        };
        var statement = new CustomerStatement(StatementId.New(s_precise), full, Crm.Domain.Access.Actor.Agent("ada", "Ada Agent"), s_precise);
        statement.MoveTo(StatementStatus.Met, "sent", "bob", s_precise + Duration.FromSeconds(1));
        await ShouldComeBackAsync<CustomerStatement, StatementId>(statement);
        await ShouldComeBackAsync<CustomerStatement, StatementId>(new(
            StatementId.New(s_precise), new StatementDetails(customer, StatementKind.Topic, "t", "x"), Crm.Domain.Access.Actor.Agent("ada"), s_precise));
    }

    [SkippableFact]
    public async Task ServiceCase_InEveryState_ComesBack()
    {
        var customer = await CustomerAsync();
        var details = new CaseDetails(customer, "Subject")
        {
            Description = "Text", Priority = CasePriority.Urgent, Channel = Channels.Chat, OrganisationId = customer, Sku = "sku", SerialNumber = "serial", OrderId = OrderId.New(s_precise),
            OrderLine = 3, ViewedArticles = [KnowledgeItemId.New(s_precise), KnowledgeItemId.New(s_precise)],
        };
        var opened = new ServiceCase(ServiceCaseId.New(s_precise), new CaseNumber("C-1"), details, "Anna", s_precise);
        await ShouldComeBackAsync<ServiceCase, ServiceCaseId>(opened);
        opened = new ServiceCase(ServiceCaseId.New(s_precise), new CaseNumber("C-2"), details, "Anna", s_precise);
        opened.Assign("bob", s_precise);
        opened.Reply("Reply", "Bob", s_precise + Duration.FromSeconds(1));
        opened.AddNote("Note", "Bob", s_precise + Duration.FromSeconds(2));
        opened.Wait(s_precise + Duration.FromSeconds(3));
        opened.Receive("Answer", "Anna", s_precise + Duration.FromSeconds(4));
        opened.ChangeDetails(opened.ToDescription() with { Type = "complaint" }, s_precise + Duration.FromSeconds(4));
        opened.Resolve("Solution", s_precise + Duration.FromSeconds(5));
        opened.Close(s_precise + Duration.FromSeconds(6));
        await ShouldComeBackAsync<ServiceCase, ServiceCaseId>(opened);
        opened = new ServiceCase(ServiceCaseId.New(s_precise), new CaseNumber("C-4"), details, "Anna", s_precise);
        var statuses = new CaseStatusCatalog();
        statuses.Register(new CaseStatusDefinition(new CaseStatus("atTheSupplier"), CaseCategory.Paused, "At the supplier", "We wait for a part"));
        opened.MoveTo(new CaseStatus("atTheSupplier"), null, s_precise, statuses);
        await ShouldComeBackAsync<ServiceCase, ServiceCaseId>(opened);
        await ShouldComeBackAsync<ServiceCase, ServiceCaseId>(new ServiceCase(ServiceCaseId.New(s_precise), new CaseNumber("C-3"), new CaseDetails(customer, "S"), "Anna", s_precise));
    }

    [SkippableFact]
    public async Task KnowledgeVoteAndUse_ComeBack()
    {
        var (item, reader) = (KnowledgeItemId.New(s_precise), KnowledgeReaderId.New(s_precise));
        var portal = Domain.Access.Actor.PortalCustomer("anna", [(await CustomerAsync()).ToSubject()]);
        var vote = new KnowledgeVote(KnowledgeVoteId.New(s_precise), item, reader, portal, true, s_precise);
        vote.Change(false, s_precise + Duration.FromDays(1));
        await ShouldComeBackAsync<KnowledgeVote, KnowledgeVoteId>(vote);
        await ShouldComeBackAsync<KnowledgeVote, KnowledgeVoteId>(new KnowledgeVote(KnowledgeVoteId.New(s_precise), item, KnowledgeReaderId.New(s_precise), Domain.Access.Actor.Guest, false, s_precise));
        await ShouldComeBackAsync<KnowledgeUse, KnowledgeUseId>(new KnowledgeUse(
            KnowledgeUseId.New(s_precise), item, "Kettle", new SubjectReference(SubjectKinds.Case, Guid.NewGuid()), KnowledgeUseKind.Cited, Domain.Access.Actor.Agent("ada"), s_precise));
    }

    [SkippableFact]
    public async Task KnowledgeItem_InEveryState_ComesBack()
    {
        var content = new KnowledgeContent("Title", "Body *text*", LanguageTag.Parse("de-CH")) { Kind = KnowledgeKind.Troubleshooting, Summary = "Short", Sku = "sku", Environment = "Firmware 2" };
        var by = new KnowledgeAuthor("ada", KnowledgeLicence.Publisher);
        var item = new KnowledgeItem(
            KnowledgeItemId.New(s_precise), content, Audience.Partner, by, s_precise, new KnowledgeOrigin { Source = new SubjectReference(SubjectKinds.Case, Guid.NewGuid()) });
        item.File(new KnowledgeFiling { Tags = ["Élan vital", "two"], Related = [KnowledgeItemId.New(s_precise), KnowledgeItemId.New(s_precise)] }, by, s_precise);
        item.Attach(new AttachedFile("plan.pdf", "application/pdf", 12, new string('a', 64), "key"), by, s_precise);
        item.BePart(KnowledgeItemId.New(s_precise), 3, by, s_precise);
        item.Publish(by, s_precise + Duration.FromSeconds(1), new KnowledgePeriod(Until: s_precise + Duration.FromDays(9)));
        item.Reused(1, s_precise + Duration.FromSeconds(2));
        item.Revise(content with { Title = "Other", Summary = null }, by, s_precise + Duration.FromSeconds(3), "Shorter");
        item.RequestReview(by, s_precise + Duration.FromSeconds(4));
        await ShouldComeBackAsync<KnowledgeItem, KnowledgeItemId>(item);

        var replaced = new KnowledgeItem(KnowledgeItemId.New(s_precise), content, Audience.Partner, by, s_precise);
        replaced.Publish(by, s_precise + Duration.FromSeconds(1));
        replaced.Replace(item.Id, by, s_precise + Duration.FromSeconds(2));
        await ShouldComeBackAsync<KnowledgeItem, KnowledgeItemId>(replaced);
        await ShouldComeBackAsync<KnowledgeItem, KnowledgeItemId>(new KnowledgeItem(
            KnowledgeItemId.New(s_precise), new KnowledgeContent("T", string.Empty, LanguageTag.Parse("en")) { TranslatedVersion = 3 }, Audience.Internal, by, s_precise,
            new KnowledgeOrigin { TranslationOf = item.Id, Governance = KnowledgeGovernance.Compliance }));
    }

    [SkippableFact]
    public async Task Order_WithReturnsAndCancellation_ComesBack()
    {
        var customer = await CustomerAsync();
        var order = new Order(
            OrderId.New(s_precise),
            new OrderNumber("O-1"),
            customer,
            [new PricedLine("kettle", "Kettle", 2.5m, Known.Eur(19.9999m)) { UnitCost = Known.Eur(0.0001m) }, new PricedLine(null, "Gift", 0.0001m, Known.Eur(0))],
            s_precise,
            new LocalDate(2026, 2, 3),
            "web-1");
        order.Deliver([new OrderLineQuantity(1, 1.5m)], "T-1", s_precise + Duration.FromHours(1));
        order.Return(1, 0.3333m, s_precise + Duration.FromDays(1), new LocalDate(2026, 2, 4));
        order.CancelLines(order.OpenLines(), s_precise + Duration.FromDays(2), new LocalDate(2026, 2, 5));
        order.Facts.Should().HaveCount(5);
        await ShouldComeBackAsync<Order, OrderId>(order);
    }

    [SkippableFact]
    public async Task Money_Extremes_ComeBack()
    {
        decimal[] amounts = [0, 0.0001m, 0.9999m, 1.10m, 10.0000m, 123_456_789_012.3456m, Money.MaxAmount - 0.0001m, Money.MaxAmount];
        string[] currencies = ["EUR", "JPY", "BHD", "XAU"];
        foreach (var (amount, i) in amounts.Select((a, i) => (a, i)))
        {
            var currency = Currency.FromCode(currencies[i % currencies.Length]);
            await ShouldComeBackAsync<Product, ProductId>(new Product(
                ProductId.New(s_precise), $"sku-{i}", "Name", new Money(amount, currency), s_precise, i % 2 == 0 ? null : new Money(-amount, currency)));
        }
    }

    [SkippableFact]
    public async Task Dates_Extremes_ComeBack()
    {
        foreach (var date in new[] { new LocalDate(1, 1, 1), new LocalDate(1582, 10, 15), new LocalDate(2026, 2, 3) })
        {
            var person = new Person(CustomerId.New(s_precise), new PersonName("Old", "Person"), s_precise);
            person.SetBirthDate(date, s_precise);
            await ShouldComeBackAsync<Person, CustomerId>(person);
        }

        var customer = await CustomerAsync();
        foreach (var at in new[] { Instant.FromUtc(1, 1, 1, 0, 0), Instant.FromUtc(1969, 12, 31, 23, 59).PlusTicks(9_999_990), Instant.FromUtc(1999, 12, 31, 23, 59).PlusTicks(10) })
        {
            var details = new ContactDetails(customer, Channels.Letter, Direction.Inbound, "Old letter") { At = at, Duration = Duration.FromDays(100_000) };
            await ShouldComeBackAsync<Interaction, InteractionId>(new Interaction(InteractionId.New(s_precise), details, null, s_precise));
        }
    }

    [SkippableTheory]
    [InlineData(2026)]
    [InlineData(1990)]
    public async Task Instant_OfNanoseconds_IsTruncatedToMicroseconds(int year)
    {
        var start = Instant.FromUtc(year, 1, 1, 0, 0);
        foreach (var nanoseconds in new[] { 1L, 99, 100, 999, 1_000, 1_999, 999_999_999 })
        {
            var organisation = new Organisation(CustomerId.New(start), "Precise Ltd", start.PlusNanoseconds(nanoseconds));
            var host = await SharedHostAsync<SpecificationContext>();
            await using (var work = host.Work())
            {
                work.Context.Add(organisation);
                await work.SaveAsync();
            }

            await using var reader = host.Work();
            (await reader.Customers.FindAsync(organisation.Id))!.CreatedAt.Should().Be(start.PlusNanoseconds(nanoseconds / 1_000 * 1_000));
        }
    }

    private static CustomField Field(string key, FieldType type) =>
        new(CustomFieldId.New(s_precise), SubjectKinds.Customer, key, type) { AllowsSeveral = true, Choices = [new("one"), new("two")] };

    private async Task<CustomerId> CustomerAsync()
    {
        await using var work = (await SharedHostAsync<SpecificationContext>()).Work();
        return await work.RegisterAsync(new NewCustomer { OrganisationName = "Anybody Ltd" });
    }

    private async Task ShouldComeBackAsync<T, TId>(T aggregate)
        where T : AggregateRoot<TId>
        where TId : struct, ICrmId<TId>
    {
        var host = await SharedHostAsync<SpecificationContext>();
        await using (var work = host.Work())
        {
            work.Context.Add(aggregate);
            await work.SaveAsync();
        }

        await using var reader = host.Work();
        var found = await reader.Context.Set<T>().SingleAsync(a => a.Id.Equals(aggregate.Id));
        found.Should().NotBeSameAs(aggregate).And.BeEquivalentTo(aggregate, Members);
    }

    // The log of a case and the versions of a knowledge item are written with it and read by themselves.
    private static EquivalencyAssertionOptions<T> Members<T>(EquivalencyAssertionOptions<T> options) =>
        options.RespectingRuntimeTypes().IncludingAllRuntimeProperties().Excluding(m => m.Name == nameof(ServiceCase.Recorded) || m.Name == nameof(KnowledgeItem.Written));
}
