using Crm.Domain.Customers;
using Crm.Domain.Partners;
using Crm.Domain.Service;
using Crm.Domain.Values;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Domain.Tests.Partners;

[Trait("Check", "PR-02")]
public sealed class PartnerRoutingTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 8, 0);
    private static readonly Country s_italy = Country.FromCode("IT");
    private static readonly GeoPoint s_milan = new(45.46, 9.19);

    // The boxes are those that Odoo's partner assignment looks through: 2° × 1.5°, 4° × 3°, 8° × 8°, the country, the nearest.
    [Theory]
    [InlineData(45.46, 10.68, PartnerReach.Near)]
    [InlineData(47.45, 9.19, PartnerReach.Near)]
    [InlineData(45.46, 10.70, PartnerReach.Wider)]
    [InlineData(49.45, 12.18, PartnerReach.Wider)]
    [InlineData(49.47, 9.19, PartnerReach.Widest)]
    [InlineData(53.45, 17.18, PartnerReach.Widest)]
    [InlineData(53.47, 9.19, PartnerReach.Nearest)]
    public void Place_Known_IsSearchedInGrowingBoxes(double latitude, double longitude, PartnerReach reach) =>
        Choose(new LeadPlace(s_italy, null, null, s_milan), Partner(new PartnerSettings { Location = new GeoPoint(latitude, longitude) }))!.Reach.Should().Be(reach);

    [Fact]
    public void Box_AcrossTheDateLine_IsNoWiderThanAnyOther() =>
        Choose(new LeadPlace(null, null, null, new GeoPoint(-18, 179.5)), Partner(new PartnerSettings { Location = new GeoPoint(-18, -179.5) }))!.Reach.Should().Be(PartnerReach.Near);

    [Fact]
    public void Areas_Named_KeepPartnersOutsideThemAway()
    {
        var region = Partner(new PartnerSettings { Areas = [new() { Country = s_italy, Region = "LOMBARDIA" }] });
        var postal = Partner(new PartnerSettings { Areas = [new() { Country = s_italy, PostalPrefix = "20 1" }] });
        var country = Partner(new PartnerSettings { Areas = [new() { Country = s_italy }] });
        var box = Partner(new PartnerSettings { Areas = [new() { SouthWest = new GeoPoint(45, 9), NorthEast = new GeoPoint(46, 10) }] });
        var anywhere = Partner(new PartnerSettings());
        var place = new LeadPlace(s_italy, "Lombardia", "20121", null);
        Choose(place, region, country, anywhere)!.Should().Match<LeadChoice>(c => c.PartnerId == region.Id && c.Reach == PartnerReach.Region);
        Choose(place, postal, country, anywhere)!.PartnerId.Should().Be(postal.Id);
        Choose(place, country, anywhere)!.Should().Match<LeadChoice>(c => c.PartnerId == country.Id && c.Reach == PartnerReach.Country);
        Choose(place, box, anywhere)!.Should().Match<LeadChoice>(c => c.PartnerId == anywhere.Id && c.Reach == PartnerReach.Anywhere);
        Choose(place with { Point = s_milan }, box, anywhere)!.PartnerId.Should().Be(box.Id);
        Choose(new LeadPlace(Country.FromCode("DE"), "Lombardia", "20121", null), region, postal, country, box).Should().BeNull();
        Choose(new LeadPlace(null, null, null, null), region, country).Should().BeNull("what is not known of a lead lies in no area");
    }

    [Fact]
    public void Draw_ManyTimes_FollowsTheWeights_AndTheSeedAlone()
    {
        LeadCandidate[] candidates = [new(PartnerId.New(s_now), 1), new(PartnerId.New(s_now), 3), new(PartnerId.New(s_now), 6)];
        var counts = Enumerable.Range(1, 100_000).CountBy(draw => WeightedDraw.At(candidates, WeightedDraw.Number(42, draw, 10)).PartnerId).ToDictionary();

        // Four standard deviations of a binomial count of 100,000.
        candidates.Select(c => counts[c.PartnerId] / 100_000.0).Zip([.1, .3, .6]).Should().OnlyContain(p => Math.Abs(p.First - p.Second) < 4 * Math.Sqrt(p.Second * (1 - p.Second) / 100_000));
        Enumerable.Range(1, 100).Select(d => WeightedDraw.Number(42, d, 1_000)).Should().Equal(Enumerable.Range(1, 100).Select(d => WeightedDraw.Number(42, d, 1_000)));
    }

    // The first outputs of SplitMix64 with seed 1234567, as published with the generator: https://rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64
    [Fact]
    public void Number_IsThatOfSplitMix64() =>
        new ulong[] { 6457827717110365317, 3203168211198807973, 9817491932198370423 }.Select((expected, i) => (long)(expected % 1_000_003))
            .Should().Equal(Enumerable.Range(1, 3).Select(draw => WeightedDraw.Number(1234567, draw, 1_000_003)));

    [Fact]
    public void Choice_OfAnyPartners_HasWeight_WasNotAsked_AndCoversThePlace() => FsCheck.Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(ArbMap.Default.GeneratorFor<(int Weight, bool IsAsked, bool IsAbroad)>().ListOf().ToArbitrary(), ArbMap.Default.ArbFor<long>(), (drafts, seed) =>
        {
            var partners = drafts.Select(d => (Draft: d, Partner: Partner(new PartnerSettings { Weight = Math.Abs(d.Weight % 5), Areas = [new() { Country = d.IsAbroad ? Country.FromCode("DE") : s_italy }] }))).ToList();
            var asked = partners.Where(p => p.Draft.IsAsked).Select(p => p.Partner.Id).ToList();
            var choice = PartnerRouting.Choose(new LeadPlace(s_italy, null, null, null), partners.Select(p => p.Partner), asked, seed, 1);
            var possible = partners.Where(p => p is { Draft: { IsAsked: false, IsAbroad: false }, Partner.Weight: > 0 }).Select(p => p.Partner.Id).ToList();
            return choice is null ? possible.Count == 0 : possible.Contains(choice.PartnerId) && choice.Candidates.Select(c => c.PartnerId).SequenceEqual(possible.Order());
        }));

    private static LeadChoice? Choose(LeadPlace place, params Partner[] partners) => PartnerRouting.Choose(place, partners, [], 1, 1);

    private static Partner Partner(PartnerSettings settings) => new(PartnerId.New(s_now), CustomerId.New(s_now), "Partner", settings, s_now);
}
