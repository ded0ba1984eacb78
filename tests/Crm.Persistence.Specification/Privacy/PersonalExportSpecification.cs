using System.Text.Json;
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Persistence.EfCore;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Persistence.Specification.Privacy;

/// <summary>Everything about a person comes out, and every column says whether it is about a person.</summary>
[Trait("Check", "CM-13")]
public abstract class PersonalExportSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    public async Task Model_OfEveryArea_SaysOfEachTextAndDateWhetherItIsPersonal()
    {
        await ShouldBeClassifiedAsync<SpecificationContext>();
        await ShouldBeClassifiedAsync<TenantContext>();
        await ShouldBeClassifiedAsync<NoAreaContext>();
        await ShouldBeClassifiedAsync<ServiceOnlyContext>();
        await ShouldBeClassifiedAsync<KnowledgeOnlyContext>();
        await ShouldBeClassifiedAsync<OrdersOnlyContext>();
        await ShouldBeClassifiedAsync<InsightsOnlyContext>();
    }

    [SkippableFact]
    public async Task Export_OfAPersonWhomEveryAreaKnows_HoldsEachPersonalColumn()
    {
        var host = await HostAsync(s => s.Crm = o => o.LogsAccess = true);
        var (person, absorbed, _) = await PersonalStory.TellAsync(host);
        await using var work = host.Work();
        var export = (await work.Get<PrivacyOffice>().ExportAsync(absorbed)).Value;
        export.Customer.Id.Should().Be(person);
        var filled = export.Tables.SelectMany(t => t.Columns.Where((_, i) => t.Rows.Any(r => !string.IsNullOrEmpty(r[i]))).Select(c => $"crm_{t.Name}.{c.Name}")).ToHashSet();
        var personal = work.Context.Model.GetRelationalModel().Tables
            .SelectMany(t => t.Columns.Where(c => c.PropertyMappings.Any(m => IsPersonal(m.Property))).Select(c => $"{t.Name}.{c.Name}")).ToList();
        personal.Should().HaveCountGreaterThan(50);
        personal.Except(filled).Should().BeEmpty("each personal column comes out with what the story planted");

        // Whatever holds the mark anywhere comes out too.
        var stored = (await TableContents.ReadAsync(work.Context)).ToDictionary(t => t.Key, t => t.Value.Count(r => r.Contains(PersonalStory.Mark, StringComparison.OrdinalIgnoreCase)));
        foreach (var (table, rows) in stored.Where(s => s.Value > 0))
        {
            export.Tables.Single(t => $"crm_{t.Name}" == table).Rows.Count(r => r.Any(v => v?.Contains(PersonalStory.Mark, StringComparison.OrdinalIgnoreCase) == true))
                .Should().Be(rows, table);
        }
    }

    [SkippableFact]
    public async Task Export_Values_AreAlikeOnEveryDatabase()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var id = await work.RegisterAsync(Known.Anna with { BirthDate = new NodaTime.LocalDate(1980, 1, 2) });
        await work.AddProductAsync("kettle", 29.95m);
        (await work.Orders.PlaceAsync(new Crm.Domain.Orders.NewOrder(id, [new Crm.Domain.Orders.NewOrderLine("kettle", 2)]))).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        var export = (await work.Get<PrivacyOffice>().ExportAsync(id)).Value;
        export.At.Should().Be(host.Clock.Now);
        Value(export, "customers", "Id").Should().Be(id.ToString());
        Value(export, "customers", "BirthDate").Should().Be("1980-01-02");
        Value(export, "customers", "CreatedAt").Should().Be(NodaTime.Text.InstantPattern.ExtendedIso.Format(host.Clock.Now));
        Value(export, "customers", "Stage").Should().Be("Prospect");
        Value(export, "contact_points", "IsPrimary").Should().Be("true");
        Value(export, "orders", "TotalAmount").Should().Be("59.9");
        Value(export, "order_lines", "OrderId").Should().Be(Value(export, "orders", "Id"));

        using var stream = new MemoryStream();
        export.WriteJson(stream);
        var json = JsonDocument.Parse(stream.ToArray()).RootElement;
        json.GetProperty("customer").GetProperty("displayName").GetString().Should().Be("Anna Rossi");
        json.GetProperty("tables").GetProperty("contact_points").EnumerateArray().Select(p => p.GetProperty("Value").GetString()).Should().BeEquivalentTo("anna.rossi@example.com", "+390212345678");
    }

    [SkippableFact]
    public async Task Export_OfOthers_IsRefusedOrLeftOut()
    {
        var host = await HostAsync<TenantContext>(s => s.Scope = s.Scope with { TenantId = "one" });
        await using var work = host.Work();
        var id = await work.RegisterAsync(Known.Anna);
        await work.RegisterAsync(Known.Anna with { References = [] });
        (await work.Get<PrivacyOffice>().ExportAsync(CustomerId.New(host.Clock.Now))).Errors.Single().Code.Should().Be("CustomerNotFound");
        var export = (await work.Get<PrivacyOffice>().ExportAsync(id)).Value;
        export.Tables.Single(t => t.Name == "customers").Rows.Should().ContainSingle("a namesake is somebody else");
        await using var two = host.Work(new CrmScope(Actor.Agent("bob")) { TenantId = "two" });
        (await two.Get<PrivacyOffice>().ExportAsync(id)).Errors.Single().Code.Should().Be("CustomerNotFound");
        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("p", [id.ToSubject()])) { TenantId = "one" });
        (await portal.Get<PrivacyOffice>().ExportAsync(id)).Errors.Single().Code.Should().Be("ActNotAllowed");
    }

    private static bool IsPersonal(IReadOnlyProperty property) => property.FindAnnotation("Crm:PersonalData")?.Value is string how && !how.StartsWith("none", StringComparison.Ordinal);

    private static string? Value(PersonalDataExport export, string table, string column)
    {
        var found = export.Tables.Single(t => t.Name == table);
        return found.Rows[0][found.Columns.ToList().FindIndex(c => c.Name == column)];
    }

    private async Task ShouldBeClassifiedAsync<TContext>()
        where TContext : DbContext, ICrmDbContext
    {
        var host = await OpenAsync<TContext>(await Database.CreateDatabaseAsync());
        await using var work = host.Work();
        work.Context.Model.FindUnclassifiedPersonalData().Should().BeEmpty(typeof(TContext).Name);
    }
}
