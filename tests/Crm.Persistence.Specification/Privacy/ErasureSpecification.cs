using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.Specification.Privacy;

/// <summary>An erased person is nowhere any more, what was sold stays, and the address is never used again.</summary>
[Trait("Check", "CM-13")]
public abstract class ErasureSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    protected static string Key { get; } = Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    [SkippableFact]
    public async Task Erase_PersonWhomEveryAreaKnows_LeavesNoMarkInAnyTable()
    {
        var host = await KeyedAsync();
        var (person, absorbed, firm) = await PersonalStory.TellAsync(host);
        await using var work = host.Work(new CrmScope(Actor.Agent("ada")) { Reason = "Qyxanna Qyxrossi asked for it", CorrelationId = "mail of qyxanna@example.com" });
        (await MarkedAsync(work.Context)).Should().HaveCountGreaterThan(20);
        var (bought, statistics) = await BooksAsync(work, person);
        var before = await DatabaseState.ReadAsync(work.Context);
        var plan = (await work.Get<PrivacyOffice>().PlanErasureAsync(person)).Value;
        (await DatabaseState.ReadAsync(work.Context)).Should().Equal(before, "a plan changes nothing");
        plan.ErasedAt.Should().BeNull();

        var done = (await work.Get<PrivacyOffice>().EraseAsync(person)).Value;
        done.Rows.Should().Equal(plan.Rows);
        (done.SuppressedAddresses, done.ErasedAt).Should().Be((3, host.Clock.Now));
        (await MarkedAsync(work.Context)).Should().BeEmpty();

        await using var again = host.Work();
        var (boughtAfter, statisticsAfter) = await BooksAsync(again, person);
        boughtAfter.Should().BeEquivalentTo(bought, "orders and facts stay");
        statisticsAfter.Should().BeEquivalentTo(statistics);
        var customer = (Person)(await again.Customers.FindAsync(absorbed))!;
        (customer.Id, customer.DisplayName, customer.ErasedAt, customer.Name.Full).Should().Be((person, "Erased customer", host.Clock.Now, "Erased customer"));
        customer.ContactPoints.Should().BeEmpty();
        customer.BirthDate.Should().BeNull();
        (await again.Customers.ListAsync(new CustomerCriteria { Text = "erased" })).Items.Should().BeEmpty("nothing finds who was erased");
        (await again.History.TimelineAsync(person.ToSubject())).Items[0].Kind.Should().Be("customer-erased");
        (await again.Merger.HistoryAsync(person)).Should().ContainSingle();
        (await again.Merger.UnmergeAsync((await again.Merger.HistoryAsync(person))[0].Id)).Errors.Single().Code.Should().Be("MergeNotUndoable");
        (await Traces.OfAsync(host, person.Value)).Audit[^1].Reason.Should().Be("[erased] asked for it");
        (await Traces.OfAsync(host, person.Value)).Outbox[^1].EventName.Should().Be("privacy.customer-erased");
        (await again.Get<PrivacyOffice>().ExportAsync(person)).Value.Customer.DisplayName.Should().Be("Erased customer");

        // Others keep what is theirs.
        var shared = await again.Context.Set<Crm.Domain.Service.ServiceCase>().AsNoTracking().Where(c => c.OrganisationId == firm).ToListAsync();
        shared.Should().HaveCount(2);
        shared.Select(c => c.Subject).Should().AllBe("[erased] asks for Engines");
        shared.SelectMany(c => c.Messages).Select(m => m.Body).Where(b => b.StartsWith("Call", StringComparison.Ordinal)).Should().AllBe("Call [erased] or [erased]. Terms of Engines stay.");
        (await again.Context.Set<Interaction>().AsNoTracking().Where(i => i.CustomerId == firm).ToListAsync()).Select(i => i.Subject).Should().Equal("Engines ask for [erased]");
        (await again.Customers.FindAsync(firm))!.DisplayName.Should().Be("Engines Ltd");
    }

    [SkippableFact]
    public async Task Erase_PersonWhoWasALead_LeavesNoMarkOfTheLeadEither()
    {
        var host = await KeyedAsync();
        await using var work = host.Work();
        (await work.Get<Pipelines>().CreateAsync(PipelineDefinition.Standard)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        var details = new LeadDetails
        {
            Name = new PersonName("Qyxanna", "Qyxrossi"), Email = PersonalStory.Email, Phone = PersonalStory.Phone, JobTitle = "Buyer of Qyxanna", Description = "Qyxanna came to the fair", Source = "web",
        };
        async Task<LeadId> LeadAsync(LeadDetails known)
        {
            var lead = (await work.Get<LeadDesk>().ReceiveAsync(known)).Value;
            (await work.Get<LeadDesk>().AssignAsync(lead.Id, "ada")).Succeeded.Should().BeTrue();
            await work.SaveAsync();
            return lead.Id;
        }

        // One with a firm that stays, and one who was no customer before it asked to be forgotten.
        LeadId[] leads = [await LeadAsync(details with { Organisation = "Engines Ltd", Topic = "Kettles for Qyxanna" }), await LeadAsync(details)];
        var first = (await work.Get<LeadConverter>().ConvertAsync(leads[0], new LeadConversion { AllowsDuplicates = true })).Value;
        var second = (await work.Get<LeadConverter>().ConvertAsync(leads[1], new LeadConversion { WithoutOpportunity = true, AllowsDuplicates = true })).Value;
        foreach (var person in new[] { first.PersonId!.Value, second.PersonId!.Value })
        {
            await using var erasing = host.Work();
            (await erasing.Get<PrivacyOffice>().EraseAsync(person)).Errors.Should().BeEmpty();
        }

        await using var later = host.Work();
        (await MarkedAsync(later.Context)).Should().BeEmpty();
        foreach (var id in leads)
        {
            var lead = (await later.Get<LeadDesk>().FindAsync(id))!;
            (lead.Status, lead.Source, lead.OwnerId).Should().Be((LeadStatus.Converted, "web", "ada"), "what is not personal stays, so that figures stay true");
        }

        (await later.Customers.FindAsync(first.OrganisationId!.Value))!.DisplayName.Should().Be("Engines Ltd");
    }

    [SkippableFact]
    public async Task Erase_Address_IsNeverUsedAgain()
    {
        var host = await KeyedAsync();
        var (email, phone) = (PersonalStory.Email, PersonalStory.Phone);
        await using var work = host.Work();
        var anna = await work.RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi"), Emails = [email], Phones = [phone] });
        (await work.Get<SuppressionList>().FindAsync(email)).Should().BeNull();
        (await work.Get<PrivacyOffice>().EraseAsync(anna)).Succeeded.Should().BeTrue();
        var erasedAt = host.Clock.Now;
        host.Clock.Advance(Duration.FromDays(1));

        await using var later = host.Work();
        (await later.Get<SuppressionList>().FindAsync(EmailAddress.Parse("QYXANNA@EXAMPLE.COM"))).Should().BeEquivalentTo(new { Since = erasedAt, Reason = "erased" });
        (await later.Get<SuppressionList>().FindAsync(phone))!.Since.Should().Be(erasedAt);
        (await later.Get<SuppressionList>().FindAllAsync([email, EmailAddress.Parse("other@example.com")])).Should().Equal(email);
        (await later.Get<ContactPermissions>().MayContactAsync(anna, Purposes.Transactional, Channels.Email)).Value.Reason.Should().Be(ContactBarrier.Erased);
        (await later.Get<ContactPermissions>().MayMailAsync(email, Purposes.Transactional)).Value.Barriers.Should().Equal(ContactBarrier.AddressSuppressed);
        (await later.Get<ContactPermissions>().MayMailAsync(email, Purposes.Transactional, erasedAt - Duration.FromSeconds(1))).Value.MayContact.Should().BeTrue();
        (await later.Get<ContactPermissions>().MayCallAsync(phone, Purposes.Transactional, Channels.Phone)).Value.Barriers.Should().Equal(ContactBarrier.AddressSuppressed);

        // Registered or imported anew, the address stays suppressed until its owner asks otherwise.
        var again = await later.RegisterAsync(new NewCustomer { Name = new PersonName("A.", "Rossi"), Emails = [email] });
        (await later.Get<ConsentDesk>().RecordAsync(new ConsentDetails(again, Purposes.Marketing, Channels.Email, ConsentStatus.Granted, "import") { Origin = ConsentOrigin.Automatic })).Succeeded.Should().BeTrue();
        await later.SaveAsync();
        (await later.Get<ContactPermissions>().MayContactAsync(again, Purposes.Marketing, Channels.Email)).Value.Barriers.Should().Equal(ContactBarrier.AddressSuppressed);
        (await later.Get<SuppressionList>().LiftAsync(email)).Value.Should().BeTrue();
        (await later.Get<SuppressionList>().LiftAsync(email)).Value.Should().BeFalse();
        (await later.Get<ContactPermissions>().MayContactAsync(again, Purposes.Marketing, Channels.Email)).Value.MayContact.Should().BeTrue();
        (await later.Get<SuppressionList>().AddAsync(email, "asked by letter")).Value.Since.Should().Be(host.Clock.Now);

        // A former key still knows what it hashed.
        var other = Convert.ToBase64String([.. Enumerable.Range(100, 32).Select(i => (byte)i)]);
        var rotated = await OpenAsync<SpecificationContext>(host.ConnectionString, s => s.Crm = o =>
        {
            o.SuppressionKey = other;
            o.FormerSuppressionKeys.Add(Key);
        });
        await using var after = rotated.Work();
        (await after.Get<SuppressionList>().FindAsync(phone)).Should().NotBeNull();
        (await after.Get<SuppressionList>().FindAsync(email)).Should().NotBeNull();
    }

    [SkippableFact]
    public async Task Erase_WhereItMustNotHappen_IsRefusedAndChangesNothing()
    {
        var host = await KeyedAsync();
        CustomerId person, absorbed, firm, erased, held;
        await using (var work = host.Work())
        {
            (person, absorbed) = (await work.RegisterAsync(Known.Anna), await work.RegisterAsync());
            (firm, erased, held) = (await work.RegisterAsync(new NewCustomer { OrganisationName = "Engines" }), await work.RegisterAsync(), await work.RegisterAsync());
            (await work.Merger.MergeAsync(person, absorbed)).Succeeded.Should().BeTrue();
            (await work.Get<PrivacyOffice>().EraseAsync(erased)).Succeeded.Should().BeTrue();
            (await work.Get<PrivacyMeasures>().PlaceAsync(held, PrivacyMeasureKind.LegalHold, "lawsuit 7")).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        await using var agent = host.Work();
        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("p", [person.ToSubject()])));
        var before = await DatabaseState.ReadAsync(agent.Context);
        foreach (var (work, id, code) in new[]
        {
            (agent, CustomerId.New(host.Clock.Now), "CustomerNotFound"), (agent, absorbed, "CustomerAlreadyMerged"), (agent, firm, "NotAPerson"),
            (agent, erased, "CustomerAlreadyErased"), (agent, held, "LegalHoldInForce"), (portal, person, "ActNotAllowed"),
        })
        {
            (await work.Get<PrivacyOffice>().PlanErasureAsync(id)).Errors.Select(e => e.Code).Should().Equal(code);
            (await work.Get<PrivacyOffice>().EraseAsync(id)).Errors.Select(e => e.Code).Should().Equal(code);
        }

        (await agent.Get<PrivacyOffice>().EraseAsync(held)).Errors.Single().Message.Should().Contain("lawsuit 7");
        (await DatabaseState.ReadAsync(agent.Context)).Should().Equal(before);

        var keyless = await OpenAsync<SpecificationContext>(host.ConnectionString);
        await using var without = keyless.Work();
        (await without.Get<PrivacyOffice>().EraseAsync(person)).Errors.Single().Code.Should().Be("SuppressionKeyMissing");
        (await without.Get<PrivacyOffice>().PlanErasureAsync(person)).Value.SuppressedAddresses.Should().Be(2, "a plan needs no key");
        (await without.Get<SuppressionList>().AddAsync(PersonalStory.Email, "x")).Errors.Single().Code.Should().Be("SuppressionKeyMissing");
        (await DatabaseState.ReadAsync(agent.Context)).Should().Equal(before);
    }

    [SkippableFact]
    public async Task Erase_PersonWithUnsavedOrStaleCopies_ConflictsInsteadOfBringingThemBack()
    {
        var host = await KeyedAsync();
        await using var work = host.Work();
        var id = await work.RegisterAsync(Known.Anna);
        await using var other = host.Work();
        var stale = (await other.Customers.FindAsync(id))!;
        stale.AddTag("late", host.Clock.Now);

        (await work.Care.TagAsync(id, "unsaved")).Succeeded.Should().BeTrue();
        (await work.Get<PrivacyOffice>().EraseAsync(id)).Errors.Single().Code.Should().Be("VersionConflict");
        await using var fresh = host.Work();
        (await fresh.Get<PrivacyOffice>().EraseAsync(id)).Succeeded.Should().BeTrue();
        (await other.UnitOfWork.SaveAsync()).Errors.Single().Code.Should().Be("VersionConflict");
        (await fresh.Customers.FindAsync(id))!.Tags.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Erase_EventsNotYetDelivered_KeepTheirShapeWithoutThePerson()
    {
        var host = await KeyedAsync();
        var (person, _, _) = await PersonalStory.TellAsync(host);
        await using var work = host.Work();
        (await work.Get<PrivacyOffice>().EraseAsync(person)).Succeeded.Should().BeTrue();
        var catalog = work.Get<IOutboxDispatcher>();
        host.Clock.Advance(Duration.FromMinutes(1));
        while (await catalog.DispatchAsync() > 0)
        {
        }

        (await work.Context.Set<OutboxMessage>().AsNoTracking().Where(m => m.DoneAt == null).Select(m => m.EventName + ": " + m.Error).ToListAsync()).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Erase_OfATenant_TouchesNobodyElse()
    {
        var host = await HostAsync<TenantContext>(s =>
        {
            s.Scope = s.Scope with { TenantId = "one" };
            s.Crm = o => o.SuppressionKey = Key;
        });
        await using var one = host.Work();
        await using var two = host.Work(new CrmScope(Actor.Agent("bob")) { TenantId = "two" });
        var (mine, theirs) = (await one.RegisterAsync(Known.Anna), await two.RegisterAsync(Known.Anna));
        (await two.Get<PrivacyOffice>().EraseAsync(mine)).Errors.Single().Code.Should().Be("CustomerNotFound");
        (await one.Get<PrivacyOffice>().EraseAsync(mine)).Succeeded.Should().BeTrue();
        (await two.Customers.FindAsync(theirs))!.ContactPoints.Should().HaveCount(2);
        await using var again = host.Work(new CrmScope(Actor.Agent("bob")) { TenantId = "two" });
        (await again.Get<SuppressionList>().FindAsync(Known.Anna.Emails[0])).Should().BeNull("each tenant has a list of its own");
        (await one.Get<SuppressionList>().FindAsync(Known.Anna.Emails[0])).Should().NotBeNull();
    }

    protected Task<CrmTestHost<SpecificationContext>> KeyedAsync() => HostAsync(s => s.Crm = o => (o.SuppressionKey, o.LogsAccess) = (Key, true));

    /// <summary>Every row in which something of the person stands.</summary>
    protected static async Task<IReadOnlyList<string>> MarkedAsync(DbContext context) =>
    [
        .. (await TableContents.ReadAsync(context)).SelectMany(t => t.Value.Where(IsMarked).Select(r => $"{t.Key}: {r}")),
    ];

    private static bool IsMarked(string row) =>
        row.Contains(PersonalStory.Mark, StringComparison.OrdinalIgnoreCase) || PersonalStory.OtherMarks.Any(m => row.Contains(m, StringComparison.Ordinal)
            || (DateOnly.TryParse(m, System.Globalization.CultureInfo.InvariantCulture, out var day) && row.Contains(day.ToString("MM/dd/yyyy", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)));

    private static async Task<(IReadOnlyList<object> Orders, object Statistics)> BooksAsync(CrmWork<SpecificationContext> work, CustomerId id)
    {
        var orders = await work.Orders.HistoryAsync(id);
        var statistics = await work.Context.Set<AuditEntry>().AsNoTracking().Where(a => a.AggregateType == nameof(Order)).OrderBy(a => a.Id).Select(a => a.Changes).ToListAsync();
        return ([.. orders], statistics);
    }
}
