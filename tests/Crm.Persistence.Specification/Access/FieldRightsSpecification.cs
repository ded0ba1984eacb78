using Crm.Domain.Access;
using Crm.Domain.Auditing;
using Crm.Domain.Criteria;
using Crm.Domain.CustomFields;
using Crm.Domain.Customers;
using Crm.Domain.Overview;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using NodaTime;

namespace Crm.Persistence.Specification.Access;

/// <summary>Roles keep acts and fields from agents, whichever way they come.</summary>
[Trait("Check", "XC-03")]
public abstract class FieldRightsSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly CrmScope s_system = new(Actor.System("test"));

    [SkippableFact]
    public async Task AttackCase04_RolesThatOnlyRead_AreRefusedAndTheRecordIsStillThere()
    {
        var (host, anna, deal) = await TellAsync();
        await using var work = host.Work(As("reader"));
        var before = await DatabaseState.ReadAsync(work.Context);
        (await work.Customers.FindAsync(anna)).Should().NotBeNull();
        string[] codes =
        [
            (await work.Customers.RenameAsync(anna, new PersonName("X", "Y"))).Errors.Single().Code,
            (await work.Desk.OpenAsync(new CaseDetails(anna, "x"))).Errors.Single().Code,
            (await work.Get<OpportunityDesk>().ChangeAmountAsync(deal, null)).Errors.Single().Code,
        ];
        codes.Should().AllBe("ActNotAllowed");
        await work.SaveAsync();
        (await DatabaseState.ReadAsync(work.Context)).Should().Equal(before);
    }

    [SkippableFact]
    public async Task Roles_ThatNameActs_AllowThemButForTheForbiddenOnes()
    {
        var (host, anna, _) = await TellAsync();
        await using var work = host.Work(As("service"));
        var opened = (await work.Desk.OpenAsync(new CaseDetails(anna, "x"))).Value.Id;
        (await work.Desk.ResolveAsync(opened, "Done")).Succeeded.Should().BeTrue();
        (await work.Desk.CloseAsync(opened)).Errors.Single().Code.Should().Be("ActNotAllowed");
        (await work.Care.TagAsync(anna, "x")).Errors.Single().Code.Should().Be("ActNotAllowed");
        await using var both = host.Work(new CrmScope(Actor.Agent("ada", "Ada") with { Roles = ["service", "all"] }));
        (await both.Care.TagAsync(anna, "x")).Succeeded.Should().BeTrue("roles add up");
    }

    [SkippableFact]
    public async Task HiddenFields_AreInNoOverviewExportAuditOrCondition()
    {
        var (host, anna, _) = await TellAsync();
        await using var work = host.Work(As("discreet"));
        var shown = (await work.Get<CustomerOverviews>().FindAsync(anna))!.Customer;
        shown.BirthDate.Should().BeNull();
        shown.ContactPoints.Should().NotBeEmpty();
        shown.CustomFields.Select(f => f.Key).Should().Equal("shoe-size");
        await foreach (var exported in work.Get<CustomerExporter>().ReadAsync())
        {
            exported.Customer.BirthDate.Should().BeNull();
            exported.Customer.CustomFields.Select(f => f.Key).Should().NotContain("income");
        }

        var fields = (await work.Get<AuditTrail>().HistoryAsync(anna.ToSubject())).Value.Items.SelectMany(s => s.Changes).ToList();
        fields.Should().NotContain(c => c.Is("BirthDate") || c.Is("CustomFields:income"));
        fields.Should().Contain(c => c.Is("CustomFields:shoe-size"));
        (await work.Get<AuditTrail>().AsOfAsync(anna.ToSubject(), host.Clock.Now)).Value.ToString().Should().NotContain("1990-04-05");
        var segments = work.Get<CustomerSegments>();
        (await segments.CountAsync(new Condition("birthDate", "before", "2000-01-01"))).Errors.Single().Code.Should().Be("FieldNotReadable");
        (await segments.ListAsync(Criterion.Everything, new FieldOrder("income"))).Errors.Single().Code.Should().Be("FieldNotReadable");
        (await segments.CountAsync(new Condition("name", "contains", "rossi"))).Value.Should().Be(1);
    }

    [SkippableFact]
    public async Task ProtectedFields_CannotBeSavedByAnyAct()
    {
        var (host, anna, deal) = await TellAsync();
        await using var work = host.Work(As("discreet"));
        var before = await DatabaseState.ReadAsync(work.Context);
        (await work.Customers.AddEmailAsync(anna, EmailAddress.Parse("new@example.com"))).Succeeded.Should().BeTrue("the act is allowed, the field is not");
        (await work.UnitOfWork.SaveAsync()).Errors.Select(e => e.Code).Should().OnlyContain(c => c == "FieldNotWritable");
        (await work.Get<OpportunityDesk>().ChangeAmountAsync(deal, Known.Eur(5))).Succeeded.Should().BeTrue();
        (await work.UnitOfWork.SaveAsync()).Errors.Select(e => e.Code).Should().OnlyContain(c => c == "FieldNotWritable");
        (await work.Fields.SetAsync(anna, "income", CustomValue.OfNumber(1))).Succeeded.Should().BeTrue();
        (await work.UnitOfWork.SaveAsync()).Errors.Select(e => e.Code).Should().OnlyContain(c => c == "FieldNotWritable", "who may not read it does not write it");
        (await DatabaseState.ReadAsync(work.Context)).Should().Equal(before);

        (await work.Fields.SetAsync(anna, "shoe-size", CustomValue.OfNumber(40))).Succeeded.Should().BeTrue();
        await work.SaveAsync();
    }

    [SkippableFact]
    public async Task Delegation_IsWrittenIntoTheAudit()
    {
        var (host, anna, _) = await TellAsync();
        var ada = Actor.Agent("ada", "Ada") with { Roles = ["all"] };
        await using var work = host.Work(new CrmScope(ada.OnBehalfOf(Actor.Agent("bob", "Bob") with { Roles = ["all"] })));
        (await work.Care.TagAsync(anna, "gold")).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        var saved = (await work.Get<AuditTrail>().HistoryAsync(anna.ToSubject())).Value.Items[0];
        (saved.ActorId, saved.ActorName).Should().Be(("ada", "Ada (Bob)"));
    }

    private static CrmScope As(string role) => new(Actor.Agent("ada", "Ada") with { Roles = [role] });

    private async Task<(CrmTestHost<SpecificationContext> Host, CustomerId Anna, OpportunityId Deal)> TellAsync()
    {
        var host = await HostAsync(s => s.Crm = Sights.Roles);
        await using var work = host.Work(s_system);
        var anna = await work.RegisterAsync(Known.Anna with { BirthDate = new LocalDate(1990, 4, 5) });
        foreach (var key in (string[])["income", "shoe-size"])
        {
            (await work.Catalog.DefineAsync(SubjectKinds.Customer, key, FieldType.Number, new CustomFieldDetails())).Succeeded.Should().BeTrue();
        }

        (await work.Get<Pipelines>().CreateAsync(PipelineDefinition.Standard)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await work.Fields.SetAsync(anna, "income", CustomValue.OfNumber(90_000))).Succeeded.Should().BeTrue();
        (await work.Fields.SetAsync(anna, "shoe-size", CustomValue.OfNumber(39))).Succeeded.Should().BeTrue();
        var deal = (await work.Get<SalesPipeline>().OpenAsync(new OpportunityDetails(anna, "Deal"))).Value.Id;
        await work.SaveAsync();
        return (host, anna, deal);
    }
}
