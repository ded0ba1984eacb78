using Crm.Analytics.Baskets;
using Crm.Analytics.Education;
using Crm.Analytics.Purchases;
using Crm.Analytics.Recommendations;
using Crm.Analytics.Uplift;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Analytics.Tests.Education;

[Trait("Check", "AN-07")]
public sealed class EducationCandidatesTests
{
    // Of a hundred kitchens forty have a kettle with a filter, twenty a kettle alone, forty a lamp.
    private static readonly PurchaseLog s_log = PurchaseLog.From(Enumerable.Range(0, 100).SelectMany(i =>
        (i < 40 ? new[] { "kettle", "filter" } : i < 60 ? ["kettle"] : ["lamp"]).Select(product => new PurchaseRow($"c{i:00}", new LocalDate(2026, 1, 1), 1) { Product = product })));

    private static readonly OwnedProducts s_owned = OwnedProducts.From(s_log);

    private static readonly HashSet<PurchaseKey> s_everybody = [.. s_owned.Customers];

    private static RuleTable Rules() => AssociationRules.From(
        FrequentItemsets.Find(BasketTable.From(s_log, new BasketOptions { Unit = BasketUnit.Customer }), new ItemsetOptions { MinimumCount = 5 }), new RuleOptions { MinimumConfidence = 0.3 });

    [Fact]
    public void From_Rules_OffersWhatIsNotOwned_WithReasonAndLesson()
    {
        var table = EducationCandidates.From(new EducationQuestion { Owned = s_owned, Rules = Rules(), Lessons = [new Lesson("filter", "KB-7"), new Lesson("filter", "KB-9")], MayBeTold = s_everybody });

        table.Candidates.Select(one => one.Customer.AsText()).Should().Equal(Enumerable.Range(40, 20).Select(i => $"c{i}"), "who has both, or no kettle, learns nothing new");
        table.Candidates.Should().AllSatisfy(one => (one.Product.AsText(), one.Item, one.Because.Single().AsText(), one.IsControl).Should().Be(("filter", "KB-7", "kettle", false)));
        table.Candidates[0].Confidence.Should().BeApproximately(40 / 60.0, 1e-12);
        table.Candidates[0].Lift.Should().BeApproximately(40 / 60.0 / 0.4, 1e-12);
        (table.Customers, table.WithoutConsent, table.WithoutLesson).Should().Be((20, 0, 0));
    }

    [Fact]
    public void From_WithoutConsent_TellsNobody_AndSaysHowManyThereWouldBe()
    {
        var asked = new EducationQuestion { Owned = s_owned, Rules = Rules(), Lessons = [new Lesson("filter", "KB-7")] };
        var none = EducationCandidates.From(asked);
        (none.Candidates.Count, none.WithoutConsent).Should().Be((0, 20));
        EducationCandidates.From(asked with { MayBeTold = new HashSet<PurchaseKey> { "c41" } }).Candidates.Single().Customer.AsText().Should().Be("c41");
        (EducationCandidates.From(asked with { MayBeTold = s_everybody, Lessons = [] }) is var silent && silent.Candidates.Count == 0 && silent.WithoutLesson == 20).Should().BeTrue();
        EducationCandidates.From(asked with { MayBeTold = s_everybody, Lessons = [], IncludeWithoutLesson = true }).Candidates.Should().HaveCount(20).And.OnlyContain(one => one.Item == null);
    }

    [Fact]
    public void From_ControlGroup_MarksWhoIsLeftUntold()
    {
        var control = new ControlGroup("filters", 0.5);
        var table = EducationCandidates.From(new EducationQuestion { Owned = s_owned, Rules = Rules(), Lessons = [new Lesson("filter", "KB-7")], MayBeTold = s_everybody, Control = control });
        table.Candidates.Should().AllSatisfy(one => one.IsControl.Should().Be(control.Contains(one.Customer)));
        table.Candidates.Count(one => one.IsControl).Should().BeInRange(3, 17);
    }

    [Fact]
    public void From_OffersOfAModel_JoinThoseOfRules()
    {
        var offers = NextProducts.From(s_owned, ItemKnn.Fit(s_owned), new NextProductOptions { Count = 5 });
        var table = EducationCandidates.From(new EducationQuestion { Owned = s_owned, Rules = Rules(), Offers = offers, MayBeTold = s_everybody, IncludeWithoutLesson = true });
        var one = table.Candidates.First(candidate => candidate.Customer == "c45");
        (one.Product.AsText(), one.Confidence is not null, one.Score is not null).Should().Be(("filter", true, true));
    }

    [Fact]
    public void From_AnyPurchases_NeverOffersWhatIsOwned_AndOnlyToThoseWhoAgreed() => Prop.ForAll(
        (from customer in Gen.Choose(0, 15) from product in Gen.Choose(0, 7) select (customer, product)).ListOf(80).ToArbitrary(),
        rows =>
        {
            var log = PurchaseLog.From(rows.Select(row => new PurchaseRow($"c{row.customer}", new LocalDate(2026, 1, 1), 1) { Product = $"p{row.product}" }));
            var owned = OwnedProducts.From(log);
            var agreed = owned.Customers.Where((_, i) => i % 2 == 0).ToHashSet();
            var rules = AssociationRules.From(
                FrequentItemsets.Find(BasketTable.From(log, new BasketOptions { Unit = BasketUnit.Customer }), new ItemsetOptions { MinimumCount = 2 }), new RuleOptions { MinimumConfidence = 0.1, SignificanceLevel = 0.99 });
            var table = EducationCandidates.From(new EducationQuestion
            {
                Owned = owned, Rules = rules, Offers = NextProducts.From(owned, ItemKnn.Fit(owned)), MayBeTold = agreed, IncludeWithoutLesson = true, PerCustomer = 2,
            });
            var pairs = rows.Select(row => ($"c{row.customer}", $"p{row.product}")).ToHashSet();
            table.Candidates.Should().AllSatisfy(one => (agreed.Contains(one.Customer), pairs.Contains((one.Customer.AsText(), one.Product.AsText()))).Should().Be((true, false)));
            table.Candidates.GroupBy(one => one.Customer).Should().OnlyContain(group => group.Count() <= 2);
            table.Candidates.Should().OnlyContain(one => one.Because.All(product => pairs.Contains(ValueTuple.Create(one.Customer.AsText(), product.AsText()))));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void BadInput_IsSaid()
    {
        FluentActions.Invoking(() => EducationCandidates.From(new EducationQuestion { Owned = s_owned })).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => EducationCandidates.From(new EducationQuestion { Owned = s_owned, Rules = Rules(), PerCustomer = 0 })).Should().Throw<ArgumentOutOfRangeException>();
    }
}
