using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Customers;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.Specification.Customers;

/// <summary>However a customer is saved, its stored keys are those that the rules derive from what is stored of it.</summary>
public abstract class CustomerKeySpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableTheory]
    [InlineData(ContextRegistration.Context)]
    [InlineData(ContextRegistration.PooledFactory)]
    [InlineData(ContextRegistration.Pool)]
    public async Task Save_AnyActs_KeepsKeysInLine(ContextRegistration registration)
    {
        var host = await HostAsync(s => s.Registration = registration);
        var random = new Random(7);
        CustomerId id;
        await using (var work = host.Work())
        {
            id = await work.RegisterAsync(Known.Anna);
        }

        await ShouldBeInLineAsync(host, 1);
        for (var round = 0; round < 25; round++)
        {
            await using var work = host.Work();
            var person = (Person)(await work.Customers.FindAsync(id))!;
            for (var acts = random.Next(1, 4); acts > 0; acts--)
            {
                Act(person, random, host.Clock.Now);
            }

            if (round % 3 == 0)
            {
#pragma warning disable CA1849, MA0042 // The synchronous way is what this round is about.
                work.Context.SaveChanges();
#pragma warning restore CA1849, MA0042
            }
            else
            {
                await work.SaveAsync();
            }

            work.Context.ChangeTracker.Entries<CustomerKey>().Should().BeEmpty("keys leave the tracker with the save");
            await ShouldBeInLineAsync(host, 1);
        }
    }

    [SkippableFact]
    public async Task Save_Keys_AreNotAuditedAndNotCounted()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        work.Get<ICustomerStore>().Add(new Organisation(CustomerId.New(host.Clock.Now), "Müller & Söhne GmbH", host.Clock.Now));

        (await work.Context.SaveChangesAsync()).Should().Be(1);

        var changes = await work.Context.Set<AuditEntry>().Select(a => a.Changes).ToListAsync();
        changes.Should().ContainSingle().Which.Should().Contain("DisplayName").And.NotContain("Fingerprint").And.NotContain("Key");
        (await StoredAsync(work)).Where(k => k.Key.Kind == CustomerSearchKeys.KindName).Select(k => k.Key.Key).Should().BeEquivalentTo("muller", "sohne", "gmbh");
    }

    [SkippableFact]
    public async Task Save_ActThatTouchesNoKey_ReadsNoKeys()
    {
        var seen = new SeenCommands();
        var host = await HostAsync(s => s.Options = o => o.AddInterceptors(seen));
        await using var setUp = host.Work();
        var id = await setUp.RegisterAsync(Known.Anna);
        await using var work = host.Work();
        var customer = (await work.Customers.FindAsync(id))!;
        customer.PreferLanguage(LanguageTag.Parse("de"), host.Clock.Now);

        seen.Clear();
        await work.SaveAsync();

        seen.Commands.Should().NotContain(c => c.Contains("customer_keys", StringComparison.Ordinal));
        await ShouldBeInLineAsync(host, 1);
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Save_RefusedThenRepeated_WritesKeysOnce(bool corrects)
    {
        var host = await HostAsync();
        await using var setUp = host.Work();
        await setUp.RegisterAsync(new NewCustomer { OrganisationName = "Holder Ltd", References = [new ExternalReference("shop", "taken")] });
        var id = await setUp.RegisterAsync(Known.Anna);

        await using var work = host.Work();
        var anna = (Person)(await work.Customers.FindAsync(id))!;
        anna.Rename(new PersonName("Anna", "Bianchi"), host.Clock.Now);
        var other = new Organisation(CustomerId.New(host.Clock.Now), "Second Ltd", host.Clock.Now);
        other.AddReference(new ExternalReference("shop", "taken"), host.Clock.Now);
        work.Get<ICustomerStore>().Add(other);
        await work.Context.Invoking(c => c.SaveChangesAsync()).Should().ThrowAsync<DbUpdateException>();
        work.Context.ChangeTracker.Entries<CustomerKey>().Should().BeEmpty();

        if (corrects)
        {
            anna.Rename(new PersonName("Anna", "Verdi"), host.Clock.Now);
        }
        else
        {
            anna.Rename(new PersonName("Anna", "Rossi"), host.Clock.Now);
        }

        foreach (var entry in work.Context.ChangeTracker.Entries().Where(e => e.State == EntityState.Added).ToList())
        {
            entry.State = EntityState.Detached;
        }

        await work.SaveAsync();
        await ShouldBeInLineAsync(host, 2);
        (await StoredAsync(work)).Should().Contain((id, new DerivedKey("word", corrects ? "verdi" : "rossi"))).And.NotContain((id, new DerivedKey("word", "bianchi")));
    }

    [SkippableFact]
    public async Task Save_OfTwoAtOnce_KeepsTheKeysOfTheOneThatWon()
    {
        var host = await HostAsync();
        await using var setUp = host.Work();
        var id = await setUp.RegisterAsync(Known.Anna);
        await using var first = host.Work();
        await using var second = host.Work();
        var one = (Person)(await first.Customers.FindAsync(id))!;
        var two = (Person)(await second.Customers.FindAsync(id))!;
        one.Rename(new PersonName("Anna", "Winner"), host.Clock.Now);
        two.Rename(new PersonName("Anna", "Loser"), host.Clock.Now);

        await first.SaveAsync();
        (await second.UnitOfWork.SaveAsync()).Errors.Should().ContainSingle().Which.Code.Should().Be("VersionConflict");

        await ShouldBeInLineAsync(host, 1);
        (await StoredAsync(setUp)).Select(k => k.Key.Key).Should().Contain("winner").And.NotContain("loser");
    }

    [SkippableFact]
    public async Task Save_CustomerLoadedWithoutParts_KeepsTheKeysOfItsParts()
    {
        var host = await HostAsync();
        await using var setUp = host.Work();
        var id = await setUp.RegisterAsync(Known.Anna);
        await using var work = host.Work();
        var bare = await work.Context.Set<Person>().IgnoreAutoIncludes().SingleAsync(c => c.Id == id);
        bare.Rename(new PersonName("Anna", "Bianchi"), host.Clock.Now);

        await work.SaveAsync();

        await ShouldBeInLineAsync(host, 1);
        (await StoredAsync(work)).Select(k => k.Key.Key).Should().Contain(["bianchi", "anna.rossi@example.com", "390212345678"]);
    }

    [SkippableFact]
    public async Task Save_AWordThatBeginsAnother_IsKeptAsPartOfThatOne()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var id = await work.RegisterAsync(new NewCustomer { Name = new PersonName("Person", "Personne"), Emails = [EmailAddress.Parse("personnel@example.com")] });
        (await StoredAsync(work)).Where(k => k.Key.Kind == CustomerSearchKeys.KindName).Select(k => k.Key.Key).Should().BeEquivalentTo("personnel@example.com", "example.com");
        foreach (var text in new[] { "person", "personne", "Personnel", "personnel@ex" })
        {
            (await work.Customers.ListAsync(new CustomerCriteria { Text = text }, PageRequest.First)).Items.Should().ContainSingle(text).Which.Id.Should().Be(id);
        }
    }

    [SkippableFact]
    public async Task Remove_Customer_RemovesItsKeys()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var id = await work.RegisterAsync(Known.Anna);
        work.Context.Remove((await work.Customers.FindAsync(id))!);
        await work.SaveAsync();
        (await StoredAsync(work)).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Rebuild_AfterAKindWasAdded_DerivesItsKeys()
    {
        var host = await HostAsync<TenantContext>(s => s.Scope = s.Scope with { TenantId = "one" });
        CustomerId id;
        await using (var work = host.Work())
        {
            id = await work.RegisterAsync(Known.Anna);
            await work.RegisterAsync(new NewCustomer { OrganisationName = "Initech" });
            (await work.Get<CustomerKeys>().RebuildAsync()).Value.Should().Be(new CustomerKeysRebuilt(2, 0));
        }

        var later = await OpenAsync<TenantContext>(host.ConnectionString, s =>
        {
            s.Scope = s.Scope with { TenantId = "one" };
            s.Services = services => services.AddSingleton<ICustomerKeyKind, Initials>();
        });
        await using var rebuilding = later.Work();
        var before = (await rebuilding.Customers.FindAsync(id))!.Version;
        (await rebuilding.Get<CustomerKeys>().RebuildAsync()).Value.Should().Be(new CustomerKeysRebuilt(2, 2));
        (await rebuilding.Get<CustomerKeys>().RebuildAsync()).Value.Should().Be(new CustomerKeysRebuilt(2, 0));

        await using var after = later.Work();
        (await after.Context.Set<CustomerKey>().Where(k => k.Kind == "initials").Select(k => k.Key).ToListAsync()).Should().BeEquivalentTo("AR", "I");
        (await after.Customers.FindAsync(id))!.Version.Should().BeGreaterThan(before, "a save that read the old keys must conflict");
        await ShouldBeInLineAsync(later, 2);
    }

    private static void Act(Person person, Random random, Instant now)
    {
        switch (random.Next(5))
        {
            case 0:
                person.Rename(new PersonName("Anna", $"Name{random.Next(5)}"), now);
                break;
            case 1 when EmailAddress.Parse($"a{random.Next(1000)}@example.com") is var email && person.CanAddEmail(email):
                person.AddEmail(email, now);
                break;
            case 2 when person.ContactPoints.Count > 0:
                person.RemoveContactPoint(person.ContactPoints[^1].Id, now);
                break;
            case 3:
                person.SetAddress(AddressKind.Main, new PostalAddress("Via Roma 1", null, $"2012{random.Next(9)}", "Milano", null, Country.FromCode("IT")), now);
                break;
            default:
                person.PreferLanguage(LanguageTag.Parse("it"), now);
                break;
        }
    }

    // A word that begins another of the same customer is found by that one.
    private static IEnumerable<DerivedKey> Kept(IReadOnlyList<DerivedKey> keys) => keys.Where(k =>
        k.Kind != CustomerSearchKeys.KindName || !keys.Any(o => o.Kind == k.Kind && o.Key.Length > k.Key.Length && o.Key.StartsWith(k.Key, StringComparison.Ordinal)));

    private static async Task ShouldBeInLineAsync<TContext>(CrmTestHost<TContext> host, int customers)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        var kinds = work.Get<CustomerKeyKinds>();
        var stored = await work.Context.Set<Customer>().AsNoTracking().ToListAsync();
        stored.Should().HaveCount(customers);
        (await StoredAsync(work)).Should().BeEquivalentTo(stored.SelectMany(c => Kept(kinds.KeysOf(c)), (c, k) => (c.Id, k)));
    }

    private static async Task<List<(CustomerId Customer, DerivedKey Key)>> StoredAsync<TContext>(CrmWork<TContext> work)
        where TContext : DbContext, ICrmDbContext =>
        (await work.Context.Set<CustomerKey>().AsNoTracking().ToListAsync()).ConvertAll(k => (k.CustomerId, new DerivedKey(k.Kind, k.Key)));

    private sealed class Initials : ICustomerKeyKind
    {
        public string Name => "initials";

        public IEnumerable<string> KeysOf(Customer customer) => [string.Concat(customer.DisplayName.Split(' ').Select(w => w[0]))];
    }
}
