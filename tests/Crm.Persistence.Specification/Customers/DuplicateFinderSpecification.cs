using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.Specification.Customers;

/// <summary>Whoever is recorded already is found before a second record is made, and by every change that makes two look like one.</summary>
[Trait("Check", "CM-05")]
public abstract class DuplicateFinderSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly NewCustomer s_again = new()
    {
        Name = new PersonName("Ana", "Rossi"),
        Emails = [EmailAddress.Parse("Anna.Rossi@example.com")],
        Address = new PostalAddress("v. Roma 1", null, "20121", "Milano", null, Country.FromCode("IT")),
    };

    private static readonly NewCustomer s_stranger = new() { Name = new PersonName("Otto", "Graf"), Emails = [EmailAddress.Parse("otto@example.org")] };

    [SkippableFact]
    public async Task Find_SomebodyKnown_GivesCandidatesWithReasons()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var anna = await work.RegisterAsync(Known.Anna);
        await work.RegisterAsync(s_stranger);

        var found = (await work.Get<DuplicateFinder>().FindAsync(s_again)).Value;

        var candidate = found.Candidates.Should().ContainSingle().Subject;
        (candidate.Customer.Id, candidate.Customer.DisplayName, found.Hidden).Should().Be((anna, "Anna Rossi", 0));
        candidate.Score.Should().BeGreaterThan(.99);
        candidate.Reasons.Should().Contain(r => r.Field == DuplicateFields.Email && r.Level == DuplicateLevels.Exact)
            .And.Contain(r => r.Field == DuplicateFields.GivenName && r.Level == DuplicateLevels.Near);
    }

    [SkippableFact]
    public async Task Find_OfARecordedCustomer_LeavesItOut()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var (anna, again) = (await work.RegisterAsync(Known.Anna), await work.RegisterAsync(s_again));
        var finder = work.Get<DuplicateFinder>();
        (await finder.FindAsync(anna)).Value.Candidates.Select(c => c.Customer.Id).Should().Equal(again);
        (await finder.FindAsync(CustomerId.New(host.Clock.Now))).Errors.Should().ContainSingle().Which.Code.Should().Be("CustomerNotFound");
    }

    [SkippableFact]
    public async Task Find_WholeAndHalfKnown_MeetByEachKindOfEvidence()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var anna = await work.RegisterAsync(Known.Anna with { BirthDate = new LocalDate(1984, 3, 7) });
        var firm = await work.RegisterAsync(new NewCustomer { OrganisationName = "Ferramenta Bianchi S.r.l.", Phones = [PhoneNumber.Parse("+39 06 6982 1234")] });
        var finder = work.Get<DuplicateFinder>();
        NewCustomer[] annas =
        [
            new() { Name = new PersonName("Anna", "Rossi"), Phones = [PhoneNumber.Parse("0039 0212345678")] },
            new() { Name = new PersonName("Rossi", "Anna"), BirthDate = new LocalDate(1984, 7, 3) },
            new() { Name = new PersonName("Anna", "Rosi"), Address = new PostalAddress("Via Roma 1", null, "20121", "Milano", null, Country.FromCode("IT")) },
        ];
        foreach (var someone in annas)
        {
            (await finder.FindAsync(someone)).Value.Candidates.Select(c => c.Customer.Id).Should().Equal([anna], someone.ToString());
        }

        (await finder.FindAsync(new NewCustomer { OrganisationName = "Bianchi Ferramenta" })).Value.Candidates.Select(c => c.Customer.Id).Should().Equal(firm);
        (await finder.FindAsync(new NewCustomer { OrganisationName = "Anna Rossi", Emails = Known.Anna.Emails })).Value.IsEmpty.Should().BeTrue("a person is no organisation");
        (await finder.FindAsync(new NewCustomer { OrganisationName = "…" })).Value.IsEmpty.Should().BeTrue();
    }

    [SkippableFact]
    public async Task Register_WhereRefused_NamesTheCandidatesAndRecordsNothing()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var anna = await work.RegisterAsync(Known.Anna);

        var refused = await work.Customers.RefusingDuplicates.RegisterAsync(s_again);

        refused.Errors.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Code = "DuplicateFound", Target = anna.ToString() });
        refused.Errors[0].Message.Should().Contain("Anna Rossi");
        await work.SaveAsync();
        (await work.Context.Set<Customer>().CountAsync()).Should().Be(1);

        (await work.Customers.RefusingDuplicates.AllowingDuplicates.RegisterAsync(s_again)).Succeeded.Should().BeTrue("somebody looked and decided");
        (await work.Customers.RefusingDuplicates.RegisterAsync(s_stranger)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await work.Context.Set<Customer>().CountAsync()).Should().Be(3);
    }

    [SkippableFact]
    public async Task Register_ByOptionsOfTheHost_IsRefusedWithoutBeingAsked()
    {
        var host = await HostAsync(s => s.Crm = o => o.Duplicates.Refuse = true);
        await using var work = host.Work();
        await work.RegisterAsync(Known.Anna);
        (await work.Customers.RegisterAsync(s_again)).Errors.Should().ContainSingle().Which.Code.Should().Be("DuplicateFound");
        (await work.Customers.AllowingDuplicates.RegisterAsync(s_again)).Succeeded.Should().BeTrue();
    }

    [SkippableFact]
    public async Task Change_ThatMakesTwoAlike_IsRefusedAndChangesNothing()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var anna = await work.RegisterAsync(Known.Anna);
        var other = await work.RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "R"), Phones = [PhoneNumber.Parse("+39 06 6982 1234")] });
        var directory = work.Customers.RefusingDuplicates;
        var version = (await work.Customers.FindAsync(other))!.Version;

        (await directory.AddEmailAsync(other, EmailAddress.Parse("anna.rossi@example.com"))).Errors.Should().ContainSingle().Which.Target.Should().Be(anna.ToString());
        (await directory.AddPhoneAsync(other, PhoneNumber.Parse("+39 02 1234 5678"))).Errors.Should().ContainSingle().Which.Code.Should().Be("DuplicateFound");
        (await directory.AddEmailAsync(other, EmailAddress.Parse("anna.rossi@example.com"), expectedVersion: version + 1)).Errors.Should().ContainSingle().Which.Code.Should().Be("VersionConflict");
        (await work.Customers.FindAsync(other))!.Version.Should().Be(version);

        (await directory.AddEmailAsync(other, EmailAddress.Parse("r@example.com"))).Succeeded.Should().BeTrue();
        (await directory.AllowingDuplicates.AddEmailAsync(other, EmailAddress.Parse("anna.rossi@example.com"))).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await directory.AddPhoneAsync(other, PhoneNumber.Parse("+39 02 1234 5678"))).Succeeded.Should().BeTrue("whom somebody allowed to look alike is not asked about again");
    }

    [SkippableFact]
    public async Task Change_OfNameOrAddress_IsCheckedToo()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.RegisterAsync(Known.Anna);
        var address = Known.Anna.Address!;
        var (renamed, moved) = (
            await work.RegisterAsync(new NewCustomer { Name = new PersonName("Otto", "Graf"), Address = address }),
            await work.RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi") }));
        var directory = work.Customers.RefusingDuplicates;
        (await directory.RenameAsync(renamed, new PersonName("Anna", "Rossi"))).Errors.Should().Contain(e => e.Code == "DuplicateFound");
        (await directory.AllowingDuplicates.SetAddressAsync(moved, AddressKind.Main, address)).Value.PrimaryAddress(AddressKind.Main)!.Address.Should().Be(address);
        (await directory.SetAddressAsync(renamed, AddressKind.Main, new PostalAddress("Am Markt 3", null, "04109", "Leipzig", null, Country.FromCode("DE")))).Succeeded.Should().BeTrue();
    }

    [SkippableFact]
    public async Task Find_ByRulesOfTheHost_ComparesOnlyTheirFields()
    {
        var rules = DuplicateRules.Parse("""{ "fields": { "email": { "use": false } } }""").Value;
        var host = await HostAsync(s => s.Crm = o => o.Duplicates.Rules = rules);
        await using var work = host.Work();
        await work.RegisterAsync(Known.Anna);
        var known = new NewCustomer { Name = new PersonName("Anna", null), Emails = Known.Anna.Emails };
        (await work.Get<DuplicateFinder>().FindAsync(known)).Value.IsEmpty.Should().BeTrue();
        (await work.Get<DuplicateFinder>().FindAsync(known with { Phones = Known.Anna.Phones })).Value.Candidates.Should().ContainSingle();
    }

    [SkippableFact]
    public async Task Find_KeyThatManyShare_SaysNothing()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        for (var i = 0; i < DuplicateRules.Default.MaxBlock + 1; i++)
        {
            await work.Customers.RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi"), Emails = [EmailAddress.Parse($"anna{i}@example.org")] });
        }

        await work.SaveAsync();
        var found = (await work.Get<DuplicateFinder>().FindAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi"), Emails = [EmailAddress.Parse("anna7@example.org")] })).Value;
        found.Candidates.Should().ContainSingle("of many namesakes one has the same address");
    }

    [SkippableFact]
    public async Task Find_CustomersOfAnotherTenant_AreNotThere()
    {
        var host = await HostAsync<TenantContext>(s => s.Scope = s.Scope with { TenantId = "one" });
        await using (var one = host.Work())
        {
            await one.RegisterAsync(Known.Anna);
        }

        await using var two = host.Work(new CrmScope(Actor.Agent("ada")) { TenantId = "two" });
        (await two.Get<DuplicateFinder>().FindAsync(s_again)).Value.IsEmpty.Should().BeTrue();
        (await two.Customers.RefusingDuplicates.RegisterAsync(s_again)).Succeeded.Should().BeTrue();
    }

    [SkippableFact]
    public async Task Find_ByWhoIsNotStaff_IsRefused()
    {
        var host = await HostAsync();
        CustomerId anna;
        await using (var work = host.Work())
        {
            anna = await work.RegisterAsync(Known.Anna);
        }

        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("anna", [new SubjectReference(SubjectKinds.Customer, anna.Value)])));
        (await portal.Get<DuplicateFinder>().FindAsync(s_again)).Errors.Should().ContainSingle().Which.Code.Should().Be("ActNotAllowed");
        (await portal.Get<DuplicateFinder>().FindAsync(anna)).Errors.Should().ContainSingle().Which.Code.Should().Be("ActNotAllowed");
        (await portal.Customers.RefusingDuplicates.RegisterAsync(s_again)).Errors.Should().ContainSingle().Which.Code.Should().Be("ActNotAllowed");
    }

    [SkippableFact]
    public async Task Find_NumberOfCommands_DoesNotGrowWithTheCandidates()
    {
        var seen = new SeenCommands();
        var host = await HostAsync(s => s.Options = o => o.AddInterceptors(seen));
        await using var work = host.Work();
        await work.RegisterAsync(Known.Anna);
        await work.Get<DuplicateFinder>().FindAsync(s_again);
        seen.Clear();
        await work.Get<DuplicateFinder>().FindAsync(s_again);
        var before = seen.Commands.Count;
        for (var i = 0; i < 15; i++)
        {
            await work.RegisterAsync(Known.Anna with { References = [] });
        }

        seen.Clear();
        (await work.Get<DuplicateFinder>().FindAsync(s_again)).Value.Candidates.Should().HaveCount(16);
        seen.Commands.Should().HaveCount(before);
    }
}
