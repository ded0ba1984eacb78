using Crm.Domain.Customers;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Encryption;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Encryption;

/// <summary>Keys change while the application runs, and plain text becomes encrypted.</summary>
public abstract class KeyRotationSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const string OldKey = "crm1$one$";

    // Each test changes keys of its own.
    private sealed class Rotated : IKeySet
    {
        public static PersonalDataKeys Keys { get; } = TestKeys.New("one");
    }

    private sealed class RotatedWhileWriting : IKeySet
    {
        public static PersonalDataKeys Keys { get; } = TestKeys.New("one");
    }

    private sealed class RotatedAfterMerge : IKeySet
    {
        public static PersonalDataKeys Keys { get; } = TestKeys.New("one");
    }

    [SkippableFact]
    public async Task Reencrypt_LeavesNothingUnderTheOldKey()
    {
        var host = await HostAsync<EncryptedContext<Rotated>>();
        var id = await EncryptionSpecification<TFixture>.StoryAsync(host);
        await using (var work = host.Work())
        {
            Holding(await TableContents.ReadAsync(work.Context), OldKey).Should().NotBeEmpty();
            Rotated.Keys.Add("two", TestKeys.Key("two"));
            Rotated.Keys.Use("two");
            (await work.Get<PersonalDataEncryption>().ReencryptAsync(batchSize: 2)).Should().BePositive();
            Holding(await TableContents.ReadAsync(work.Context), OldKey).Should().BeEmpty();
            (await work.Get<PersonalDataEncryption>().ReencryptAsync()).Should().Be(0, "all is done");
        }

        await using var without = (await OpenAsync<EncryptedContext<OnlyNewKey>>(host.ConnectionString)).Work();
        var person = (Person)(await without.Customers.FindAsync(id))!;
        (person.DisplayName, person.BirthDate).Should().Be(("Dr. Zanzibar Quirinale", new NodaTime.LocalDate(1971, 5, 17)));
        (await without.Customers.ListAsync(new CustomerCriteria { Text = "zq@example.com" })).Items.Should().ContainSingle("the index key stays");
    }

    [SkippableFact]
    public async Task Reencrypt_BesideWriters_LosesNoWrite()
    {
        var host = await HostAsync<EncryptedContext<RotatedWhileWriting>>();
        var ids = new List<CustomerId>();
        await using (var work = host.Work())
        {
            for (var i = 0; i < 20; i++)
            {
                ids.Add(await work.RegisterAsync(new NewCustomer { Name = new PersonName("Before", $"Number{i}") }));
            }
        }

        RotatedWhileWriting.Keys.Add("two", TestKeys.Key("two"));
        RotatedWhileWriting.Keys.Use("two");
        async Task WriteAsync()
        {
            foreach (var id in ids)
            {
                await using var work = host.Work();
                (await work.Customers.RenameAsync(id, new PersonName("After", "Writer"))).Succeeded.Should().BeTrue();
                await work.SaveAsync();
            }
        }

        async Task ReencryptAsync()
        {
            await using var work = host.Work();
            await work.Get<PersonalDataEncryption>().ReencryptAsync(batchSize: 1);
        }

        await Task.WhenAll(WriteAsync(), ReencryptAsync());
        await using var after = host.Work();
        (await after.Context.Set<Person>().Select(p => p.DisplayName).ToListAsync()).Should().HaveCount(20).And.OnlyContain(n => n == "After Writer");
        await after.Get<PersonalDataEncryption>().ReencryptAsync();
        Holding(await TableContents.ReadAsync(after.Context), OldKey).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Unmerge_AfterARotation_IsStillTheIdentity()
    {
        var host = await HostAsync<EncryptedContext<RotatedAfterMerge>>();
        var survivor = await EncryptionSpecification<TFixture>.StoryAsync(host);
        await using var work = host.Work();
        var absorbed = await work.RegisterAsync(new NewCustomer { Name = new PersonName("Zan", "Quirinale"), Emails = [EmailAddress.Parse("other@example.com")] });
        var merge = (await work.Merger.MergeAsync(survivor, absorbed)).Value;
        RotatedAfterMerge.Keys.Add("two", TestKeys.Key("two"));
        RotatedAfterMerge.Keys.Use("two");
        await using (var rotating = host.Work())
        {
            await rotating.Get<PersonalDataEncryption>().ReencryptAsync();
            Holding(await TableContents.ReadAsync(rotating.Context), OldKey).Should().BeEmpty("the record of the merge is under the new key too");
        }

        await using var without = (await OpenAsync<EncryptedContext<OnlyNewKey>>(host.ConnectionString)).Work();
        (await without.Merger.UnmergeAsync(merge.Id!.Value)).Succeeded.Should().BeTrue();
        await using var again = (await OpenAsync<EncryptedContext<OnlyNewKey>>(host.ConnectionString)).Work();
        ((await again.Customers.FindAsync(absorbed))!.DisplayName, (await again.Customers.FindAsync(survivor))!.DisplayName)
            .Should().Be(("Zan Quirinale", "Dr. Zanzibar Quirinale"));
    }

    [SkippableFact]
    public async Task Reencrypt_OfPlainText_EncryptsIt()
    {
        // The tables have the columns of an encrypted model; what is in them was written before.
        var host = await HostAsync<EncryptedContext<OneKey>>();
        CustomerId id;
        await using (var plain = (await OpenAsync<SpecificationContext>(host.ConnectionString)).Work())
        {
            id = await plain.RegisterAsync(new NewCustomer { OrganisationName = "Quirinale Ltd", Emails = [EmailAddress.Parse("office@quirinale.example")] });
        }

        await using (var work = host.Work())
        {
            (await work.Customers.FindAsync(id))!.DisplayName.Should().Be("Quirinale Ltd", "plain text stays readable");
            await work.Get<PersonalDataEncryption>().ReencryptAsync();
            await work.Get<CustomerKeys>().RebuildAsync();
            Holding(await TableContents.ReadAsync(work.Context), "quirinale").Should().BeEmpty();
        }

        await using var again = host.Work();
        (await again.Customers.ListAsync(new CustomerCriteria { Text = "quirinale" })).Items.Single().DisplayName.Should().Be("Quirinale Ltd");
        (await again.Customers.ListAsync(new CustomerCriteria { Key = "office@quirinale.example" })).Items.Single().Id.Should().Be(id);
    }

    [SkippableFact]
    public async Task Reencrypt_WithoutEncryption_IsTheCallersMistake()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var act = () => work.Get<PersonalDataEncryption>().ReencryptAsync();
        (await act.Should().ThrowAsync<InvalidOperationException>()).Which.Message.Should().Contain("EncryptPersonalData");
    }

    private static List<string> Holding(SortedDictionary<string, List<string>> tables, string text) =>
        [.. tables.Where(t => t.Value.Exists(r => r.Contains(text, StringComparison.OrdinalIgnoreCase))).Select(t => t.Key)];
}
