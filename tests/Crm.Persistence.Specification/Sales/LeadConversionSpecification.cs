using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Sales;

/// <summary>Leads become customers and opportunities: all of it or nothing.</summary>
public abstract class LeadConversionSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    internal static LeadDetails Details { get; } = new()
    {
        Name = new PersonName("Anna", "Rossi"),
        Organisation = "Acme",
        JobTitle = "Buyer",
        Email = EmailAddress.Parse("anna.rossi@example.com"),
        Phone = PhoneNumber.Parse("+39 02 1234 5678", null),
        Topic = "Kettles for all",
        Source = "web",
    };

    [SkippableFact]
    [Trait("Check", "SF-02")]
    [Trait("Check", "SF-01")]
    public async Task Convert_IntoNewOnes_MakesAllThree_AndTheLeadIsReadOnly()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.PipelineAsync();
        var lead = await LeadAsync(work, Details);
        var became = (await work.Get<LeadConverter>().ConvertAsync(lead, new LeadConversion { Amount = Known.Eur(900), OwnerId = "bob" })).Value;
        await using var other = host.Work();
        var person = (Person)(await other.Customers.FindAsync(became.PersonId!.Value))!;
        (person.DisplayName, person.PrimaryMembership!.OrganisationId, person.PrimaryMembership.Role).Should().Be(("Anna Rossi", became.OrganisationId!.Value, "Buyer"));
        person.ContactPoints.Select(p => p.Value).Should().Equal("anna.rossi@example.com", "+390212345678");
        (await other.Customers.FindAsync(became.OrganisationId!.Value))!.ContactPoints.Should().BeEmpty("how the person is reached is the person's");
        var deal = (await other.Deals().FindAsync(became.OpportunityId!.Value))!;
        (deal.Name, deal.CustomerId, deal.Source, deal.OwnerId, deal.Amount).Should().Be(("Kettles for all", became.OrganisationId!.Value, "web", "bob", Known.Eur(900)));
        deal.Contacts.Select(c => c.PersonId).Should().Equal(became.PersonId!.Value);
        var converted = (await other.Get<LeadDesk>().FindAsync(lead))!;
        (converted.Status, converted.PersonId, converted.OpportunityId, converted.ConvertedAt).Should().Be((LeadStatus.Converted, became.PersonId, became.OpportunityId, host.Clock.Now));
        (await other.Get<LeadConverter>().ConvertAsync(lead, new LeadConversion { OwnerId = "bob" })).Errors.Single().Code.Should().Be("LeadConverted");
        (await other.Get<LeadDesk>().DescribeAsync(lead, Details)).Errors.Single().Code.Should().Be("LeadConverted");
        (await other.Get<LeadDesk>().AssignAsync(lead, "eve")).Errors.Single().Code.Should().Be("LeadConverted");
    }

    [SkippableFact]
    [Trait("Check", "SF-03")]
    public async Task Convert_IntoRecordedOnes_FillsEmptyFieldsAndOverwritesNothing()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.PipelineAsync();
        var firm = await work.RegisterAsync(new NewCustomer { OrganisationName = "Acme Ltd" });
        var anna = await work.RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Bianchi"), Emails = [EmailAddress.Parse("anna@acme.example")] });
        var stranger = await work.RegisterAsync(new NewCustomer { Name = new PersonName("Eve", "Else") });
        (await work.Relations.JoinAsync(anna, new MembershipDetails(firm, "Director"))).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        var mine = await work.OpenDealAsync(firm);
        var theirs = await work.OpenDealAsync(stranger);
        var lead = await LeadAsync(work, Details with { Address = Known.Anna.Address });
        var into = new LeadConversion { PersonId = anna, OrganisationId = firm, OpportunityId = mine.Id, OwnerId = "bob" };
        var before = await DatabaseState.ReadAsync(work.Context);
        (await work.Get<LeadConverter>().ConvertAsync(lead, into with { PersonId = stranger })).Errors.Single().Code.Should().Be("PersonNotOfOrganisation");
        (await work.Get<LeadConverter>().ConvertAsync(lead, into with { OpportunityId = theirs.Id })).Errors.Single().Code.Should().Be("OpportunityOfAnotherCustomer");
        (await work.Get<LeadConverter>().ConvertAsync(lead, into with { PersonId = firm })).Errors.Single().Code.Should().Be("NotAPerson");
        (await DatabaseState.ReadAsync(work.Context)).Should().Equal(before, "what is refused leaves nothing behind");

        var became = (await work.Get<LeadConverter>().ConvertAsync(lead, into)).Value;
        became.Filled.Should().BeEquivalentTo("organisation.address", "person.phone", "person.address");
        await using var other = host.Work();
        var person = (Person)(await other.Customers.FindAsync(anna))!;
        (person.DisplayName, person.PrimaryMembership!.Role).Should().Be(("Anna Bianchi", "Director"));
        person.ContactPoints.Where(p => p.Kind == ContactPointKind.Email).Select(p => p.Value).Should().Equal("anna@acme.example");
        (await other.Customers.FindAsync(firm))!.DisplayName.Should().Be("Acme Ltd");
        (await other.Deals().FindAsync(mine.Id))!.Contacts.Select(c => c.PersonId).Should().Equal(anna);
        became.OpportunityId.Should().Be(mine.Id);
    }

    [SkippableFact]
    [Trait("Check", "SF-02")]
    public async Task Convert_WithDuplicates_AnswersAllCandidatesAtOnce_UnlessSomebodyDecided()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.PipelineAsync();
        var anna = await work.RegisterAsync(Known.Anna);
        var firm = await work.RegisterAsync(new NewCustomer { OrganisationName = "Acme", Address = Known.Anna.Address });
        var lead = await LeadAsync(work, Details with { Address = Known.Anna.Address });
        var refused = (await work.Get<LeadConverter>().ConvertAsync(lead, new LeadConversion { OwnerId = "bob" })).Errors;
        refused.Should().OnlyContain(e => e.Code == "DuplicateFound");
        refused.Select(e => e.Target).Should().BeEquivalentTo(anna.ToString(), firm.ToString());
        (await work.Get<LeadDesk>().FindAsync(lead))!.Status.Should().Be(LeadStatus.New);
        (await work.Get<LeadConverter>().ConvertAsync(lead, new LeadConversion { OwnerId = "bob", AllowsDuplicates = true })).Succeeded.Should().BeTrue();
    }

    [SkippableFact]
    [Trait("Check", "SF-04")]
    public async Task Convert_TakesHistoryAndActivitiesAlong()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.PipelineAsync();
        var anna = await work.RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi") });
        var lead = await LeadAsync(work, new LeadDetails { Name = new PersonName("Anna", "Rossi"), CustomerId = anna, Topic = "Kettles" });
        var subject = lead.ToSubject();
        (await work.History.RecordAsync(new ContactDetails(anna, Channels.Phone, Direction.Inbound, "Asked for kettles") { About = subject })).Succeeded.Should().BeTrue();
        (await work.Get<ActivityPlanner>().PlanAsync(new ActivityDetails(ActivityKinds.Task, "Call back", host.Clock.Now + Duration.FromDays(1)) { About = subject })).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        await using var converting = host.Work();
        var became = (await converting.Get<LeadConverter>().ConvertAsync(lead, new LeadConversion { PersonId = anna, OwnerId = "bob" })).Value;
        await using var other = host.Work();
        var deal = became.OpportunityId!.Value.ToSubject();
        (await other.History.TimelineAsync(deal)).Items.Select(t => t.Kind).Should().Contain(["interaction", "activity-planned", "lead-received", "opportunity-opened", "lead-converted"]);
        (await other.History.TimelineAsync(anna.ToSubject())).Items.Count(t => t.Kind == "interaction").Should().Be(1, "what stood there already stands there once");
        (await other.History.TimelineAsync(subject)).Items.Select(t => t.Kind).Should().Contain(["interaction", "lead-converted"]);
        var task = await other.Context.Set<Activity>().AsNoTracking().SingleAsync();
        (task.About, task.CustomerId).Should().Be((deal, anna));
        (await other.Context.Set<Interaction>().AsNoTracking().SingleAsync()).Links.Select(l => l.ToSubject()).Should().Equal(deal);
    }

    [SkippableFact]
    [Trait("Check", "SF-04")]
    public async Task Convert_TurnsContactsWithTheLead_IntoInteractionsOfTheCustomer()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.PipelineAsync();
        var (lead, door) = (await LeadAsync(work, Details), work.Get<LeadContacts>());
        var called = host.Clock.Now - Duration.FromDays(3);
        var call = new LeadContactDetails(Channels.Phone, Direction.Inbound, "Asked for kettles") { At = called, Body = "Ten of them", AgentId = "eve", Address = "+390212345678", Duration = Duration.FromMinutes(4) };
        (await door.RecordAsync(lead, call)).Errors.Should().BeEmpty();
        await work.SaveAsync();
        (await door.RecordAsync(lead, call with { Subject = "Future", At = host.Clock.Now + Duration.FromDays(1) })).Errors.Single().Code.Should().Be("InvalidValue");
        (await door.RecordAsync(lead, call with { Body = new string('x', LeadContact.MaxBodyLength + 1) })).Errors.Single().Code.Should().Be("InvalidValue", "what is too long is refused, not cut");
        (await door.RecordAsync(lead, call with { Channel = new ChannelKey("smoke-signs") })).Errors.Single().Code.Should().Be("ChannelUnknown");
        var anna = await work.RegisterAsync(Known.Anna);
        var known = await LeadAsync(work, Details with { CustomerId = anna });
        (await door.RecordAsync(known, call)).Errors.Single().Code.Should().Be("LeadIsOfCustomer");
        (await work.History.TimelineAsync(lead.ToSubject())).Items.Single(t => t.Kind == "lead-contacted").At.Should().Be(called);

        await using var converting = host.Work();
        var became = (await converting.Get<LeadConverter>().ConvertAsync(lead, new LeadConversion { OwnerId = "bob", AllowsDuplicates = true })).Value;
        await using var other = host.Work();
        var moved = await other.Context.Set<Interaction>().AsNoTracking().SingleAsync();
        (moved.CustomerId, moved.OrganisationId, moved.At, moved.Body, moved.AgentId, moved.CustomerAddress, moved.Duration)
            .Should().Be((became.PersonId!.Value, became.OrganisationId, called, "Ten of them", "eve", "+390212345678", Duration.FromMinutes(4)));
        moved.Links.Single().ToSubject().Should().Be(became.OpportunityId!.Value.ToSubject());
        foreach (var record in new[] { became.PersonId.Value.ToSubject(), became.OpportunityId.Value.ToSubject() })
        {
            (await other.History.TimelineAsync(record)).Items.Where(t => t.Text == "Asked for kettles").Select(t => t.Kind).Should().Equal(["interaction"], "it happened once");
        }

        (await other.Get<LeadDesk>().FindAsync(lead))!.Contacts.Should().BeEmpty("it is moved, so that merges, export and erasure find it with the customer");
        (await other.Get<LeadContacts>().RecordAsync(lead, call)).Errors.Single().Code.Should().Be("LeadConverted");
        (await other.Context.Set<LeadContact>().AsNoTracking().CountAsync()).Should().Be(0);
    }

    [SkippableFact]
    [Trait("Check", "SF-02")]
    public async Task Convert_WhatIsMissingOrTooLong_IsRefusedAndCutsNothing()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.PipelineAsync();
        var bob = new LeadConversion { OwnerId = "bob" };
        async Task<string> Code(LeadDetails details, LeadConversion into) => (await work.Get<LeadConverter>().ConvertAsync(await LeadAsync(work, details), into)).Errors.Single().Code;
        (await Code(Details, new LeadConversion())).Should().Be("LeadOwnerMissing", "what a queue or nobody has needs an owner");
        (await Code(new LeadDetails { Email = EmailAddress.Parse("a@example.com") }, bob)).Should().Be("LeadNamesNobody");
        (await Code(Details with { Topic = new string('x', 201) }, bob)).Should().Be("LeadValueTooLong");
        (await Code(Details with { JobTitle = new string('x', 101) }, bob)).Should().Be("LeadValueTooLong");
        (await Code(Details, bob with { Stage = "won" })).Should().Be("StageClosesOpportunity");
        (await Code(Details, bob with { PipelineId = PipelineId.New(host.Clock.Now) })).Should().Be("PipelineNotFound");
        (await work.Get<LeadConverter>().ConvertAsync(LeadId.New(host.Clock.Now), bob)).Errors.Single().Code.Should().Be("LeadNotFound");
        (await work.Customers.ListAsync(new CustomerCriteria())).Items.Should().BeEmpty("nothing is half-written");
        var spam = await LeadAsync(work, Details);
        (await work.Get<LeadDesk>().DisqualifyAsync(spam, "Spam")).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await work.Get<LeadConverter>().ConvertAsync(spam, bob)).Errors.Single().Code.Should().Be("LeadTransitionNotAllowed");
    }

    [SkippableFact]
    [Trait("Check", "SF-02")]
    public async Task ConvertAll_EachByItself_OneThatIsRefusedStopsNobody()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.PipelineAsync();
        LeadId[] ids =
        [
            await LeadAsync(work, new LeadDetails { Organisation = "Alpha" }), await LeadAsync(work, new LeadDetails { Organisation = "Beta", Topic = new string('x', 300) }), await LeadAsync(work, new LeadDetails { Organisation = "Gamma" }),
        ];
        var results = await work.Get<LeadConverter>().ConvertAllAsync(ids, new LeadConversion { OwnerId = "bob" });
        results.Select(r => (r.Key, r.Value.Succeeded)).Should().Equal((ids[0], true), (ids[1], false), (ids[2], true));
        await using var other = host.Work();
        (await other.Board().ListAsync(new OpportunityCriteria())).Items.Select(o => o.Name).Should().BeEquivalentTo("Alpha", "Gamma");
        (await other.Get<LeadDesk>().FindAsync(ids[1]))!.Status.Should().Be(LeadStatus.New);
    }

    /// <summary>In Frappe CRM, a missing amount let the conversion of many fail without a word (crm#1706).</summary>
    [SkippableFact]
    [Trait("Check", "SF-02")]
    public async Task ConvertAll_WhereTheStageRequiresMore_SaysSoOfEach()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var pipeline = await work.PipelineAsync();
        (await work.Pipelines().ChangeStageAsync(pipeline.Id, "qualification", "Qualification", new StageSettings { Required = [OpportunityField.Amount] })).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        LeadId[] ids = [await LeadAsync(work, new LeadDetails { Organisation = "Alpha" }), await LeadAsync(work, new LeadDetails { Organisation = "Beta" })];
        var results = await work.Get<LeadConverter>().ConvertAllAsync(ids, new LeadConversion { OwnerId = "bob" });
        results.Select(r => r.Value.Errors.Single().Code).Should().Equal("StageFieldsMissing", "StageFieldsMissing");
        (await work.Get<LeadConverter>().ConvertAllAsync(ids, new LeadConversion { OwnerId = "bob", Amount = Known.Eur(1) })).Should().OnlyContain(r => r.Value.Succeeded);
    }

    /// <summary>In SuiteCRM, copied calls lose their place in the calendar, and moved ones miss the account (#971, #2950).</summary>
    [SkippableFact]
    [Trait("Check", "SF-04")]
    public async Task Convert_TakesAMeetingAlong_WithItsTimeReminderAndCustomer()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.PipelineAsync();
        var lead = await LeadAsync(work, Details);
        var start = host.Clock.Now + Duration.FromDays(2);
        var meeting = (await work.Get<ActivityPlanner>().PlanAsync(new ActivityDetails(ActivityKinds.Meeting, "Show the kettles", start)
        {
            About = lead.ToSubject(), AssigneeId = "ada", RemindBefore = [Duration.FromHours(1)],
        })).Value;
        await work.SaveAsync();
        await using var converting = host.Work();
        var became = (await converting.Get<LeadConverter>().ConvertAsync(lead, new LeadConversion { OwnerId = "bob" })).Value;
        await using var other = host.Work();
        var moved = (await other.Get<ActivityPlanner>().FindAsync(meeting.Id))!;
        (moved.PlannedAt, moved.AssigneeId, moved.NextReminderAt, moved.IsOpen).Should().Be((start, "ada", start - Duration.FromHours(1), true));
        (moved.About, moved.CustomerId).Should().Be((became.OpportunityId!.Value.ToSubject(), became.PersonId));
        (await other.Get<ActivityPlanner>().ListAsync(new ActivityCriteria { AssigneeId = "ada" })).Items.Should().ContainSingle("it is moved, not copied");
    }

    [SkippableFact]
    [Trait("Check", "SF-02")]
    public async Task TwoWhoConvertAtOnce_HaveExactlyOneWinner()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.PipelineAsync();
        for (var round = 0; round < 5; round++)
        {
            var lead = await LeadAsync(work, new LeadDetails { Organisation = $"Firm {round}" });
            var results = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
            {
                await using var one = host.Work();
                return await one.Get<LeadConverter>().ConvertAsync(lead, new LeadConversion { OwnerId = "bob", AllowsDuplicates = true });
            })));
            results.Count(r => r.Succeeded).Should().Be(1);
            results.SelectMany(r => r.Errors).Should().OnlyContain(e => e.Code == "VersionConflict" || e.Code == "LeadConverted");
        }

        await using var check = host.Work();
        (await check.Customers.ListAsync(new CustomerCriteria())).Items.Should().HaveCount(5);
        (await check.Board().ListAsync(new OpportunityCriteria())).Items.Should().HaveCount(5);
    }

    [SkippableFact]
    [Trait("Check", "CM-08")]
    public async Task Merge_OfCustomers_TakesTheirLeadsAlong()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.PipelineAsync();
        var lead = await LeadAsync(work, new LeadDetails { Name = new PersonName("Anna", "Rossi") });
        var became = (await work.Get<LeadConverter>().ConvertAsync(lead, new LeadConversion { OwnerId = "bob" })).Value;
        var survivor = await work.RegisterAsync();
        await using var merging = host.Work();
        (await merging.Merger.MergeAsync(survivor, became.PersonId!.Value)).Succeeded.Should().BeTrue();
        await using var other = host.Work();
        (await other.Get<LeadDesk>().FindAsync(lead))!.PersonId.Should().Be(survivor);
    }

    private static async Task<LeadId> LeadAsync(CrmWork<SpecificationContext> work, LeadDetails details)
    {
        var lead = (await work.Get<LeadDesk>().ReceiveAsync(details)).Value;
        await work.SaveAsync();
        return lead.Id;
    }
}
