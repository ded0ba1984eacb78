using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Customers;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Customers;

/// <summary>Imports of customers: what becomes of rows, and what stands in the tables afterwards.</summary>
[Trait("Check", "XC-05")]
public abstract class CustomerImportSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const string Header = "id,givenName,familyName,organisation,email,phone,street,postcode,city,country,language,birthDate";

    [SkippableFact]
    public async Task ImportAsync_NewCustomer_IsStoredLikeOneThatWasRegistered()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var registered = await work.RegisterAsync(Known.Anna with { References = [new ExternalReference("crm", "1")] });
        await host.ImportAsync(
            ImportFiles.Of(Header, "1001,Anna,Rossi,,anna.rossi@example.com,02 1234 5678,Via Roma 1,20121,Milano,IT,it,", "1002,,,Bianchi Srl,,,,,,,,"),
            new CustomerImportOptions { System = "crm", OnDuplicate = DuplicatePolicy.Create });

        var imported = (await work.Customers.FindAsync(new ExternalReference("crm", "1001")))!;
        (imported.DisplayName, imported.Language, imported.Version).Should().Be(("Anna Rossi", LanguageTag.Parse("it"), 1));
        imported.ContactPoints.Select(p => (p.Kind, p.Value, p.IsPrimary)).Should().BeEquivalentTo([(ContactPointKind.Email, "anna.rossi@example.com", true), (ContactPointKind.Phone, "+390212345678", true)]);
        imported.PrimaryAddress(AddressKind.Main)!.Address.Should().Be(Known.Anna.Address);
        (await work.Customers.FindAsync(new ExternalReference("crm", "1002"))).Should().BeOfType<Organisation>();

        (await FieldsAsync(work, imported.Id)).Should().BeEquivalentTo(await FieldsAsync(work, registered));
        (await KeysAsync(work, imported.Id)).Should().BeEquivalentTo((await KeysAsync(work, registered)).Where(k => k.Key != "1").Append(("word", "1001")));
        (await work.Get<CustomerKeys>().RebuildAsync()).Value.Changed.Should().Be(0, "derived keys are right");
        (await work.History.TimelineAsync(new(SubjectKinds.Customer, imported.Id.Value))).Items.Should().ContainSingle().Which.Kind.Should().Be("customer-created");
        var events = await work.Context.Set<OutboxMessage>().Where(m => m.AggregateId == imported.Id.Value).ToListAsync();
        events.Should().ContainSingle().Which.EventName.Should().Be("customers.customer-created");
        (await work.Customers.ListAsync(new CustomerCriteria { Text = "bianchi" })).Items.Should().ContainSingle();
    }

    [SkippableFact]
    public async Task ImportAsync_UnusableRows_AreNamedAndTheOthersImported()
    {
        var host = await HostAsync();
        var result = await host.ImportAsync(ImportFiles.Of(
            Header, "1,Anna,Rossi,,,,,,,,,", "2,Bea,,,no address,,,,,,,", "3,Carl,,,,12,,,,SE,,", "4,,,,,,,,,,,", "5,,,Höst & Co,,,,,,XX,,", ",Eve,,,,,,,,,,", "7,Guy,,,,,,,,,,2999-01-01", "8,Ida\u0007,,,,,,,,,,"));
        result.Counts().Should().Be((1, 0, 0, 0, 7));
        result.Rejected.Select(r => (r.Row, r.Column, r.Code)).Should().Equal(
            (3, "email", "InvalidValue"), (4, "phone", "InvalidValue"), (5, "name", "CustomerNameMissing"), (6, "country", "InvalidValue"), (7, "id", "CellEmpty"), (8, "birthDate", "InvalidValue"), (9, "givenName", "InvalidValue"));
        await using var work = host.Work();
        (await work.Context.Set<Customer>().CountAsync()).Should().Be(1);
        var lenient = await host.ImportAsync(ImportFiles.Of(Header, "2,Bea,,,no address,,,,,,,"), new CustomerImportOptions { LeavesOutBadCells = true });
        lenient.Counts().Should().Be((1, 0, 0, 0, 0));
        lenient.LeftOut.Should().ContainSingle().Which.Column.Should().Be("email");
    }

    [SkippableFact]
    public async Task ImportAsync_CustomerThatIsThere_GoesByThePolicy()
    {
        string[] lines =
        [
            Header, "1,Anna,Rossi,,other@example.com,,,,,,,", "2,Anna,Rossi,,ANNA@example.com,,,,,,,", "3,A.,Rossi,,,+39 02 1234 5678,,,,,,", "4,Neu,Mann,,neu@example.com,,,,,,,",
            "5,Neu,Mann,,neu@example.com,,,,,,,", "4,Neu,Mann,,,,,,,,,", "6,,,Rossi Srl,anna@example.com,,,,,,,",
        ];
        foreach (var (policy, expected) in new[]
        {
            (DuplicatePolicy.Review, (2, 0, 2, 3, 0)), (DuplicatePolicy.Skip, (2, 0, 5, 0, 0)), (DuplicatePolicy.Update, (2, 4, 1, 0, 0)), (DuplicatePolicy.Create, (5, 0, 2, 0, 0)),
        })
        {
            var host = await HostAsync();
            await using var work = host.Work();
            var anna = await work.RegisterAsync(new NewCustomer
            {
                Name = new PersonName("Anna", "Rossi"), Emails = [EmailAddress.Parse("anna@example.com")], Phones = [PhoneNumber.Parse("+39 02 1234 5678")], References = [new ExternalReference("import", "1")],
            });
            var result = await host.ImportAsync(ImportFiles.Of(lines), new CustomerImportOptions { OnDuplicate = policy });
            result.Counts().Should().Be(expected, policy.ToString());
            result.Read.Should().Be(7);
            (await work.Context.Set<Customer>().CountAsync()).Should().Be(1 + result.Created);
            var reviews = await work.Context.Set<CustomerImportItemRecord>().Where(i => i.Outcome == ImportOutcome.Review).OrderBy(i => i.Row).ToListAsync();
            reviews.Select(r => (r.Row, r.Code)).Should().Equal(policy == DuplicatePolicy.Review ? [(3, "ImportSameEmail"), (4, "ImportSamePhone"), (6, "ImportSameEmail")] : []);
            reviews.Where(r => r.Row < 5 && r.CustomerId != anna).Should().BeEmpty();
        }
    }

    [SkippableFact]
    public async Task ImportAsync_Update_FillsAndNeverEmpties()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var id = await work.RegisterAsync(Known.Anna with { Name = new PersonName("Anna", "Rossi", "Dr.", "Maria"), References = [new ExternalReference("import", "1")], BirthDate = new NodaTime.LocalDate(1980, 2, 3) });
        var file = ImportFiles.Of(Header + ",mobile,fax", "1,Anna,Bianchi,,second@example.com,+39 02 1234 5678,,,Roma,,de,,+39 333 123 4567,", "1,,Bianchi,,anna.rossi@example.com,,,,,,,,,");
        var options = new CustomerImportOptions { OnDuplicate = DuplicatePolicy.Update };
        (await host.ImportAsync(file, options)).Counts().Should().Be((0, 1, 1, 0, 0));

        await using var after = host.Work();
        var anna = (Person)(await after.Customers.FindAsync(id))!;
        (anna.Name, anna.BirthDate, anna.Language!.Value).Should().Be((new PersonName("Anna", "Bianchi", "Dr.", "Maria"), new NodaTime.LocalDate(1980, 2, 3), "de"));
        anna.ContactPoints.Select(p => (p.Kind, p.Value, p.IsPrimary)).Should().BeEquivalentTo([
            (ContactPointKind.Email, "anna.rossi@example.com", true), (ContactPointKind.Email, "second@example.com", false), (ContactPointKind.Phone, "+390212345678", true), (ContactPointKind.Mobile, "+393331234567", true)]);
        anna.Addresses.Should().HaveCount(2, "another city is another address");
        anna.PrimaryAddress(AddressKind.Main)!.Address.City.Should().Be("Roma");
        var before = await DatabaseState.ReadAsync(work.Context);
        (await host.ImportAsync(file, options)).Counts().Should().Be((0, 0, 2, 0, 0), "it is all there");
        (await DatabaseState.ReadAsync(work.Context)).Where(t => t.Key is "crm_customers" or "crm_contact_points" or "crm_customer_addresses" or "crm_customer_keys").Should().BeSubsetOf(before);
        (await work.Get<CustomerKeys>().RebuildAsync()).Value.Changed.Should().Be(0);
    }

    [SkippableFact]
    public async Task ImportAsync_UpdateByKey_KnowsCustomersByThatKeyAlone()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.RegisterAsync(Known.Anna);
        await work.RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Verdi"), Emails = [EmailAddress.Parse("anna.verdi@example.com")] });
        var file = ImportFiles.Of(Header, ",Anna,Nuova,,anna.rossi@example.com,,,,,,,".Replace(",Anna", "9,Anna", StringComparison.Ordinal), "10,Anna,Nuova,,,+39 02 1234 5678,,,,,,");
        (await host.ImportAsync(file, new CustomerImportOptions { OnDuplicate = DuplicatePolicy.Update, UpdatesByPhone = false, IsRehearsal = true })).Counts().Should().Be((0, 1, 0, 1, 0));
        (await host.ImportAsync(file, new CustomerImportOptions { OnDuplicate = DuplicatePolicy.Update, UpdatesByEmail = false, IsRehearsal = true })).Counts().Should().Be((0, 1, 0, 1, 0));
        (await host.ImportAsync(file, new CustomerImportOptions { OnDuplicate = DuplicatePolicy.Update })).Counts().Should().Be((0, 2, 0, 0, 0));
        await using var after = host.Work();
        (await after.Customers.FindAsync(new ExternalReference("import", "10")))!.DisplayName.Should().Be("Anna Nuova");
        var several = ImportFiles.Of(Header + ",email2", "11,Anna,X,,anna.rossi@example.com,,,,,,,,anna.verdi@example.com");
        (await host.ImportAsync(several, new CustomerImportOptions { OnDuplicate = DuplicatePolicy.Update })).Review.Should().Be(1, "two customers may be meant");
    }

    [SkippableFact]
    public async Task ImportAsync_IdOfACustomerThatWasMerged_LandsOnTheSurvivor()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var (survivor, absorbed) = (await work.RegisterAsync(Known.Anna with { Emails = [], Phones = [] }), await work.RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi"), References = [new ExternalReference("import", "77")] }));
        (await work.Merger.MergeAsync(survivor, absorbed)).Succeeded.Should().BeTrue();
        var file = ImportFiles.Of("id,givenName,familyName,email", $"{absorbed},Anna,Rossi,by-id@example.com", "77,Anna,Rossi,by-reference@example.com", $"{survivor},Anna,Rossi,living@example.com");
        (await host.ImportAsync(file, new CustomerImportOptions { OnDuplicate = DuplicatePolicy.Update })).Counts().Should().Be((0, 3, 0, 0, 0));
        await using var after = host.Work();
        (await after.Customers.FindAsync(survivor))!.ContactPoints.Select(p => p.Value).Should().BeEquivalentTo("by-id@example.com", "by-reference@example.com", "living@example.com");
        (await after.Context.Set<Customer>().CountAsync()).Should().Be(1);
        (await after.Customers.FindAsync(survivor))!.References.Select(r => r.Value).Should().BeEquivalentTo("1001", "77");
    }

    [SkippableFact]
    public async Task ImportAsync_Rehearsal_TellsWhatHappensAndChangesNothing()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.RegisterAsync(Known.Anna with { Emails = [EmailAddress.Parse("person5@example.com")] });
        var before = await DatabaseState.ReadAsync(work.Context);
        foreach (var policy in Enum.GetValues<DuplicatePolicy>())
        {
            var options = new CustomerImportOptions { OnDuplicate = policy, BatchSize = 40 };
            var rehearsed = await host.ImportAsync(ImportFiles.Many(150), options with { IsRehearsal = true });
            rehearsed.Id.Should().BeNull();
            (await DatabaseState.ReadAsync(work.Context)).Should().Equal(before);
            var fresh = await HostAsync();
            await using var other = fresh.Work();
            await other.RegisterAsync(Known.Anna with { Emails = [EmailAddress.Parse("person5@example.com")] });
            var real = await fresh.ImportAsync(ImportFiles.Many(150), options);
            (rehearsed with { Id = real.Id }).Should().BeEquivalentTo(real);
        }
    }

    [SkippableFact]
    public async Task ImportAsync_StoppedAndResumed_GivesWhatAnUninterruptedOneGives()
    {
        var options = new CustomerImportOptions { BatchSize = 25, OnDuplicate = DuplicatePolicy.Update };
        var whole = await HostAsync();
        var expected = await whole.ImportAsync(ImportFiles.Many(200), options);
        var host = await HostAsync();
        foreach (var rows in new[] { 10, 60, 61, 130 })
        {
            var broken = ImportFiles.Many(200) with { Rows = BreakingAsync(ImportFiles.Many(200).Rows, rows) };
            await using var work = host.Work();
            var stopped = () => work.ImportAsync(broken, options with { Resumes = true });
            await stopped.Should().ThrowAsync<IOException>();
        }

        var resumed = await host.ImportAsync(ImportFiles.Many(200), options with { Resumes = true });
        (resumed with { Id = expected.Id }).Should().BeEquivalentTo(expected);
        var again = await host.ImportAsync(ImportFiles.Many(200), options with { Resumes = true });
        again.Should().BeEquivalentTo(resumed, "a completed import is not done again");
        await using var reader = host.Work();
        await using var other = whole.Work();
        (await ImportedPeople.ReadAsync(reader.Context)).Should().Equal(await ImportedPeople.ReadAsync(other.Context));
        (await reader.Get<CustomerImporter>().ListAsync()).Should().ContainSingle().Which.Should().Match<CustomerImportSummary>(i => i.CompletedAt != null && i.Read == 200 && i.LastRow == 201);
        var audit = await reader.Context.Set<AuditEntry>().SingleAsync(a => a.AggregateType == "CustomerImport");
        (audit.Acts, audit.ActorName).Should().Be(("customers.customers-imported", "Ada Agent"));
    }

    [SkippableFact]
    public async Task ImportAsync_ByTwoAtOnce_MakesEveryCustomerOnce()
    {
        var host = await HostAsync();
        var options = new CustomerImportOptions { BatchSize = 20, OnDuplicate = DuplicatePolicy.Skip };
        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            await using var work = host.Work();
            return await work.ImportAsync(ImportFiles.Many(100), options);
        })));
        results.SelectMany(r => r.Errors).Select(e => e.Code).Distinct().Should().BeSubsetOf(["AlreadyExists", "VersionConflict"]);
        await host.ImportAsync(ImportFiles.Many(100), options);
        await using var reader = host.Work();
        (await reader.Context.Set<CustomerReference>().Select(r => r.Value).Distinct().CountAsync()).Should().Be(await reader.Context.Set<Customer>().CountAsync());
    }

    [SkippableFact]
    public async Task ImportAsync_UnusableFileOrActor_IsRefusedAndWritesNothing()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var before = await DatabaseState.ReadAsync(work.Context);
        (string Code, ImportInput File, CustomerImportOptions? Options)[] bad =
        [
            ("ImportLayoutUnknown", ImportFiles.Of("First,Second", "1,2"), null),
            ("ImportWithoutNames", ImportFiles.Of("a,b", "1,2") with { Layout = CustomerLayout.Crm }, null),
            ("ImportColumnMissing", ImportFiles.Of("a,b", "1,2") with { Layout = CustomerLayout.Of("own", [new LayoutColumn("Name", "familyName")]) }, null),
            ("InvalidValue", ImportFiles.Many(3), new CustomerImportOptions { System = " " }),
            ("InvalidValue", ImportFiles.Many(3), new CustomerImportOptions { BatchSize = 0 }),
            ("InvalidValue", ImportFiles.Many(3), new CustomerImportOptions { OnDuplicate = (DuplicatePolicy)9 }),
            ("InvalidValue", ImportFiles.Many(3) with { Name = "a\nb" }, null),
        ];
        foreach (var (code, file, options) in bad)
        {
            (await work.ImportAsync(file, options)).Errors.Should().ContainSingle().Which.Code.Should().Be(code);
        }

        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("p", [new(SubjectKinds.Customer, Guid.Parse("01a00000-0000-7000-8000-000000000001"))])));
        (await portal.ImportAsync(ImportFiles.Many(3))).Errors.Single().Code.Should().Be("ActNotAllowed");
        (await portal.Get<CustomerImporter>().ListAsync()).Should().BeEmpty();
        (await DatabaseState.ReadAsync(work.Context)).Should().Equal(before);
    }

    [SkippableFact]
    [Trait("Check", "XC-04")]
    public async Task ImportAsync_OfOneTenant_IsUnknownToTheOther()
    {
        var (one, two) = (new CrmScope(Actor.Agent("ada")) { TenantId = "one" }, new CrmScope(Actor.Agent("bob")) { TenantId = "two" });
        var host = await HostAsync<TenantContext>(s => s.Scope = one);
        await using var first = host.Work(one);
        var imported = (await first.ImportAsync(ImportFiles.Many(30))).Value;
        await using var second = host.Work(two);
        (await second.Get<CustomerImporter>().ListAsync()).Should().BeEmpty();
        var other = (await second.ImportAsync(ImportFiles.Many(30), new CustomerImportOptions { Resumes = true })).Value;
        (other with { Id = imported.Id }).Should().BeEquivalentTo(imported);
        (await second.Customers.FindAsync(new ExternalReference("import", "1")))!.Id.Should().NotBe((await first.Customers.FindAsync(new ExternalReference("import", "1")))!.Id);
    }

    private static async IAsyncEnumerable<CustomerImportRow> BreakingAsync(IAsyncEnumerable<CustomerImportRow> rows, int after)
    {
        await foreach (var row in rows)
        {
            if (after-- == 0)
            {
                throw new IOException("The disk went away.");
            }

            yield return row;
        }
    }

    private static async Task<IReadOnlyList<(string Kind, string Key)>> KeysAsync(CrmWork<SpecificationContext> work, CustomerId id) =>
        [.. (await work.Context.Set<CustomerKey>().Where(k => k.CustomerId == id).ToListAsync()).Select(k => (k.Kind, k.Key))];

    // Field to value, without the ids of parts and the instants.
    private static async Task<IReadOnlyList<string>> FieldsAsync(CrmWork<SpecificationContext> work, CustomerId id)
    {
        var entry = await work.Context.Set<AuditEntry>().SingleAsync(a => a.AggregateId == id.Value);
        return [.. Traces.ChangesOf(entry)
            .Select(c => (Field: c.Key.Contains(':', StringComparison.Ordinal) ? $"{c.Key.Split(':')[0]}.{c.Key.Split('.')[^1]}" : c.Key, Value: string.Join(" → ", c.Value)))
            .Where(c => !c.Field.StartsWith("CustomerReference", StringComparison.Ordinal) && c.Field is not ("CreatedAt" or "StageSince"))
            .Select(c => $"{c.Field}={c.Value}")];
    }
}
