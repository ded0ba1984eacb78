using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.Domain.Criteria;
using Crm.Testing;
using NodaTime;

namespace Crm.Domain.Tests.Criteria;

/// <summary>Bad trees are refused with a code and the JSON path of what is wrong.</summary>
[Trait("Check", "XC-01")]
public class CriteriaParsingTests
{
    private static readonly CriteriaMoment s_moment = new(Instant.FromUtc(2026, 6, 1, 8, 0), DateTimeZone.Utc);

    [Theory]
    [InlineData("", "CriteriaMalformed", "$")]
    [InlineData("{", "CriteriaMalformed", "$")]
    [InlineData("[]", "CriteriaMalformed", "$")]
    [InlineData("{}", "CriteriaMalformed", "$")]
    [InlineData("null", "CriteriaMalformed", "$")]
    [InlineData("""{"every":[]}""", "CriteriaMalformed", "$")]
    [InlineData("""{"all":[],"any":[]}""", "CriteriaMalformed", "$")]
    [InlineData("""{"all":{}}""", "CriteriaMalformed", "$.all")]
    [InlineData("""{"all":[{"not":[]}]}""", "CriteriaMalformed", "$.all[0].not")]
    [InlineData("""{"field":"name"}""", "CriteriaMalformed", "$")]
    [InlineData("""{"field":1,"operator":"equals"}""", "CriteriaMalformed", "$.field")]
    [InlineData("""{"any":[{"all":[]},{"field":"name","operator":"equals","value":"x","extra":1}]}""", "CriteriaMalformed", "$.any[1].extra")]
    [InlineData("""{"field":"name","operator":"in","value":[["x"]]}""", "CriteriaMalformed", "$.value[0]")]
    [InlineData("""{"field":"name","operator":"equals","value":{}}""", "CriteriaMalformed", "$.value")]
    [InlineData("""{"field":"name","operator":"equals","value":1e400}""", "CriteriaMalformed", "$.value")]
    [InlineData("""{"field":"purchases.sum","operator":"equals","value":1,"days":1.5}""", "CriteriaMalformed", "$.days")]
    [InlineData("""{"field":"name","operator":"equals","value":"\ud800"}""", "CriteriaMalformed", "$")]
    [InlineData("""{"field":"shoe","operator":"equals","value":1}""", "CriteriaFieldUnknown", "$.field")]
    [InlineData("""{"field":"custom:none","operator":"equals","value":1}""", "CriteriaFieldUnknown", "$.field")]
    [InlineData("""{"field":"preference:","operator":"equals","value":"x"}""", "CriteriaFieldUnknown", "$.field")]
    [InlineData("""{"not":{"any":[{"field":"name","operator":"greaterThan","value":"x"}]}}""", "CriteriaOperatorNotAllowed", "$.not.any[0].operator")]
    [InlineData("""{"field":"name","operator":"like","value":"x"}""", "CriteriaOperatorNotAllowed", "$.operator")]
    [InlineData("""{"field":"name","operator":"equals"}""", "CriteriaValueInvalid", "$.value")]
    [InlineData("""{"field":"name","operator":"contains","value":""}""", "CriteriaValueInvalid", "$.value")]
    [InlineData("""{"field":"name","operator":"in","value":[]}""", "CriteriaValueInvalid", "$.value")]
    [InlineData("""{"field":"name","operator":"in","value":"x"}""", "CriteriaValueInvalid", "$.value")]
    [InlineData("""{"field":"name","operator":"isEmpty","value":"x"}""", "CriteriaValueInvalid", "$.value")]
    [InlineData("""{"field":"stage","operator":"equals","value":"Active"}""", "CriteriaValueInvalid", "$.value")]
    [InlineData("""{"field":"country","operator":"in","value":["IT","Italy"]}""", "CriteriaValueInvalid", "$.value")]
    [InlineData("""{"field":"birthDate","operator":"before","value":"2026-02-30"}""", "CriteriaValueInvalid", "$.value")]
    [InlineData("""{"field":"birthDate","operator":"before","value":"-0001-01-01"}""", "CriteriaValueInvalid", "$.value")]
    [InlineData("""{"field":"registeredAt","operator":"withinLast","value":-1}""", "CriteriaValueInvalid", "$.value")]
    [InlineData("""{"field":"registeredAt","operator":"between","value":["2026-01-01"]}""", "CriteriaValueInvalid", "$.value")]
    [InlineData("""{"field":"purchases.sum","operator":"equals","value":0.00001}""", "CriteriaValueInvalid", "$.value")]
    [InlineData("""{"field":"purchases.count","operator":"equals","value":1.5}""", "CriteriaValueInvalid", "$.value")]
    [InlineData("""{"field":"purchases.count","operator":"equals","value":99999999999}""", "CriteriaValueInvalid", "$.value")]
    [InlineData("""{"field":"purchases.exists","operator":"equals","value":"yes"}""", "CriteriaValueInvalid", "$.value")]
    [InlineData("""{"field":"purchases.exists","operator":"equals","value":true,"days":36501}""", "CriteriaValueInvalid", "$.days")]
    [InlineData("""{"field":"purchases.count","operator":"equals","value":1,"where":{"field":"shoe","operator":"equals","value":1}}""", "CriteriaFieldUnknown", "$.where.field")]
    [InlineData("""{"field":"name","operator":"equals","value":"x","days":1}""", "CriteriaWindowNotAllowed", "$")]
    public void Criteria_ThatAreWrong_AreRefusedWithTheirPath(string json, string code, string path)
    {
        var read = Criterion.Parse(json);
        var errors = read.TryGetValue(out var criterion) ? Catalogue().Compile(criterion, s_moment).Errors : read.Errors;
        errors.Select(e => (e.Code, e.Target)).Should().Equal((code, path));
    }

    [Fact]
    public void Criteria_ThatAreTooDeepOrTooMany_AreRefused()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"not":""", 100)) + """{"all":[]}""" + new string('}', 100);
        var wide = """{"all":[""" + string.Join(',', Enumerable.Repeat("""{"any":[]}""", 1_000)) + "]}";
        Criterion.Parse(deep).Errors.Should().OnlyContain(e => e.Code == "CriteriaTooLarge" || e.Code == "CriteriaMalformed");
        Criterion.Parse(wide).Errors.Should().OnlyContain(e => e.Code == "CriteriaTooLarge");
        Criterion made = Criterion.Everything;
        for (var i = 0; i < 5_000; i++)
        {
            made = new NotOf(made);
        }

        Catalogue().Compile(made, s_moment).Errors.Single().Code.Should().Be("CriteriaTooLarge");
        var many = new Condition("name", CriteriaOperators.In, Enumerable.Repeat("x", Criterion.MaxValues + 1).ToList());
        Catalogue().Compile(many, s_moment).Errors.Single().Code.Should().Be("CriteriaValueInvalid");
    }

    [Fact]
    public void Criteria_WithSeveralFaults_NameThemAll() => Catalogue()
        .Compile(Criterion.Parse("""{"all":[{"field":"a","operator":"equals"},{"field":"name","operator":"b"},{"not":{"field":"kind","operator":"equals","value":"c"}}]}""").Value, s_moment)
        .Errors.Select(e => e.Target).Should().Equal("$.all[0].field", "$.all[1].operator", "$.all[2].not.value");

    [Fact]
    public void Json_OfATree_IsReadBackEqual()
    {
        foreach (var json in new[]
        {
            """{"all":[{"any":[]},{"not":{"field":"name","operator":"in","value":["ä","\u0000","😀"]}}]}""", """{"field":"purchases.sum","operator":"between","value":[1,2.50],"days":7,"where":{"field":"product","operator":"equals","value":"A"}}""",
            """{"field":"purchases.exists","operator":"equals","value":true}""", """{"field":"city","operator":"isEmpty"}""",
        })
        {
            var read = Criterion.Parse(json).Value;
            Criterion.Parse(read.ToJson()).Value.Should().Be(read);
            Criterion.Parse(read.ToJson()).Value.GetHashCode().Should().Be(read.GetHashCode());
            JsonNode.DeepEquals(JsonNode.Parse(read.ToJson()), JsonNode.Parse(json)).Should().BeTrue(json);
        }

        Criterion.Parse("""{"any":[]}""").Value.Should().NotBe(Criterion.Everything);
    }

    [Fact]
    [Trait("Check", "XC-12")]
    public void HostileTexts_AsJsonFieldsAndValues_AreTakenOrRefusedInWords()
    {
        var texts = JsonSerializer.Deserialize<string[]>(File.ReadAllText(TestData.Require("text/blns.json")))!;
        foreach (var text in texts.Append("a\0b"))
        {
            Criterion.Parse(text).Errors.All(e => e.Code == "CriteriaMalformed").Should().BeTrue();
            foreach (var (field, name) in new[] { ("name", CriteriaOperators.Contains), (text, CriteriaOperators.Equal), ("name", text), ("specialist", CriteriaOperators.Equal), ("phone", CriteriaOperators.Equal), ("email", CriteriaOperators.StartsWith), ("preference:" + text, CriteriaOperators.Equal) })
            {
                Catalogue().Compile(new Condition(field, name, text), s_moment).Errors.All(e => e.Code.StartsWith("Criteria", StringComparison.Ordinal)).Should().BeTrue();
            }
        }
    }

    [Theory]
    [InlineData("""[{"name":"x"}]""", "[]", "CriteriaMalformed", "$.customers[0].id")]
    [InlineData("""[{"id":"a"},{"id":"a"}]""", "[]", "CriteriaMalformed", "$.customers[1].id")]
    [InlineData("""[{"id":"a","shoe":1}]""", "[]", "CriteriaFieldUnknown", "$.customers[0].shoe")]
    [InlineData("""[{"id":"a","purchases.count":1}]""", "[]", "CriteriaFieldUnknown", "$.customers[0].purchases.count")]
    [InlineData("""[{"id":"a","stage":"gone"}]""", "[]", "CriteriaValueInvalid", "$.customers[0].stage")]
    [InlineData("""[{"id":"a","name":["x","y"]}]""", "[]", "CriteriaValueInvalid", "$.customers[0].name")]
    [InlineData("""{}""", "[]", "CriteriaMalformed", "$.customers")]
    [InlineData("""[{"id":"a"}]""", """[{"customer":"b","kind":"purchase","at":"2026-01-01"}]""", "CriteriaMalformed", "$.facts[0].customer")]
    [InlineData("""[{"id":"a"}]""", """[{"customer":"a","kind":"gift","at":"2026-01-01"}]""", "CriteriaMalformed", "$.facts[0].kind")]
    [InlineData("""[{"id":"a"}]""", """[{"customer":"a","kind":"purchase","at":"yesterday"}]""", "CriteriaValueInvalid", "$.facts[0].at")]
    [InlineData("""[{"id":"a"}]""", """[{"customer":"a","kind":"purchase","at":"2026-01-01","amount":"1"}]""", "CriteriaValueInvalid", "$.facts[0].amount")]
    [InlineData("""[{"id":"a"}]""", """[{"customer":"a","kind":"contact","at":"2026-01-01","channel":"Carrier Pigeon"}]""", "CriteriaValueInvalid", "$.facts[0].channel")]
    public void Records_ThatAreWrong_AreRefusedWithTheirPath(string customers, string facts, string code, string path)
    {
        var read = Catalogue().Read(JsonDocument.Parse(customers).RootElement, JsonDocument.Parse(facts).RootElement, "customer", s_moment);
        read.Errors.Select(e => (e.Code, e.Target)).Should().Equal((code, path));
    }

    private static FieldCatalogue<CriteriaRecord> Catalogue() => Catalogues.ForRecords();
}
