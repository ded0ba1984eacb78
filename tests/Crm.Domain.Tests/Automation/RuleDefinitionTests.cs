using Crm.Domain.Automation;
using Crm.Domain.Criteria;

namespace Crm.Domain.Tests.Automation;

/// <summary>Rules as data.</summary>
[Trait("Check", "XC-07")]
public sealed class RuleDefinitionTests
{
    [Fact]
    public void Definition_WrittenAndRead_IsTheSame()
    {
        var written = new RuleDefinition(
            "service.case-opened",
            new AllOf([new Condition("event.priority", CriteriaOperators.Equal, "high"), new NotOf(new Condition("customer.purchases.sum", CriteriaOperators.GreaterThan, 500m) { Days = 90 })]),
            [RuleActionDefinition.Of("createTask", ("subject", "Call \"now\""), ("inHours", 2)) with { On = "case" }, RuleActionDefinition.Of("call", ("handler", "x"), ("loud", true), ("share", 0.25m))]);
        var read = RuleDefinition.Parse(written.ToJson()).Value;

        read.ToJson().Should().Be(written.ToJson());
        (read.Event, read.When).Should().Be((written.Event, written.When));
        read.Actions[0].On.Should().Be("case");
        read.Actions[0].Values.Should().BeEquivalentTo(new Dictionary<string, object> { ["subject"] = "Call \"now\"", ["inHours"] = 2m });
        read.Actions[1].Values.Should().BeEquivalentTo(new Dictionary<string, object> { ["handler"] = "x", ["loud"] = true, ["share"] = 0.25m });
    }

    [Fact]
    public void When_LeftOut_AlwaysHolds() => RuleDefinition.Parse("""{"event":"x","actions":[{"do":"y","nothing":null}]}""").Value.Should()
        .Match<RuleDefinition>(d => d.When == Criterion.Everything && d.Actions[0].Values.Count == 0);

    [Theory]
    [InlineData("", "RuleMalformed", "$")]
    [InlineData("[]", "RuleMalformed", "$")]
    [InlineData("{", "RuleMalformed", "$")]
    [InlineData("""{"actions":[{"do":"x"}]}""", "RuleMalformed", "$.event")]
    [InlineData("""{"event":7,"actions":[{"do":"x"}]}""", "RuleMalformed", "$.event")]
    [InlineData("""{"event":"x"}""", "RuleMalformed", "$.actions")]
    [InlineData("""{"event":"x","actions":[]}""", "RuleMalformed", "$.actions")]
    [InlineData("""{"event":"x","actions":{}}""", "RuleMalformed", "$.actions")]
    [InlineData("""{"event":"x","actions":["do"]}""", "RuleMalformed", "$.actions[0]")]
    [InlineData("""{"event":"x","actions":[{"to":"x"}]}""", "RuleMalformed", "$.actions[0].do")]
    [InlineData("""{"event":"x","actions":[{"do":"x","on":7}]}""", "RuleMalformed", "$.actions[0].on")]
    [InlineData("""{"event":"x","actions":[{"do":"x","to":["a"]}]}""", "RuleMalformed", "$.actions[0].to")]
    [InlineData("""{"event":"x","actions":[{"do":"x","to":"a","to":"b"}]}""", "RuleMalformed", "$.actions[0].to")]
    [InlineData("""{"event":"x","actions":[{"do":"x","often":1e400}]}""", "RuleMalformed", "$.actions[0].often")]
    [InlineData("""{"event":"x","acts":[],"actions":[{"do":"x"}]}""", "RuleMalformed", "$.acts")]
    [InlineData("""{"event":"x","when":[],"actions":[{"do":"x"}]}""", "CriteriaMalformed", "$.when")]
    [InlineData("""{"event":"x","when":{"all":[{"field":"a"}]},"actions":[{"do":"x"}]}""", "CriteriaMalformed", "$.when.all[0]")]
    public void Json_OfAnotherForm_IsRefusedWithItsPlace(string json, string code, string target)
    {
        var errors = RuleDefinition.Parse(json).Errors;
        errors.Select(e => (e.Code, e.Target)).Should().Contain((code, target));
    }

    [Fact]
    public void Json_TooLong_IsRefused() => RuleDefinition.Parse($$"""{"event":"{{new string('x', RuleDefinition.MaxLength)}}","actions":[{"do":"x"}]}""").Errors.Single().Code.Should().Be("RuleMalformed");

    [Fact]
    public void Chain_ReadAndExtended_KeepsItsOrder()
    {
        var (one, two) = (AutomationRuleId.From(new Guid("00000000-0000-0000-0000-000000000001")), AutomationRuleId.From(new Guid("00000000-0000-0000-0000-000000000002")));
        RuleChain.Read(RuleChain.Extend(RuleChain.Extend(null, one), two)).Should().Equal(one, two);
        RuleChain.Read("nonsense,,").Should().BeEmpty();
    }

    [Fact]
    public void CodeRule_Id_IsThatOfItsKeyInEveryProcess()
    {
        var definition = RuleDefinition.Parse("""{"event":"x","actions":[{"do":"y"}]}""").Value;
        new CodeRule("a", definition).Id.Should().Be(new CodeRule("a", definition) { Revision = 2 }.Id).And.NotBe(new CodeRule("b", definition).Id);
    }
}
