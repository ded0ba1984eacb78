using Crm.Domain.Access;
using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Interactions;

/// <summary>What customers need, prefer and speak about, as data that can be asked.</summary>
public abstract class CustomerVoiceSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    [Trait("Check", "IN-02")]
    public async Task Note_InACall_KeepsRequirementsPreferencesAndTopicsWithTheirProvenance()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var (anna, firm) = (await work.RegisterAsync(Known.Anna), await work.RegisterAsync(new NewCustomer { OrganisationName = "Engines Ltd" }));
        var call = (await work.History.RecordAsync(new ContactDetails(anna, Channels.Phone, Direction.Inbound, "Call") { OrganisationId = firm, At = host.Clock.Now - Duration.FromHours(2) })).Value;
        var voice = work.Get<CustomerVoice>();
        (await voice.NoteAsync(new StatementDetails(anna, StatementKind.Requirement, "Delivery", "Kettles before 8 o'clock") { InteractionId = call.Id, Sku = "kettle" })).Succeeded.Should().BeTrue();
        (await voice.NoteAsync(new StatementDetails(anna, StatementKind.Preference, "contact-time", "In the morning") { InteractionId = call.Id, Origin = StatementOrigin.Inferred, Confidence = 0.75m })).Succeeded.Should().BeTrue();
        (await voice.NoteAsync(new StatementDetails(anna, StatementKind.Topic, "Prices", "Asked for last year's") { InteractionId = call.Id })).Succeeded.Should().BeTrue();
        await work.SaveAsync();

        await using var reader = host.Work();
        var noted = (await reader.Get<CustomerVoice>().ListAsync(new StatementCriteria { CustomerId = anna })).Items;

        noted.Select(s => (s.Kind, s.Topic, s.Text, s.Sku, s.Status, s.Origin, s.Confidence)).Should().BeEquivalentTo(
        [
            (StatementKind.Requirement, "delivery", "Kettles before 8 o'clock", "kettle", StatementStatus.Open, StatementOrigin.Stated, (decimal?)null),
            (StatementKind.Preference, "contact-time", "In the morning", null, StatementStatus.Open, StatementOrigin.Inferred, 0.75m),
            (StatementKind.Topic, "prices", "Asked for last year's", (string?)null, StatementStatus.Open, StatementOrigin.Stated, (decimal?)null),
        ]);
        noted.Should().OnlyContain(s => s.InteractionId == call.Id && s.OrganisationId == firm && s.At == call.At && s.NotedAt == host.Clock.Now && s.NotedBy == work.Scope.Actor.Name);
        (await reader.Get<CustomerVoice>().ListAsync(new StatementCriteria { CustomerId = firm })).Items.Should().HaveCount(3, "what is said on its behalf is the organisation's too");
        (await reader.Get<CustomerVoice>().ListAsync(new StatementCriteria { InteractionId = call.Id, Kinds = [StatementKind.Topic] })).Items.Should().ContainSingle();
    }

    [SkippableFact]
    [Trait("Check", "IN-02")]
    public async Task List_OpenRequirementsMentioningAWord_FindsThemOverAllCustomers()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var voice = work.Get<CustomerVoice>();
        var (anna, bob) = (await work.RegisterAsync(Known.Anna), await work.RegisterAsync(new NewCustomer { Name = new PersonName("Bob", "Other") }));
        foreach (var (customer, topic, text) in new[]
        {
            (anna, "delivery", "Wasserkocher in MÜNCHEN"), (anna, "colour", "A red kettle"), (bob, "delivery", "Two kettles on Monday"), (bob, "Delivery", "100% recycled box_1"), (bob, "delivery", "Lieferung nach München"),
        })
        {
            host.Clock.Advance(Duration.FromMinutes(1));
            (await voice.NoteAsync(new StatementDetails(customer, StatementKind.Requirement, topic, text))).Succeeded.Should().BeTrue();
        }

        (await voice.NoteAsync(new StatementDetails(anna, StatementKind.Topic, "kettle", "kettles in general"))).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        var met = (await voice.ListAsync(StatementCriteria.OpenRequirements with { Mentioning = "red" })).Items.Single();
        (await voice.MeetAsync(met.Id, "sent")).Succeeded.Should().BeTrue();
        await work.SaveAsync();

        (await Texts("kettle")).Should().Equal("Two kettles on Monday");
        (await Texts("MONDAY Kettle")).Should().Equal("Two kettles on Monday");
        (await Texts("munchen")).Should().Equal("Lieferung nach München", "Wasserkocher in MÜNCHEN");
        (await Texts("lieferung")).Should().Equal("Lieferung nach München");
        (await Texts("100%")).Should().Equal("100% recycled box_1");
        (await Texts("box%")).Should().Equal("100% recycled box_1");
        (await Texts("%")).Should().BeEmpty("there is no word");
        (await Texts("ettles")).Should().BeEmpty("words are found by their beginning");
        (await voice.TopicsAsync(new StatementCriteria { Kinds = [StatementKind.Requirement] })).Select(t => (t.Topic, t.Count, t.Customers)).Should().Equal(("delivery", 4, 2), ("colour", 1, 1));
        (await voice.TopicsAsync(StatementCriteria.OpenRequirements with { Mentioning = "kettle" })).Select(t => (t.Topic, t.Count)).Should().Equal(("delivery", 1));
        (await voice.ListAsync(new StatementCriteria { Topic = " DELIVERY", CustomerId = bob })).Items.Should().HaveCount(3);

        async Task<IEnumerable<string>> Texts(string words) => (await voice.ListAsync(StatementCriteria.OpenRequirements with { Mentioning = words })).Items.Select(s => s.Text);
    }

    [SkippableFact]
    [Trait("Check", "IN-02")]
    public async Task List_ByPages_RepeatsAndSkipsNothingThoughMoreIsNoted()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var voice = work.Get<CustomerVoice>();
        var anna = await work.RegisterAsync(Known.Anna);
        foreach (var i in Enumerable.Range(0, 25))
        {
            // Several of the same instant.
            (await voice.NoteAsync(new StatementDetails(anna, StatementKind.Topic, "topic", $"Number {i}") { At = host.Clock.Now - Duration.FromMinutes(i / 4) })).Succeeded.Should().BeTrue();
        }

        await work.SaveAsync();
        var seen = new List<StatementId>();
        PageKey? after = null;
        do
        {
            var page = await voice.ListAsync(new StatementCriteria { CustomerId = anna }, new PageRequest { Take = 7, After = after });
            seen.AddRange(page.Items.Select(s => s.Id));
            after = page.Next;
            host.Clock.Advance(Duration.FromMinutes(1));
            (await voice.NoteAsync(new StatementDetails(anna, StatementKind.Topic, "topic", "Later"))).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }
        while (after is not null);

        seen.Should().HaveCount(25).And.OnlyHaveUniqueItems();
    }

    [SkippableFact]
    [Trait("Check", "IN-02")]
    public async Task Confirm_Preference_BecomesTheCustomersOwnAndNamesWhereItCameFrom()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var voice = work.Get<CustomerVoice>();
        var anna = await work.RegisterAsync(Known.Anna);
        var statement = (await voice.NoteAsync(new StatementDetails(anna, StatementKind.Preference, "Delivery-Time", "morning") { Origin = StatementOrigin.Inferred })).Value;
        await work.SaveAsync();
        (await voice.ConfirmAsync(statement.Id, new string('x', 201))).Errors.Single().Code.Should().Be("InvalidValue");
        (await voice.ConfirmAsync(statement.Id, "by mail", 7)).Errors.Single().Code.Should().Be("VersionConflict");
        work.Context.ChangeTracker.HasChanges().Should().BeFalse("what is refused changes nothing");

        (await voice.ConfirmAsync(statement.Id, "by mail", 1)).Succeeded.Should().BeTrue();
        await work.SaveAsync();

        await using var reader = host.Work();
        var preference = (await reader.Customers.FindAsync(anna))!.Preference("delivery-time")!;
        (preference.Value, preference.Source).Should().Be(("morning", CustomerVoice.SourceOf(statement.Id)));
        var kept = (await reader.Get<CustomerVoice>().FindAsync(statement.Id))!;
        (kept.Status, kept.StatusReason, kept.StatusBy, kept.StatusAt).Should().Be((StatementStatus.Confirmed, "by mail", work.Scope.Actor.Id, (Instant?)host.Clock.Now));
        (await reader.History.TimelineAsync(anna.ToSubject())).Items.Should().Contain(t => t.Kind == "preference-confirmed" && t.Text == "delivery-time");
    }

    [SkippableFact]
    [Trait("Check", "IN-02")]
    public async Task Statements_OfSegments_AreFieldsOfCriteria()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var (anna, bob) = (await work.RegisterAsync(Known.Anna), await work.RegisterAsync(new NewCustomer { Name = new PersonName("Bob", "Other") }));
        (await work.Get<CustomerVoice>().NoteAsync(new StatementDetails(anna, StatementKind.Requirement, "delivery", "fast") { Sku = "kettle" })).Succeeded.Should().BeTrue();
        (await work.Get<CustomerVoice>().NoteAsync(new StatementDetails(bob, StatementKind.Topic, "delivery", "slow"))).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        var criteria = Criterion.Parse("""
            {"field":"statements.exists","operator":"equals","value":true,"where":{"all":[{"field":"type","operator":"equals","value":"requirement"},
            {"field":"status","operator":"equals","value":"open"},{"field":"product","operator":"equals","value":"kettle"}]}}
            """).Value;

        (await work.Get<CustomerSegments>().ListAsync(criteria)).Value.Items.Select(c => c.Id).Should().Equal(anna);
    }

    [SkippableFact]
    [Trait("Check", "IN-02")]
    public async Task Statements_OfOthers_StayHiddenFromPortalAndTenant()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var (anna, bob) = (await work.RegisterAsync(Known.Anna), await work.RegisterAsync(new NewCustomer { Name = new PersonName("Bob", "Other") }));
        foreach (var (customer, origin) in new[] { (anna, StatementOrigin.Stated), (anna, StatementOrigin.Inferred), (bob, StatementOrigin.Stated) })
        {
            (await work.Get<CustomerVoice>().NoteAsync(new StatementDetails(customer, StatementKind.Preference, "key", "text") { Origin = origin })).Succeeded.Should().BeTrue();
        }

        await work.SaveAsync();
        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("p-1", [anna.ToSubject()])));
        var voice = portal.Get<CustomerVoice>();
        (await voice.ListAsync()).Items.Should().ContainSingle().Which.Should().Match<StatementRecord>(s => s.CustomerId == anna && s.Origin == StatementOrigin.Stated);
        (await voice.ListAsync(new StatementCriteria { CustomerId = bob })).Items.Should().BeEmpty();
        (await voice.ListAsync(new StatementCriteria { Origin = StatementOrigin.Inferred })).Items.Should().BeEmpty();
        (await voice.TopicsAsync()).Should().BeEmpty();
        (await voice.NoteAsync(new StatementDetails(anna, StatementKind.Topic, "a", "b"))).Errors.Single().Code.Should().Be("ActNotAllowed");

        var tenants = await HostAsync<TenantContext>(s => s.Scope = s.Scope with { TenantId = "one" });
        await using var one = tenants.Work();
        var statement = (await one.Get<CustomerVoice>().NoteAsync(new StatementDetails(await one.RegisterAsync(Known.Anna), StatementKind.Topic, "a", "kettle"))).Value;
        await one.SaveAsync();
        await using var two = tenants.Work(new CrmScope(Actor.Agent("bob")) { TenantId = "two" });
        (await two.Get<CustomerVoice>().ListAsync(new StatementCriteria { Mentioning = "kettle" })).Items.Should().BeEmpty();
        (await two.Get<CustomerVoice>().TopicsAsync()).Should().BeEmpty();
        (await two.Get<CustomerVoice>().FindAsync(statement.Id)).Should().BeNull();
        (await two.Get<CustomerVoice>().MeetAsync(statement.Id)).Errors.Single().Code.Should().Be("StatementNotFound");
    }

    [SkippableFact]
    [Trait("Check", "IN-02")]
    public async Task Note_BadInput_IsACodedErrorAndKeepsNothing()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var (anna, bob) = (await work.RegisterAsync(Known.Anna), await work.RegisterAsync(new NewCustomer { Name = new PersonName("Bob", "Other") }));
        var call = (await work.History.RecordAsync(new ContactDetails(anna, Channels.Phone, Direction.Inbound, "Call"))).Value;
        await work.SaveAsync();
        var good = new StatementDetails(anna, StatementKind.Requirement, "topic", "text");
        foreach (var (bad, code) in new[]
        {
            (good with { Topic = " " }, "InvalidValue"), (good with { Topic = new string('x', 65) }, "InvalidValue"), (good with { Topic = "a\nb" }, "InvalidValue"), (good with { Text = "  " }, "InvalidValue"),
            (good with { Text = new string('x', 1001) }, "InvalidValue"), (good with { Text = "a\0b" }, "InvalidValue"), (good with { Kind = (StatementKind)7 }, "InvalidValue"), (good with { Origin = (StatementOrigin)7 }, "InvalidValue"),
            (good with { Confidence = 1.01m }, "InvalidValue"), (good with { Confidence = -0.01m }, "InvalidValue"), (good with { At = host.Clock.Now + Duration.FromSeconds(1) }, "InvalidValue"), (good with { Sku = new string('x', 65) }, "InvalidValue"),
            (good with { CustomerId = CustomerId.New(host.Clock.Now) }, "CustomerNotFound"), (good with { OrganisationId = CustomerId.New(host.Clock.Now) }, "CustomerNotFound"),
            (good with { InteractionId = InteractionId.New(host.Clock.Now) }, "InteractionNotFound"), (good with { CustomerId = bob, InteractionId = call.Id }, "InteractionOfOthers"),
        })
        {
            (await work.Get<CustomerVoice>().NoteAsync(bad)).Errors.Select(e => e.Code).Should().Equal(code);
            work.Context.ChangeTracker.HasChanges().Should().BeFalse();
        }
    }

    [SkippableFact]
    [Trait("Check", "IN-02")]
    public async Task Statements_OfAPerson_FollowMergesAndGoWithErasure()
    {
        var host = await HostAsync(s => s.Crm = o => o.SuppressionKey = Convert.ToBase64String(new byte[32]));
        await using var work = host.Work();
        var (anna, twin) = (await work.RegisterAsync(Known.Anna), await work.RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi") }));
        var call = (await work.History.RecordAsync(new ContactDetails(twin, Channels.Phone, Direction.Inbound, "Call"))).Value;
        var statement = (await work.Get<CustomerVoice>().NoteAsync(new StatementDetails(twin, StatementKind.Requirement, "qyxtopic", "qyxtext words") { InteractionId = call.Id })).Value;
        await work.SaveAsync();
        (await work.Merger.MergeAsync(anna, twin)).Succeeded.Should().BeTrue();
        await using (var merged = host.Work())
        {
            (await merged.Get<CustomerVoice>().ListAsync(new StatementCriteria { CustomerId = twin })).Items.Should().ContainSingle(s => s.CustomerId == anna);
            (await merged.Get<PrivacyOffice>().EraseAsync(anna)).Succeeded.Should().BeTrue();
        }

        await using var reader = host.Work();
        (await reader.Get<CustomerVoice>().ListAsync(new StatementCriteria { Mentioning = "qyxtext" })).Items.Should().BeEmpty();
        (await reader.Context.Set<StatementWord>().CountAsync()).Should().Be(0);
        (await reader.Get<CustomerVoice>().FindAsync(statement.Id))!.Text.Should().Be("[erased]");
    }
}
