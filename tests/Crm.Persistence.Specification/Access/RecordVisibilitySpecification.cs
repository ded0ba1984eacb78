using System.Reflection;
using Crm.Domain.Access;
using Crm.Domain.Auditing;
using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Overview;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Persistence.Specification.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Access;

/// <summary>Agents see the customers and leads that their roles let them see, and of everything else what is about those.</summary>
[Trait("Check", "XC-03")]
public abstract class RecordVisibilitySpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly CrmScope s_nobody = new(Actor.Agent("zoe", "Zoe") with { Roles = ["own"] });

    [SkippableFact]
    public async Task Roles_OfEachLevel_ReadWhatTheyIncludeAndNothingElse()
    {
        var (host, told) = await TellAsync();
        await ShouldReadAsync(host, told, told.Ada("own"), [told.Mine, told.Worked]);
        await ShouldReadAsync(host, told, told.Ada("team"), [told.Mine, told.Worked, told.OfTeam]);
        await ShouldReadAsync(host, told, told.Ada("territory"), [told.Mine, told.Worked, told.OfTeam, told.OfTerritory]);
        await ShouldReadAsync(host, told, told.Ada("all"), told.All);
        await ShouldReadAsync(host, told, told.Ada("no such role"), []);
        await ShouldReadAsync(host, told, new CrmScope(Actor.Agent("ada", "Ada")), []);
        await ShouldReadAsync(host, told, Sights.System, told.All);
    }

    [SkippableFact]
    public async Task AttackCase17_SearchCountTimelineExportAndAudit_GiveNoMoreThanReading()
    {
        var (host, told) = await TellAsync();
        await using var work = host.Work(told.Ada("own"));
        (await work.Customers.ListAsync(new CustomerCriteria { Text = "foreign" })).Items.Should().BeEmpty();
        (await work.Get<CustomerSegments>().CountAsync(Criterion.Everything)).Value.Should().Be(2);
        (await work.History.TimelineAsync(told.Foreign.ToSubject())).Items.Should().BeEmpty();
        (await work.History.TimelineAsync(new SubjectReference(SubjectKinds.Case, told.ForeignCase.Value))).Items.Should().BeEmpty();
        (await work.History.TimelineAsync(told.Mine.ToSubject())).Items.Should().NotBeEmpty();
        (await work.Get<AuditTrail>().HistoryAsync(told.Foreign.ToSubject())).Value.Items.Should().BeEmpty();
        (await work.Get<AuditTrail>().HistoryAsync(told.Mine.ToSubject())).Value.Items.Should().NotBeEmpty();
        (await work.Get<CustomerOverviews>().FindAsync(told.Foreign)).Should().BeNull();
        (await work.Desk.ListAsync(new CaseCriteria())).Items.Select(c => c.Id).Should().Equal(told.WorkedCase);
        (await work.Get<CaseLists>().CountAsync(new CaseCriteria())).Total.Should().Be(1);
        (await work.Get<LeadDesk>().ListAsync(new LeadCriteria())).Items.Select(l => l.Id).Should().BeEquivalentTo([told.MyLead, told.FreeLead]);
        (await work.Get<LeadDesk>().FindAsync(told.ForeignLead)).Should().BeNull();
        (await work.Get<IForecastQueries>().TotalsAsync(host.Clock.Now, null, null, default)).Should().BeEmpty();
        (await work.Get<IForecastQueries>().TotalsAsync(host.Clock.Now, null, "eve", default)).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task AttackCase13_LookUpByAddress_ObeysVisibility()
    {
        var (host, told) = await TellAsync();
        await using (var system = host.Work(Sights.System))
        {
            (await system.Customers.AddEmailAsync(told.Foreign, EmailAddress.Parse("boss@foreign.example"))).Succeeded.Should().BeTrue();
            await system.SaveAsync();
        }

        await using var work = host.Work(told.Ada("own"));
        (await work.Customers.ListAsync(new CustomerCriteria { Key = "boss@foreign.example" })).Items.Should().BeEmpty();
        (await work.Customers.ListAsync(new CustomerCriteria { Text = "boss@foreign.example" })).Items.Should().BeEmpty();
        (await work.Get<CustomerSegments>().CountAsync(new Condition("email", "equals", "boss@foreign.example"))).Value.Should().Be(0);
    }

    [SkippableFact]
    public async Task AttackCase34_Placeholders_AreAllowedNames_OfCustomersWhomTheCallerSees()
    {
        var (host, told) = await TellAsync();
        await using var work = host.Work(told.Ada("own"));
        var (details, english) = (new MessageTemplateDetails("hello", Channels.Letter, "transactional"), LanguageTag.Parse("en"));
        (await work.Get<MessageTemplates>().WriteAsync(details, new MessageTemplateContent(english, "Hi {{customer.name}}") { Subject = "Hello" })).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await work.Get<MessageTemplates>().WriteAsync(details, new MessageTemplateContent(english, "Hi {{customer.password}} {{customer.email}}") { Subject = "Hello" })).Errors.Select(e => e.Code)
            .Should().OnlyContain(c => c == "TemplateNameUnknown");
        (await work.Get<MessageDesk>().ComposeAsync(new MessageDraft(told.Foreign) { TemplateKey = "hello" })).Errors.Single().Code.Should().Be("CustomerNotFound");
    }

    [SkippableTheory]
    [InlineData("../hello")]
    [InlineData("%2e%2e/hello")]
    [InlineData("..\\hello")]
    [InlineData("/etc/passwd")]
    [InlineData("hello\0")]
    public async Task AttackCase39_TemplateKeys_AreNoPaths(string key)
    {
        var host = await HostAsync();
        await using var work = host.Work();
        (await work.Get<MessageTemplates>().WriteAsync(new MessageTemplateDetails(key, Channels.Letter, "transactional"), new MessageTemplateContent(LanguageTag.Parse("en"), "Hi"))).Errors.Single().Code
            .Should().Be("InvalidValue");
        (await work.Get<MessageTemplates>().FindAsync(key)).Should().BeNull();
    }

    [SkippableFact]
    public async Task AttackCase18_ActsOnWhatIsNotSeen_AnswerLikeMissingOnesAndChangeNothing()
    {
        var (host, told) = await TellAsync();
        await using var work = host.Work(told.Ada("own"));
        var before = await DatabaseState.ReadAsync(work.Context);
        var missing = CustomerId.New(host.Clock.Now);
        (string Foreign, string Missing)[] codes =
        [
            (Code(await work.Customers.AddEmailAsync(told.Foreign, EmailAddress.Parse("x@example.com"))), Code(await work.Customers.AddEmailAsync(missing, EmailAddress.Parse("x@example.com")))),
            (Code(await work.Care.TagAsync(told.Foreign, "x")), Code(await work.Care.TagAsync(missing, "x"))),
            (Code(await work.History.RecordAsync(new ContactDetails(told.Foreign, Channels.Phone, Direction.Inbound, "AttackCase16"))), Code(await work.History.RecordAsync(new ContactDetails(missing, Channels.Phone, Direction.Inbound, "x")))),
            (Code(await work.Desk.OpenAsync(new CaseDetails(told.Foreign, "x"))), Code(await work.Desk.OpenAsync(new CaseDetails(missing, "x")))),
            (Code(await work.Desk.ReplyAsync(told.ForeignCase, "x")), Code(await work.Desk.ReplyAsync(ServiceCaseId.New(host.Clock.Now), "x"))),
            (Code(await work.Get<OpportunityDesk>().ChangeAmountAsync(told.ForeignDeal, null)), Code(await work.Get<OpportunityDesk>().ChangeAmountAsync(OpportunityId.New(host.Clock.Now), null))),
            (Code(await work.Get<LeadDesk>().AssignAsync(told.ForeignLead, "ada")), Code(await work.Get<LeadDesk>().AssignAsync(LeadId.New(host.Clock.Now), "ada"))),
            (Code(await work.History.LinkAsync(told.ForeignContact, told.Mine.ToSubject())), Code(await work.History.LinkAsync(InteractionId.New(host.Clock.Now), told.Mine.ToSubject()))),
        ];
        codes.Should().AllSatisfy(c => c.Foreign.Should().Be(c.Missing).And.EndWith("NotFound"));
        await work.SaveAsync();
        (await DatabaseState.ReadAsync(work.Context)).Should().Equal(before);
    }

    [SkippableFact]
    public async Task AttackCase15_Merging_NeedsSightOfBothSides()
    {
        var (host, told) = await TellAsync();
        await using var work = host.Work(told.Ada("own"));
        var before = await DatabaseState.ReadAsync(work.Context);
        (await work.Merger.MergeAsync(told.Mine, told.Foreign)).Errors.Single().Code.Should().Be("CustomerNotFound");
        (await work.Merger.MergeAsync(told.Foreign, told.Mine)).Errors.Single().Code.Should().Be("CustomerNotFound");
        (await DatabaseState.ReadAsync(work.Context)).Should().Equal(before);
    }

    [SkippableFact]
    public async Task AttackCase46_OneWhoActsForAColleague_SeesWhatBothSee()
    {
        var (host, told) = await TellAsync();
        var eve = Actor.Agent("eve", "Eve") with { Roles = ["own"], Teams = ["beta"] };
        var manager = Actor.Agent("max", "Max") with { Roles = ["all"] };
        await ShouldReadAsync(host, told, new CrmScope(manager.OnBehalfOf(eve)), [told.Worked, told.OfTerritory, told.Foreign]);
        await ShouldReadAsync(host, told, new CrmScope(told.Ada("own").Actor.OnBehalfOf(eve)), [told.Worked]);
        await ShouldReadAsync(host, told, new CrmScope(told.Ada("own").Actor.OnBehalfOf(manager)), [told.Mine, told.Worked]);
        var reader = Actor.Agent("rob", "Rob") with { Roles = ["reader"] };
        await using var work = host.Work(new CrmScope(manager.OnBehalfOf(reader)));
        (await work.Care.TagAsync(told.Mine, "x")).Errors.Single().Code.Should().Be("ActNotAllowed");
    }

    [SkippableFact]
    public async Task Sight_FollowsTheWork()
    {
        var (host, told) = await TellAsync();
        await using (var work = host.Work(Sights.System))
        {
            (await work.Desk.AssignAsync(told.ForeignCase, "ada")).Succeeded.Should().BeTrue();
            (await work.Desk.AssignAsync(told.WorkedCase, "eve")).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        await ShouldReadAsync(host, told, told.Ada("own"), [told.Mine, told.Foreign]);
    }

    [SkippableFact]
    public async Task EveryTable_ThatPointsAtCustomers_ShowsNothingOfThoseNotSeen()
    {
        var plain = await HostAsync();
        await PersonalStory.TellAsync(plain);
        var host = await OpenAsync<VisibilityContext>(plain.ConnectionString, s => s.Crm = Sights.Roles);
        await using var system = host.Work(Sights.System);
        await using var nobody = host.Work(s_nobody);
        var tables = system.Context.Model.GetEntityTypes()
            .Where(e => e.BaseType is null && e.GetDeclaredQueryFilters().Any(f => f.Key == "crm-visibility")).Select(e => e.ClrType).ToList();
        tables.Should().HaveCountGreaterThan(60);
        var (seen, leaked) = (0, new List<string>());
        foreach (var table in tables)
        {
            var all = await RowsAsync(system.Context, table);
            var own = await RowsAsync(nobody.Context, table);
            seen += all.Count > 0 ? 1 : 0;
            if (own.Exists(IsAboutSomebody))
            {
                leaked.Add(table.Name);
            }
        }

        leaked.Should().BeEmpty();
        seen.Should().BeGreaterThan(50, "the story fills them");
    }

    private static bool IsAboutSomebody(object row) => row.GetType().GetProperties().Any(p =>
        (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) == typeof(CustomerId) && p.GetValue(row) is not null);

    private static async Task<List<object>> RowsAsync(DbContext context, Type type) =>
        await (Task<List<object>>)typeof(RecordVisibilitySpecification<TFixture>).GetMethod(nameof(RowsOfAsync), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(type).Invoke(null, [context])!;

    private static async Task<List<object>> RowsOfAsync<T>(DbContext context)
        where T : class => [.. await context.Set<T>().IgnoreAutoIncludes().AsNoTracking().ToListAsync()];

    private static string Code<T>(CrmResult<T> result)
        where T : notnull => result.Errors.Single().Code;

    // Ids from any list are those that can be read one by one.
    private static async Task ShouldReadAsync(CrmTestHost<VisibilityContext> host, Sights told, CrmScope scope, IReadOnlyList<CustomerId> readable)
    {
        await using var work = host.Work(scope);
        (await work.Customers.ListAsync(new CustomerCriteria())).Items.Select(c => c.Id).Should().BeEquivalentTo(readable);
        (await work.Get<CustomerSegments>().ListAsync(Criterion.Everything) is { Succeeded: true } found ? found.Value.Items.Select(c => c.Id) : []).Should().BeEquivalentTo(readable);
        var exported = new List<CustomerId>();
        await foreach (var one in work.Get<CustomerExporter>().ReadAsync())
        {
            exported.Add(one.Customer.Id);
        }

        exported.Should().BeEquivalentTo(readable);
        foreach (var id in told.All)
        {
            ((await work.Customers.FindAsync(id)) is not null).Should().Be(readable.Contains(id));
            ((await work.Get<CustomerOverviews>().FindAsync(id)) is not null).Should().Be(readable.Contains(id));
            (await work.History.TimelineAsync(id.ToSubject())).Items.Any().Should().Be(readable.Contains(id));
        }

        ((await work.Desk.FindAsync(told.ForeignCase)) is not null).Should().Be(readable.Contains(told.Foreign));
        ((await work.Get<IOpportunityStore>().FindAsync(told.ForeignDeal, default)) is not null).Should().Be(readable.Contains(told.Foreign));
    }

    private async Task<(CrmTestHost<VisibilityContext> Host, Sights Told)> TellAsync()
    {
        var host = await HostAsync<VisibilityContext>(s => s.Crm = Sights.Roles);
        return (host, await Sights.TellAsync(host));
    }
}
