using System.Security.Cryptography;
using Crm.Domain.Auditing;
using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Orders;
using Crm.Domain.Overview;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Encryption;

/// <summary>What is personal is unreadable in the database, and as good as ever through the library.</summary>
public abstract class EncryptionSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly string[] s_words = ["Zanzibar", "Quirinale", "zq@", "555010", "1971", "Vermilion", "Petunia", "Marzipan", "Rhubarb", "Turnip"];

    [SkippableFact]
    public async Task Story_IsReadableInNoTable()
    {
        var host = await HostAsync<EncryptedContext<OneKey>>();
        await StoryAsync(host);

        await using var work = host.Work();
        foreach (var (table, rows) in await TableContents.ReadAsync(work.Context))
        {
            rows.Where(r => s_words.Any(w => r.Contains(w, StringComparison.OrdinalIgnoreCase))).Should().BeEmpty($"{table} holds no word of the customer");
        }
    }

    [SkippableFact]
    public async Task Story_ReadsAsItWasWritten()
    {
        var host = await HostAsync<EncryptedContext<OneKey>>();
        var id = await StoryAsync(host);

        await using var work = host.Work();
        var person = (Person)(await work.Customers.FindAsync(id))!;
        person.Name.Should().Be(new PersonName("Zanzibar", "Quirinale", "Dr."));
        person.BirthDate.Should().Be(new LocalDate(1971, 5, 17));
        person.ContactPoints.Select(p => p.Value).Should().BeEquivalentTo("zq@example.com", "+390255501012");
        person.ContactPoints.Single(p => p.IsInvalid).InvalidReason.Should().Be("Petunia bounced");
        person.Addresses.Single().Address.Should().Be(new PostalAddress("Vermilion Way 9", null, "20121", "Milano", null, Country.FromCode("IT")));
        person.Preferences.Single().Value.Should().Be("Marzipan");
        var contact = await work.Context.Set<Interaction>().SingleAsync();
        (contact.Subject, contact.Body).Should().Be(("Rhubarb", "About a Turnip"));
        var opened = await work.Context.Set<ServiceCase>().SingleAsync();
        (opened.Subject, opened.Messages.Single().Body).Should().Be(("Rhubarb stays cold", "Turnip"));
        (await work.History.TimelineAsync(person.ToSubject())).Items.Select(i => i.Text).Should().Contain(t => t.Contains("Rhubarb"));
        (await work.Context.Set<OutboxMessage>().ToListAsync()).Should().Contain(m => m.Payload.Contains("zq@example.com"));
        var seen = (await work.Get<CustomerOverviews>().FindAsync(id))!;
        seen.Customer.DisplayName.Should().Be("Dr. Zanzibar Quirinale");
    }

    [SkippableFact]
    public async Task Audit_TellsOldAndNewValuesByField()
    {
        var host = await HostAsync<EncryptedContext<OneKey>>();
        var id = await StoryAsync(host);

        await using var work = host.Work();
        (await work.Customers.RenameAsync(id, new PersonName("Zelda", "Quirinale"))).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        var subject = new SubjectReference(SubjectKinds.Customer, id.Value);
        var page = await work.Get<AuditTrail>().HistoryAsync(subject, new AuditCriteria { Field = "DisplayName" });
        page.Value.Items.SelectMany(s => s.Changes).Select(c => (c.Before, c.After)).Should().Equal(
            ("Dr. Zanzibar Quirinale", "Zelda Quirinale"), (null, "Dr. Zanzibar Quirinale"));
    }

    [SkippableTheory]
    [InlineData("zanzibar", true)]
    [InlineData("quirinale zanzibar", true)]
    [InlineData("ZQ@Example.com", true)]
    [InlineData("+39 02 5550 1012", true)]
    [InlineData("02 55501012", true)]
    [InlineData("0039 02 55501012", true)]
    [InlineData("20121 Milano", true)]
    [InlineData("zanzi", false)]
    [InlineData("milan", false)]
    public async Task Search_FindsWholeWords(string text, bool isFound)
    {
        var host = await HostAsync<EncryptedContext<OneKey>>();
        var id = await StoryAsync(host);
        await using var work = host.Work();
        var found = await work.Customers.ListAsync(new CustomerCriteria { Text = text });
        found.Items.Select(c => c.Id).Should().Equal(isFound ? [id] : []);
    }

    [SkippableTheory]
    [InlineData("zq@EXAMPLE.com")]
    [InlineData("+39 02 5550-1012")]
    [InlineData("zq-1")]
    public async Task Key_FindsByTheWholeContactPoint(string key)
    {
        var host = await HostAsync<EncryptedContext<OneKey>>();
        var id = await StoryAsync(host);
        await using var work = host.Work();
        var found = await work.Customers.ListAsync(new CustomerCriteria { Key = key });
        found.Items.Select(c => (c.Id, c.DisplayName, c.Email, c.Phone)).Should().Equal((id, "Dr. Zanzibar Quirinale", "zq@example.com", "+390255501012"));
    }

    [SkippableFact]
    public async Task Export_IsReadable()
    {
        var host = await HostAsync<EncryptedContext<OneKey>>();
        var id = await StoryAsync(host);
        await using var work = host.Work();
        var export = (await work.Get<PrivacyOffice>().ExportAsync(id)).Value;
        var values = export.Tables.SelectMany(t => t.Rows).SelectMany(r => r).OfType<string>().ToList();
        values.Should().Contain(["Zanzibar", "1971-05-17", "zq@example.com", "+390255501012", "Vermilion Way 9", "Marzipan", "About a Turnip"]);
        values.Should().NotContain(v => v.StartsWith("crm1", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Erase_LeavesNothingToDecrypt()
    {
        var host = await HostAsync<EncryptedContext<OneKey>>(s => s.Crm = o => o.SuppressionKey = Convert.ToBase64String(TestKeys.Key("suppression")));
        var id = await StoryAsync(host);
        await using (var work = host.Work())
        {
            (await work.Get<PrivacyOffice>().EraseAsync(id)).Succeeded.Should().BeTrue();
        }

        await using var again = host.Work();
        (await again.Customers.FindAsync(id))!.DisplayName.Should().Be("Erased customer");
        var values = (await again.Get<PrivacyOffice>().ExportAsync(id)).Value.Tables.SelectMany(t => t.Rows).SelectMany(r => r).OfType<string>().ToList();
        values.Should().NotContain(v => s_words.Any(w => v.Contains(w, StringComparison.OrdinalIgnoreCase)));
        (await TableContents.ReadAsync(again.Context))["crm_customers"].Should().NotContain(r => r.Contains("Erased customer"), "what took the name's place is encrypted too");
    }

    [SkippableTheory]
    [InlineData("""{"field":"name","operator":"equals","value":"DR. ZANZIBAR QUIRINALE"}""")]
    [InlineData("""{"field":"familyName","operator":"in","value":["Quirinale","Rossi"]}""")]
    [InlineData("""{"field":"email","operator":"equals","value":"ZQ@example.com"}""")]
    [InlineData("""{"field":"city","operator":"equals","value":"milano"}""")]
    [InlineData("""{"field":"birthDate","operator":"isNotEmpty"}""")]
    [InlineData("""{"field":"stage","operator":"equals","value":"active"}""")]
    public async Task Criteria_AskWhetherValuesAreTheSame(string json)
    {
        var host = await HostAsync<EncryptedContext<OneKey>>();
        var id = await StoryAsync(host);
        await using var work = host.Work();
        await work.RegisterAsync(Known.Anna);
        var found = (await work.Get<CustomerSegments>().ListAsync(new AllOf([Criterion.Parse(json).Value, new Condition("stage", "equals", "active")]))).Value;
        found.Items.Select(c => c.Id).Should().Equal(id);
    }

    [SkippableTheory]
    [InlineData("""{"field":"name","operator":"startsWith","value":"Zan"}""")]
    [InlineData("""{"field":"email","operator":"contains","value":"zq"}""")]
    [InlineData("""{"field":"city","operator":"endsWith","value":"no"}""")]
    [InlineData("""{"field":"birthDate","operator":"before","value":"1980-01-01"}""")]
    public async Task Criteria_ThatCompareOtherwise_AreRefused(string json)
    {
        var host = await HostAsync<EncryptedContext<OneKey>>();
        await using var work = host.Work();
        (await work.Get<CustomerSegments>().ListAsync(Criterion.Parse(json).Value)).Errors.Single().Code.Should().Be("CriteriaOperatorNotAllowed");
    }

    [SkippableFact]
    public async Task MergeAndUnmerge_AreTheIdentity()
    {
        var host = await HostAsync<EncryptedContext<OneKey>>();
        var survivor = await StoryAsync(host);
        await using var work = host.Work();
        var absorbed = await work.RegisterAsync(new NewCustomer { Name = new PersonName("Zan", "Quirinale"), Emails = [EmailAddress.Parse("other@example.com")] });

        var merge = (await work.Merger.MergeAsync(survivor, absorbed)).Value;
        await using (var merged = host.Work())
        {
            (await merged.Customers.FindAsync(absorbed))!.ContactPoints.Should().HaveCount(3);
        }

        await using var undoing = host.Work();
        (await undoing.Merger.UnmergeAsync(merge.Id!.Value)).Succeeded.Should().BeTrue();
        await using var again = host.Work();
        var (first, second) = ((Person)(await again.Customers.FindAsync(survivor))!, (Person)(await again.Customers.FindAsync(absorbed))!);
        (first.DisplayName, first.ContactPoints.Count).Should().Be(("Dr. Zanzibar Quirinale", 2));
        (second.DisplayName, second.ContactPoints.Single().Value).Should().Be(("Zan Quirinale", "other@example.com"));
    }

    [SkippableFact]
    public async Task Value_MovedToAnotherColumn_IsRefused()
    {
        var host = await HostAsync<EncryptedContext<OneKey>>();
        var id = await StoryAsync(host);
        await using (var work = host.Work())
        {
            await work.Context.Database.ExecuteSqlRawAsync("update crm_customers set \"NameGiven\" = \"NameFamily\" where \"NameGiven\" is not null");
        }

        await using var again = host.Work();
        var read = () => again.Customers.FindAsync(id);
        (await read.Should().ThrowAsync<Exception>()).Which.GetBaseException().Should().BeAssignableTo<CryptographicException>();
    }

    [SkippableFact]
    public async Task Value_OfAnUnknownKey_NamesTheKey()
    {
        var host = await HostAsync<EncryptedContext<OneKey>>();
        var id = await StoryAsync(host);
        await using var without = (await OpenAsync<EncryptedContext<OnlyNewKey>>(host.ConnectionString)).Work();
        var read = () => without.Customers.FindAsync(id);
        (await read.Should().ThrowAsync<Exception>()).Which.GetBaseException().Should().BeAssignableTo<CryptographicException>().Which.Message.Should().Contain("'one'");
    }

    [SkippableFact]
    public async Task Model_PersonalTexts_AreEncryptedButForThese()
    {
        var host = await HostAsync<EncryptedContext<OneKey>>();
        await using var work = host.Work();
        var readable = work.Context.Model.GetEntityTypes()
            .SelectMany(e => e.GetDeclaredProperties().Concat(e.GetDeclaredComplexProperties().SelectMany(c => c.ComplexType.GetProperties())).Select(p => (Entity: e.ClrType.Name, Property: p)))
            .Where(p => p.Property.FindAnnotation("Crm:PersonalData")?.Value is string how && !how.StartsWith("none", StringComparison.Ordinal) && how != "Actor")
            .Where(p => p.Property.FindAnnotation("Crm:Cipher") is null)
            .Select(p => $"{p.Entity}.{p.Property.Name}");
        readable.Should().BeEquivalentTo(
            [
                "Customer.Language", "CustomerAddress.Country", "CustomerReference.Value", "CustomerTag.Name",
                "CustomerPreference.Key", "CustomerKey.Key", "CustomerMergeRow.Key", "CustomerMergeRow.Before", "CustomerMergeRow.After", "ConsentEntry.TokenHash",
                "Interaction.ExternalId", "Interaction.ThreadKey", "CustomerStatement.Topic", "Lead.Country", "Lead.Language", "SignUp.Language", "ServiceCase.SerialNumber", "ServiceVisit.Country", "ServiceVisit.Latitude", "ServiceVisit.Longitude", "AuditEntry.CorrelationId", "OutboxMessage.CorrelationId",
                "Membership.Role", "Membership.Department", "Membership.Since", "Membership.Until",
                "CustomerField.Text", "CustomerField.Folded", "CustomerField.Date", "CustomerField.Choice",
            ],
            "the guide says what stays readable");
    }

    internal static async Task<CustomerId> StoryAsync<TKeys>(CrmTestHost<EncryptedContext<TKeys>> host)
        where TKeys : IKeySet
    {
        await using var work = host.Work();
        var id = await work.RegisterAsync(new NewCustomer
        {
            Name = new PersonName("Zanzibar", "Quirinale", "Dr."),
            BirthDate = new LocalDate(1971, 5, 17),
            Emails = [EmailAddress.Parse("zq@example.com")],
            Phones = [PhoneNumber.Parse("+39 02 5550 1012", null)],
            Address = new PostalAddress("Vermilion Way 9", null, "20121", "Milano", null, Country.FromCode("IT")),
            References = [new ExternalReference("shop", "zq-1")],
        });
        var customer = (await work.Customers.FindAsync(id))!;
        customer.MarkContactPointInvalid(customer.ContactPoints.Single(p => p.Kind == ContactPointKind.Phone).Id, "Petunia bounced", host.Clock.Now);
        (await work.Care.PreferAsync(id, "sweet", "Marzipan", "call")).Succeeded.Should().BeTrue();
        (await work.Care.MoveToAsync(id, LifecycleStage.Active, "likes Marzipan")).Succeeded.Should().BeTrue();
        (await work.History.RecordAsync(new ContactDetails(id, Channels.Phone, Direction.Inbound, "Rhubarb") { Body = "About a Turnip" })).Succeeded.Should().BeTrue();
        (await work.Desk.OpenAsync(new CaseDetails(id, "Rhubarb stays cold") { Description = "Turnip" })).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        return id;
    }
}
