using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Service;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Persistence.Specification.Model;

/// <summary>Names, lengths and precisions of every column, whatever the host's conventions.</summary>
public abstract class SchemaSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    /// <summary>Texts as long as their domain allows, a million characters, and JSON.</summary>
    private static readonly string[] s_longTexts =
    [
        "Activity.Description", "AuditEntry.Changes", "CaseMessage.Body", "CustomerImportItemRecord.Changes", "CustomerMergeRow.After", "CustomerMergeRow.Before", "Interaction.Body", "KnowledgeItem.Body", "KnowledgeContent.Body", "KnowledgeSearchDocument.Facets", "KnowledgeSynonymList.Text", "OutboxMessage.Payload", "ServiceCase.Solution",
        "AutomationRule.Definition", "AutomationRuleVersion.Definition", "RuleRun.Outcomes", "WebhookDelivery.Attempts", "SegmentVersion.Criteria",
        "MessageTemplateVersion.Html", "MessageTemplateVersion.Text", "OutboundMessage.Html", "OutboundMessage.Text", "WorkQueue.Criteria", "LeadContact.Body", "LeadQueue.Criteria", "Territory.LeadCriteria", "Territory.CustomerCriteria", "Territory.DealCriteria", "PipelineStage.Condition", "ServiceCalendarVersion.Definition", "SlaPolicy.Condition", "SlaPolicyVersion.Definition", "InsightRun.Definition", "WinLesson.Traits", "PipelineWinModel.Definition", "ServiceDeadline.Alarms", "ServiceVisit.Instructions", "Technician.Definition", "VisitBooking.Report",
        "JourneyVersion.Definition", "Survey.Draft", "SurveyVersion.Definition", "SurveyAnswer.Text", "ChangeRequest.Before", "ChangeRequest.Change", "SurveyAnswer.ChosenText",
    ];

    [SkippableFact]
    public async Task Column_OfText_HasALengthButForTheLongOnes()
    {
        var entities = await EntitiesAsync<SpecificationContext>();
        var texts = entities.SelectMany(Properties).Where(p => Stored(p) == typeof(string)).ToList();
        texts.Where(p => p.GetMaxLength() is null or <= 0).Select(Name).Distinct().Should().BeEquivalentTo(s_longTexts);
        texts.Count.Should().BeGreaterThan(50);
    }

    [SkippableFact]
    public async Task Column_OfDecimals_KeepsFourExactly()
    {
        var decimals = (await EntitiesAsync<SpecificationContext>()).SelectMany(Properties).Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(decimal)).ToList();
        decimals.Should().HaveCountGreaterThan(9).And.OnlyContain(p => Stored(p) == typeof(long) || (p.GetPrecision() == 19 && p.GetScale() == 4));
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Name_OfEverything_BeginsWithThePrefixAndFits(bool isLongest)
    {
        var prefix = isLongest ? PrefixContext.Prefix : "crm_";
        var entities = isLongest ? await EntitiesAsync<PrefixContext>() : await EntitiesAsync<SpecificationContext>();
        var relational = entities[0].Model.GetRelationalModel();
        var tables = entities.Select(e => e.GetTableName()!).Distinct().ToList();
        var names = relational.Tables.Where(t => tables.Contains(t.Name)).SelectMany(t => new[] { t.Name }
            .Concat(t.UniqueConstraints.Select(c => c.Name)).Concat(t.ForeignKeyConstraints.Select(c => c.Name)).Concat(t.Indexes.Select(i => i.Name)))
            .Concat(relational.Sequences.Select(s => s.Name)).ToList();
        names.Should().HaveCountGreaterThan(50).And.OnlyHaveUniqueItems().And.OnlyContain(n => n.StartsWith(prefix, StringComparison.Ordinal) && n.Length <= 63);
    }

    [SkippableFact]
    public async Task Prefix_OfTheHost_ServesEveryStatement()
    {
        var host = await HostAsync<PrefixContext>(s => s.Scope = s.Scope with { TenantId = "one" });
        await using var work = host.Work();
        await TellAsync(work);
    }

    [SkippableFact]
    public async Task Conventions_OfTheHost_ChangeNothingOfOurs()
    {
        await using var plain = await OpenForModelAsync<SpecificationContext>();
        await using var opinionated = await OpenForModelAsync<OpinionatedContext>();
        opinionated.Context.Database.GenerateCrmScript().Should().Be(plain.Context.Database.GenerateCrmScript());
    }

    [SkippableFact]
    public async Task Conventions_OfTheHost_LeaveEveryStatementWorking()
    {
        var host = await HostAsync<OpinionatedContext>();
        await using var work = host.Work();
        await TellAsync(work);
    }

    [SkippableFact]
    public async Task Schema_OfTheHost_ServesEveryStatement()
    {
        var host = await HostAsync<SchemaContext>();
        await using var work = host.Work();
        await TellAsync(work);
        (await work.Context.Database.EnsureCrmCreatedAsync()).Should().BeFalse();
    }

    [SkippableFact]
    public async Task TablePrefix_OfAnotherForm_IsRefused()
    {
        await Task.CompletedTask;
        foreach (var prefix in new[] { "Crm_", "crm-", "c\"m", "crm ", "abcdefghijklmnopqrstu", "crmé" })
        {
            var set = () => new CrmModelOptions().TablePrefix(prefix);
            set.Should().Throw<ArgumentException>(prefix);
        }
    }

    [SkippableFact]
    public async Task HostEntity_WithOurTypes_IsStoredAndQueried()
    {
        var host = await EmbeddedAsync();
        await using var work = host.Work();
        var id = await work.RegisterAsync();
        work.Context.Add(new HostNote { Code = "with", CustomerId = id });
        work.Context.Add(new HostNote { Code = "without" });
        await work.SaveAsync();
        (await work.Context.Notes.Where(n => n.CustomerId == id).Select(n => n.Code).ToListAsync()).Should().Equal("with");
        (await work.Context.Notes.Join(work.Context.Set<Customer>(), n => n.CustomerId, c => c.Id, (n, c) => c.DisplayName).ToListAsync()).Should().Equal("Anna Rossi");
    }

    // Every kind of statement that is not EF's: numbers, bulk inserts, filtered indexes.
    private static async Task TellAsync<TContext>(CrmWork<TContext> work)
        where TContext : DbContext, ICrmDbContext
    {
        var customer = await work.RegisterAsync(Known.Anna);
        (await work.Desk.OpenAsync(new CaseDetails(customer, "Broken") { Description = new string('x', 5000) })).Succeeded.Should().BeTrue();
        await work.AddProductAsync("kettle", 12.3456m);
        (await work.Orders.PlaceAsync(new NewOrder(customer, [new NewOrderLine("kettle", 1.5m)]))).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        var rows = new[] { new ImportedPurchase(customer, new NodaTime.LocalDate(2026, 5, 1), 1.2345m, Known.Eur(10.9999m)) { Sku = "tea" } }.ToAsyncEnumerable();
        (await work.Orders.ImportAsync("shop", rows)).Value.Orders.Should().Be(1);
        (await work.Orders.HistoryAsync(customer)).Select(f => f.Quantity).Should().BeEquivalentTo([1.5m, 1.2345m]);
    }

    private async Task<CrmWork<TContext>> OpenForModelAsync<TContext>()
        where TContext : DbContext, ICrmDbContext
    {
        var host = await OpenAsync<TContext>(await Database.CreateDatabaseAsync());
        return host.Work();
    }

    private async Task<IReadOnlyList<IEntityType>> EntitiesAsync<TContext>()
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = await OpenForModelAsync<TContext>();
        return [.. work.Context.GetService<IDesignTimeModel>().Model.GetEntityTypes().Where(e => e.ClrType.Namespace!.StartsWith("Crm.", StringComparison.Ordinal))];
    }

    private static IEnumerable<IProperty> Properties(IEntityType entity) => entity.GetDeclaredProperties().Concat(entity.GetDeclaredComplexProperties().SelectMany(c => c.ComplexType.GetProperties()));

    private static Type Stored(IProperty property)
    {
        var type = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    private static string Name(IProperty property) => $"{property.DeclaringType.ClrType.Name}.{property.Name}";
}
