using Crm.Domain.Customers;
using Crm.Testing;

namespace Crm.Domain.Tests.Customers;

[Trait("Check", "CM-06")]
public class DuplicateRulesTests
{
    [Fact]
    public void Json_OfTheDefault_ReadsBackTheSame() =>
        DuplicateRules.Parse(DuplicateRules.Default.ToJson()).Value.Should().BeEquivalentTo(DuplicateRules.Default);

    [Fact]
    public void Parse_LeftOutMembers_HaveTheirDefaults()
    {
        var rules = DuplicateRules.Parse("""{ "auto": 0.999, "learn": false, "fields": { "phone": { "use": false }, "email": { "levels": { "exact": { "agreement": 0.5 } } } } }""").Value;
        (rules.Review, rules.Auto, rules.Learn, rules.MaxBlock).Should().Be((DuplicateRules.Default.Review, .999, false, DuplicateRules.Default.MaxBlock));
        rules.Fields[DuplicateFields.Phone].Use.Should().BeFalse();
        rules.Fields[DuplicateFields.Email].Levels[DuplicateLevels.Exact].Should().Be(
            DuplicateRules.Default.Fields[DuplicateFields.Email].Levels[DuplicateLevels.Exact] with { Agreement = .5 });
        rules.Fields.Should().HaveCount(DuplicateFields.All.Count);
    }

    [Theory]
    [InlineData("{", "DuplicateRulesUnreadable", "rules")]
    [InlineData("[]", "DuplicateRuleInvalid", "$")]
    [InlineData("""{ "review": 2 }""", "DuplicateRuleInvalid", "review")]
    [InlineData("""{ "review": "much" }""", "DuplicateRuleInvalid", "review")]
    [InlineData("""{ "review": 0.9, "auto": 0.5 }""", "DuplicateRuleInvalid", "auto")]
    [InlineData("""{ "maxBlock": 2.5 }""", "DuplicateRuleInvalid", "maxBlock")]
    [InlineData("""{ "learn": 1 }""", "DuplicateRuleInvalid", "learn")]
    [InlineData("""{ "shoeSize": 1 }""", "DuplicateRuleUnknown", "shoeSize")]
    [InlineData("""{ "fields": { "shoeSize": {} } }""", "DuplicateRuleUnknown", "fields.shoeSize")]
    [InlineData("""{ "fields": { "email": { "frequency": 0 } } }""", "DuplicateRuleInvalid", "fields.email.frequency")]
    [InlineData("""{ "fields": { "email": { "levels": { "exact": { "chance": 1.5 } } } } }""", "DuplicateRuleInvalid", "fields.email.levels.exact.chance")]
    [InlineData("""{ "fields": { "email": { "levels": { "splendid": {} } } } }""", "DuplicateRuleUnknown", "fields.email.levels.splendid")]
    [InlineData("""{ "fields": { "email": { "levels": { "exact": { "weight": 0.5 } } } } }""", "DuplicateRuleUnknown", "fields.email.levels.exact.weight")]
    public void Parse_WrongRules_SaysWhichAndWhy(string json, string code, string target) =>
        DuplicateRules.Parse(json).Errors.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Code = code, Target = target });

    [Fact]
    public void Matcher_OfImpossibleRules_IsRefused()
    {
        FluentActions.Invoking(() => new DuplicateMatcher(new DuplicateRules { Review = .9, Auto = .5 })).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new DuplicateMatcher(new DuplicateRules { MaxBlock = 0 })).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Matcher_WithoutAField_GivesItAsNoReason()
    {
        var rules = DuplicateRules.Parse("""{ "review": 0, "fields": { "email": { "use": false } } }""").Value;
        var record = new DuplicateRecord { GivenName = "Ada", FamilyName = "Byron", Email = "ada@example.org" };
        new DuplicateMatcher(rules).Compare(record, [record]).Single().Reasons.Select(r => r.Field).Should().NotContain(DuplicateFields.Email).And.Contain(DuplicateFields.FamilyName);
    }
}
