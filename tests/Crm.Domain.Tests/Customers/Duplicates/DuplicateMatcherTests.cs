using System.Text.Json;
using Crm.Domain.Customers;
using TestData = Crm.Testing.TestData;

namespace Crm.Domain.Tests.Customers;

[Trait("Check", "CM-06")]
public class DuplicateMatcherTests
{
    private static readonly DuplicateRecord s_anna = new()
    {
        GivenName = "Anna", FamilyName = "Kowalczyk", BirthDate = "1984-03-07", Email = "anna.k@example.org", Phone = "+39 02 1234 5678",
        Street = "Via Garibaldi 12", City = "Milano", Postcode = "20121", Country = "IT",
    };

    public static TheoryData<string, DuplicateRecord> SameCustomer => new()
    {
        { "itself", s_anna },
        { "case and accents", s_anna with { GivenName = "ANNA", FamilyName = "Kowalczýk", City = "MILANO" } },
        { "exchanged names", s_anna with { GivenName = "Kowalczyk", FamilyName = "Anna" } },
        { "a full name", s_anna with { GivenName = null, FamilyName = null, FullName = "Kowalczyk, Anna" } },
        { "a slip in the name", s_anna with { FamilyName = "Kowalcyzk" } },
        { "day and month exchanged", s_anna with { BirthDate = "1984-07-03" } },
        { "a national number and a short street", s_anna with { Phone = "02 12345678", Street = "v. Garibaldi", StreetNumber = "12" } },
        { "moved", s_anna with { Street = "Karl-Marx-Allee 3", City = "Berlin", Postcode = "10178", Country = "DE" } },
        { "a date in parts", s_anna with { BirthDate = null, BirthYear = 1984, BirthMonth = 3, BirthDay = 7 } },
    };

    [Theory]
    [MemberData(nameof(SameCustomer))]
    public void Compare_OneCustomerWrittenOtherwise_IsSure(string how, DuplicateRecord other)
    {
        var match = new DuplicateMatcher().Compare(s_anna, [other]).Should().ContainSingle(how).Subject;
        match.Tier.Should().Be(DuplicateTiers.Auto, $"{how}: {match}");
        match.Score.Should().BeInRange(.99, 1);
    }

    public static TheoryData<string, DuplicateRecord> NeverSure => new()
    {
        { "a brother", s_anna with { GivenName = "Piotr", BirthDate = "1981-11-30", Email = null } },
        { "a twin", s_anna with { GivenName = "Ewa", Email = null } },
        { "a twin by a short name", s_anna with { GivenName = "Ann", Email = null } },
        { "a twin by a similar name", s_anna with { GivenName = "Annika", Email = null } },
        { "a twin by an initial", s_anna with { GivenName = "A.", Email = null } },
        { "a mother of the same name", s_anna with { BirthDate = "1955-12-24" } },
        { "somebody with another number of the register", s_anna with { NationalId = "KWLNNA84C47F205X" } },
        { "a flatmate", s_anna with { GivenName = "Giulia", FamilyName = "Bianchi", BirthDate = "1984-03-09", Email = null } },
        { "a namesake", new DuplicateRecord { GivenName = "Anna", FamilyName = "Kowalczyk" } },
    };

    [Theory]
    [MemberData(nameof(NeverSure))]
    public void Compare_SomebodyElseOfTheSameHouse_IsNeverMergedWithoutLooking(string who, DuplicateRecord other) =>
        new DuplicateMatcher().Compare(s_anna with { NationalId = "KWLNNA84C47F205Y" }, [other with { NationalId = other.NationalId is null ? null : "BNCGLI55T64H501Z" }])
            .Should().NotContain(m => m.Tier == DuplicateTiers.Auto, who);

    [Fact]
    public void Compare_ContradictingRegisterNumbers_AreNamed() =>
        new DuplicateMatcher().Compare(s_anna with { NationalId = "123456789" }, [s_anna with { NationalId = "987001234" }])
            .Should().ContainSingle().Which.Contradictions.Should().Equal(DuplicateFields.NationalId);

    [Fact]
    public void FindWithin_Blanks_NeverMatch()
    {
        DuplicateRecord[] records = [new(), new() { GivenName = "  ", Email = "", Phone = "-" }, new() { Id = "3" }, new() { FamilyName = "…" }];
        new DuplicateMatcher(new DuplicateRules { Review = 0 }).FindWithin(records).Pairs.Should().BeEmpty();
    }

    [Fact]
    public void FindWithin_NoRecordsOrOne_FindsNothing()
    {
        new DuplicateMatcher().FindWithin([]).Should().BeEquivalentTo(new DuplicateMatches(0, 0, []));
        new DuplicateMatcher().FindWithin([s_anna]).Pairs.Should().BeEmpty();
        new DuplicateMatcher().FindBetween([], [s_anna]).Pairs.Should().BeEmpty();
        new DuplicateMatcher().FindBetween([s_anna], []).Pairs.Should().BeEmpty();
    }

    [Fact]
    public void FindWithin_RareName_WeighsMoreThanACommonOne()
    {
        var records = DuplicateSamples.People(2_000, duplicates: 0).Records.Select(r => r with { FamilyName = "Smith" }).ToList();
        records[0] = records[0] with { FamilyName = "Featherstonehaugh" };
        var pairs = new DuplicateMatcher().FindWithin([.. records, records[0], records[1]]).Pairs;
        double Weight(int left) => pairs.Single(p => p.Left == left && p.Right >= records.Count).Reasons.Single(r => r.Field == DuplicateFields.FamilyName).Weight;
        Weight(0).Should().BeGreaterThan(Weight(1) + 5);
    }

    [Fact]
    public void FindWithin_AnyDegreeOfParallelism_GivesTheSameAnswer()
    {
        var (records, _) = DuplicateSamples.People(1_500, duplicates: 200);
        var one = new DuplicateMatcher().FindWithin(records, 1);
        foreach (var threads in new[] { 2, 3, 8 })
        {
            JsonSerializer.Serialize(new DuplicateMatcher().FindWithin(records, threads)).Should().Be(JsonSerializer.Serialize(one));
        }
    }

    [Fact]
    public void FindWithin_FamiliesAndDuplicates_FindsTheDuplicatesAndMergesNoFamily()
    {
        var (records, customers) = DuplicateSamples.People(2_000, duplicates: 250);
        var pairs = new DuplicateMatcher().FindWithin(records).Pairs;
        pairs.Where(p => p.Tier == DuplicateTiers.Auto).Should().OnlyContain(p => customers[p.Left] == customers[p.Right]);
        pairs.Count(p => customers[p.Left] == customers[p.Right]).Should().BeGreaterThan(235, "of 250 duplicates");
    }

    [Fact]
    public void FindWithin_HouseholdsWithTwinsNamedAlike_MergesAtMostOneWronglyOfAThousand()
    {
        var (records, customers) = DuplicateSamples.Households(4_000);
        var pairs = new DuplicateMatcher().FindWithin(records).Pairs;
        bool IsRight(DuplicateMatch pair) => customers[pair.Left] == customers[pair.Right];
        var auto = pairs.Where(p => p.Tier == DuplicateTiers.Auto).ToList();
        ((double)auto.Count(IsRight) / auto.Count).Should().BeGreaterThanOrEqualTo(.999, string.Join("; ", auto.Where(p => !IsRight(p)).Take(5).Select(p => $"{records[p.Left]} ~ {records[p.Right]}")));
        var truth = customers.GroupBy(c => c).Sum(g => g.Count() * (g.Count() - 1) / 2);
        ((double)pairs.Count(IsRight) / truth).Should().BeGreaterThan(.99);
        ((double)auto.Count(IsRight) / truth).Should().BeGreaterThan(.6);
    }

    [Fact]
    [Trait("Check", "CM-07")]
    public void FindWithin_ManyWhoShareEverythingButOneField_NeverComparesAllPairs()
    {
        var records = Enumerable.Range(0, 5_000)
            .Select(i => new DuplicateRecord { GivenName = "Maria", FamilyName = "Garcia", City = "Madrid", Postcode = "28001", Email = $"m{i}@example.org" }).ToList();
        var found = new DuplicateMatcher().FindWithin(records);
        found.Comparisons.Should().BeLessThan(100L * records.Count, "of {0} pairs", records.Count * (records.Count - 1L) / 2);
    }

    [Fact]
    public void FindBetween_CleanFiles_PairsEachRecordOnce()
    {
        var (records, _) = DuplicateSamples.People(600, duplicates: 0);
        var pairs = new DuplicateMatcher().FindBetween(records, [.. records.Take(300)]).Pairs;
        pairs.Select(p => p.Left).Should().OnlyHaveUniqueItems();
        pairs.Select(p => p.Right).Should().OnlyHaveUniqueItems();
        pairs.Count(p => p.Left == p.Right).Should().BeGreaterThan(295);
    }

    [Fact]
    public void FindBetween_FileWithDuplicatesOfItsOwn_KeepsAllPartners() =>
        new DuplicateMatcher().FindBetween([s_anna], [s_anna, s_anna with { City = "Milan" }, new() { GivenName = "Otto", FamilyName = "Graf" }]).Pairs
            .Select(p => p.Right).Should().BeEquivalentTo([0, 1]);

    [SkippableFact]
    public void FindWithin_HostileText_IsComparedAsText()
    {
        var texts = JsonSerializer.Deserialize<string[]>(File.ReadAllText(TestData.Require("text/blns.json")))!;
        var records = texts.Select(t => new DuplicateRecord
        {
            GivenName = t, FamilyName = t, Organisation = t, BirthDate = t, Email = t, Phone = t, StreetNumber = t, Street = t, City = t, Postcode = t, Region = t, Country = t, NationalId = t,
        }).ToList();
        new DuplicateMatcher().FindWithin(records).Records.Should().Be(texts.Length);
        new DuplicateMatcher().FindWithin([.. texts.Select(t => new DuplicateRecord { FullName = t, Street2 = t, Suburb = t })]).Records.Should().Be(texts.Length);
    }
}
