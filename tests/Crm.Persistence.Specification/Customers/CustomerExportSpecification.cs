using System.Text.Json;
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Testing;

namespace Crm.Persistence.Specification.Customers;

/// <summary>What is exported can be imported again and is the same; nobody exports what he may not read.</summary>
[Trait("Check", "XC-05")]
public abstract class CustomerExportSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    public async Task ReadAsync_ManyCustomers_GivesEachOnceAndImportingThemGivesTheSame()
    {
        var host = await HostAsync();
        var made = await host.ImportAsync(ImportFiles.Many(1_150), new CustomerImportOptions { OnDuplicate = DuplicatePolicy.Create });
        var rows = await RowsAsync(host);
        rows.Should().HaveCount(made.Created).And.OnlyHaveUniqueItems(r => r[0]);
        var other = await HostAsync();
        var file = ImportFiles.Of(string.Join(',', CustomerCells.Header), rows.Select(r => r.ToArray()));
        (await other.ImportAsync(file, new CustomerImportOptions { OnDuplicate = DuplicatePolicy.Create })).Counts().Should().Be((made.Created, 0, 0, 0, 0));
        (await RowsAsync(other)).Select(r => string.Join('|', r)).Should().Equal(rows.Select(r => string.Join('|', r)));
        (await host.ImportAsync(file)).Counts().Should().Be((0, 0, made.Created, 0, 0), "in the same database they are known");
    }

    [SkippableFact]
    public async Task ReadAsync_NaughtyStrings_AreHarmlessInASpreadsheetAndComeBackAsTheyWere()
    {
        var strings = JsonSerializer.Deserialize<string[]>(await File.ReadAllTextAsync(TestData.Require("text/blns.json")))!
            .Concat(await File.ReadAllLinesAsync(TestData.Require("customers/csv/injection.txt")))
            .Select(s => s.Trim()).Where(s => s.Length is > 0 and <= 100).Distinct().ToList();
        var host = await HostAsync();
        var names = new List<string>();
        await using (var work = host.Work())
        {
            foreach (var text in strings)
            {
                var registered = await work.Customers.RegisterAsync(new NewCustomer { OrganisationName = text });
                if (registered.Succeeded)
                {
                    await work.Customers.RegisterAsync(new NewCustomer { Name = new PersonName(text, null), Address = new PostalAddress(text, null, null, text, null, null) });
                    names.Add(registered.Value.DisplayName);
                }
            }

            await work.SaveAsync();
        }

        names.Count.Should().BeGreaterThan(200);
        var rows = await RowsAsync(host);
        rows.SelectMany(r => r).Should().NotContain(c => c.Length > 0 && "=+-@\t\r".Contains(c[0]));
        var other = await HostAsync();
        var imported = await other.ImportAsync(ImportFiles.Of(string.Join(',', CustomerCells.Header), rows.Select(r => r.ToArray())), new CustomerImportOptions { OnDuplicate = DuplicatePolicy.Create });
        imported.Rejected.Should().BeEmpty();
        (await RowsAsync(other)).Select(r => string.Join('|', r)).Should().Equal(rows.Select(r => string.Join('|', r)));
        await using var reader = other.Work();
        var back = await reader.Get<CustomerExporter>().ReadAsync(new CustomerCriteria { Kind = CustomerKind.Organisation }).Select(e => e.Customer.DisplayName).ToListAsync();
        back.Should().Equal(names);
    }

    [SkippableFact]
    public async Task ReadAsync_BySomebodyElse_GivesWhatHeMayReadAlone()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var anna = await work.RegisterAsync(Known.Anna);
        await work.RegisterAsync(new NewCustomer { Name = new PersonName("Bo", "Ek") });
        (await work.Customers.FindAsync(anna))!.AddTag("difficult", host.Clock.Now);
        host.Clock.Advance(NodaTime.Duration.FromHours(1));
        await work.SaveAsync();
        (await work.Get<CustomerExporter>().ReadAsync(new CustomerCriteria { Text = "rossi" }).ToListAsync()).Should().ContainSingle().Which.Should().Match<ExportedCustomer>(e => e.ChangedAt == host.Clock.Now && e.Customer.Tags.Count == 1);
        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("p", [new(SubjectKinds.Customer, anna.Value)])));
        (await portal.Get<CustomerExporter>().ReadAsync().ToListAsync()).Should().ContainSingle().Which.Customer.Should().Match<CustomerProfile>(c => c.Id == anna && c.Tags.Count == 0);
        await using var nobody = host.Work(new CrmScope(Actor.Guest));
        (await nobody.Get<CustomerExporter>().ReadAsync().ToListAsync()).Should().BeEmpty();
    }

    private static async Task<List<IReadOnlyList<string>>> RowsAsync(CrmTestHost<SpecificationContext> host)
    {
        await using var work = host.Work();
        return await work.Get<CustomerExporter>().ReadAsync().Select(e => CustomerCells.Of(e.Customer, "import")).ToListAsync();
    }
}
