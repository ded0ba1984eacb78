using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Customers;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Customers;

/// <summary>Undoing an import of customers takes back what nobody touched, and says what stays.</summary>
[Trait("Check", "XC-05")]
public abstract class CustomerImportUndoSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const string Header = "id,givenName,familyName,organisation,email,phone,street,postcode,city,country,language,birthDate,tags";

    // Everything that a person sees; the trail of what happened stays longer than that.
    private static readonly string[] s_visible =
    [
        "crm_customers", "crm_contact_points", "crm_customer_addresses", "crm_customer_references", "crm_customer_keys", "crm_customer_tags", "crm_memberships", "crm_timeline_entries", "crm_timeline_links",
    ];

    [SkippableFact]
    public async Task UndoAsync_OfAnUntouchedImport_LeavesWhatWasThereBefore()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.RegisterAsync(Known.Anna with { References = [new ExternalReference("import", "1")], BirthDate = new LocalDate(1980, 2, 3) });
        await work.RegisterAsync(new NewCustomer { OrganisationName = "Firma Alt", References = [new ExternalReference("import", "10")], Address = new PostalAddress(null, null, null, "Milano", null, null) });
        var before = await TableContents.ReadAsync(work.Context, "Version", "Id", "KeysFingerprint", "Ordinal");
        var imported = await host.ImportAsync(
            ImportFiles.Of(Header, ["1,Annette,Bianchi,,new@example.com,+39 06 698 99999,Via Nuova 9,00184,Roma,IT,de,1981-01-01,vip".Split(','), .. ImportFiles.ManyRows(60).Skip(1).Select(r => r[..11].Append("").Append(r[11]).ToArray())]),
            new CustomerImportOptions { OnDuplicate = DuplicatePolicy.Update, BatchSize = 25 });
        imported.Updated.Should().BeGreaterThan(1);
        var state = await DatabaseState.ReadAsync(work.Context);
        var rehearsed = (await work.Get<CustomerImporter>().UndoAsync(imported.Id!.Value, isRehearsal: true)).Value;
        (await DatabaseState.ReadAsync(work.Context)).Should().Equal(state);

        var undone = (await work.Get<CustomerImporter>().UndoAsync(imported.Id!.Value)).Value;
        undone.Should().BeEquivalentTo(rehearsed);
        undone.Kept.Should().BeEmpty();
        (undone.Removed, undone.Restored).Should().Be((imported.Created, 2));
        var after = await TableContents.ReadAsync(work.Context, "Version", "Id", "KeysFingerprint", "Ordinal");
        foreach (var table in s_visible)
        {
            after[table].Should().Equal(before[table], table);
        }

        (await work.Get<CustomerKeys>().RebuildAsync()).Value.Changed.Should().Be(0);
        (await work.Context.Set<CustomerImportItemRecord>().CountAsync()).Should().Be(0);
        (await work.Get<CustomerImporter>().FindAsync(imported.Id.Value))!.UndoneAt.Should().NotBeNull();
        (await work.Get<CustomerImporter>().UndoAsync(imported.Id.Value)).Errors.Single().Code.Should().Be("ImportAlreadyUndone");
    }

    [SkippableFact]
    public async Task UndoAsync_RemovedCustomer_LeavesAuditAndEvent()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var imported = await host.ImportAsync(ImportFiles.Of(Header, "7,Anna,Rossi,,anna@example.com,,,,,,,,"));
        var id = (await work.Customers.FindAsync(new ExternalReference("import", "7")))!.Id;
        (await work.Get<CustomerImporter>().UndoAsync(imported.Id!.Value)).Value.Removed.Should().Be(1);
        await using var after = host.Work();
        (await after.Customers.FindAsync(id)).Should().BeNull();
        var history = (await after.Get<Crm.Domain.Auditing.AuditTrail>().HistoryAsync(new(SubjectKinds.Customer, id.Value))).Value.Items;
        history.Should().HaveCount(2);
        history[0].Changes.Should().Contain(c => c.Field == "Name.Family" && c.Before == "Rossi" && c.After == null);
        var events = await after.Context.Set<OutboxMessage>().OrderBy(m => m.Id).Select(m => m.EventName).ToListAsync();
        events.Should().Equal("customers.customer-created", "customers.customers-imported", "customers.imported-customer-removed", "customers.customer-import-undone");
        (await host.ImportAsync(ImportFiles.Of(Header, "7,Anna,Rossi,,anna@example.com,,,,,,,,"), new CustomerImportOptions { Resumes = true })).Created.Should().Be(1, "an undone import is not resumed but done anew");
    }

    [SkippableFact]
    public async Task UndoAsync_WhatWasTouchedSince_StaysAndIsNamed()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var old = await work.RegisterAsync(Known.Anna with { References = [new ExternalReference("import", "1")], Language = null });
        var imported = await host.ImportAsync(
            ImportFiles.Of(
                Header, "1,Annette,Rossi,,new@example.com,,,,,,de,1981-01-01,vip", "2,Changed,A,,,,,,,,,,", "3,Case,B,,,,,,,,,,", "4,Called,C,,,,,,,,,,", "5,Merged,D,,,,,,,,,,",
                "6,Member,E,,,,,,,,,,", "7,,,Firma,,,,,,,,,", "8,Free,F,,,,,,,,,,"),
            new CustomerImportOptions { OnDuplicate = DuplicatePolicy.Update });
        await TouchAsync(host, old);
        await using var undoing = host.Work();
        var undone = (await undoing.Get<CustomerImporter>().UndoAsync(imported.Id!.Value)).Value;
        (undone.Removed, undone.Restored).Should().Be((1, 1), "the untouched one, and what nobody changed of the old one");
        undone.Kept.Select(k => (k.Row, k.Field, k.Code)).Should().BeEquivalentTo([
            (2, "name", "ImportedChangedSince"), (2, "contactPoint", "ImportedChangedSince"), (3, null, "ImportedChangedSince"), (4, null, "ImportedInUse"), (5, null, "ImportedInUse"), (6, (string?)null, "ImportedMergedSince"),
            (7, null, "ImportedChangedSince"), (8, null, "ImportedInUse")]);
        await using var after = host.Work();
        var anna = (Person)(await after.Customers.FindAsync(old))!;
        (anna.DisplayName, anna.BirthDate, anna.Language, anna.Tags.Count).Should().Be(("Someone Else", null, null, 0));
        anna.ContactPoints.Should().Contain(p => p.Value == "new@example.com" && p.IsInvalid);
        (await after.Context.Set<Customer>().CountAsync()).Should().Be(7);
    }

    [SkippableFact]
    public async Task UndoAsync_UnknownImportOrActor_IsRefused()
    {
        var host = await HostAsync();
        var imported = await host.ImportAsync(ImportFiles.Many(5));
        await using var work = host.Work();
        (await work.Get<CustomerImporter>().UndoAsync(CustomerImportId.New(host.Clock.Now))).Errors.Single().Code.Should().Be("ImportNotFound");
        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("p", [new(SubjectKinds.Customer, Guid.Parse("01a00000-0000-7000-8000-000000000001"))])));
        (await portal.Get<CustomerImporter>().UndoAsync(imported.Id!.Value)).Errors.Single().Code.Should().Be("ActNotAllowed");
        (await work.Context.Set<Customer>().CountAsync()).Should().Be(5);
    }

    private static async Task TouchAsync(CrmTestHost<SpecificationContext> host, CustomerId old)
    {
        await using var work = host.Work();
        async Task<Customer> Of(int id) => (await work.Customers.FindAsync(new ExternalReference("import", id.ToString(System.Globalization.CultureInfo.InvariantCulture))))!;
        var anna = (Person)(await work.Customers.FindAsync(old))!;
        anna.Rename(new PersonName("Someone", "Else"), host.Clock.Now);
        anna.MarkContactPointInvalid(anna.ContactPoints.Single(p => p.Value == "new@example.com").Id, "bounced", host.Clock.Now);
        (await Of(2)).AddTag("touched", host.Clock.Now);
        (await work.Desk.OpenAsync(new CaseDetails((await Of(3)).Id, "It does nothing"))).Succeeded.Should().BeTrue();
        (await work.History.RecordAsync(new ContactDetails((await Of(4)).Id, Channels.Phone, Direction.Inbound, "Hello"))).Succeeded.Should().BeTrue();
        (await work.Relations.JoinAsync((await Of(6)).Id, new MembershipDetails((await Of(7)).Id, "Buyer"))).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        var other = await work.RegisterAsync(new NewCustomer { Name = new PersonName("Merged", "D") });
        (await work.Merger.MergeAsync(other, (await Of(5)).Id)).Succeeded.Should().BeTrue();
    }
}
