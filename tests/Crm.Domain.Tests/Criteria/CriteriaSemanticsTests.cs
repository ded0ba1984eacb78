using System.Text.Json;
using Crm.Domain.Criteria;
using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Tests.Criteria;

/// <summary>What each operator means, said in members: of null, of several values, of windows.</summary>
[Trait("Check", "XC-01")]
public class CriteriaSemanticsTests
{
    private const string Records = """
        [
          {"id":"anna","kind":"person","name":"Anna Rossi","familyName":"Rossi","birthDate":"1984-02-29","language":"it","stage":"active","city":["Milano","Roma"],"country":"IT","tag":["VIP","new"],
           "registeredAt":"2026-01-01T00:00:00Z","custom:size":38.5,"custom:hobbies":["chess","rowing"],"custom:vegan":true,"email":"anna@example.com","phone":"+39021234567","preference:delivery":"Morning"},
          {"id":"bob","kind":"organisation","name":"BOB'S 100% GmbH","stage":"prospect","city":"München","country":"DE","registeredAt":"2026-05-31T08:00:00Z","custom:size":40,"custom:vegan":false,"custom:hobbies":["chess"]},
          {"id":"cid","name":"Cid"}
        ]
        """;

    private const string Facts = """
        [
          {"customer":"anna","kind":"purchase","at":"2026-06-01","product":"A","amount":300},
          {"customer":"anna","kind":"purchase","at":"2026-03-03","product":"A","amount":250,"currency":"EUR"},
          {"customer":"anna","kind":"return","at":"2026-04-01","product":"A","amount":-100},
          {"customer":"anna","kind":"purchase","at":"2026-06-02","product":"B","amount":1000},
          {"customer":"bob","kind":"purchase","at":"2026-03-02","product":"A","amount":600},
          {"customer":"bob","kind":"purchase","at":"2026-03-02T12:00:00Z","product":"B","amount":1},
          {"customer":"anna","kind":"contact","at":"2026-05-30T08:00:00Z","channel":"phone","direction":"inbound"},
          {"customer":"bob","kind":"interaction","at":"2025-06-01T08:00:00Z","channel":"email","direction":"outbound"},
          {"customer":"bob","kind":"case","at":"2026-05-01T08:00:00Z","status":"waitingOnCustomer"},
          {"customer":"bob","kind":"case","at":"2026-05-02T08:00:00Z","status":"closed"}
        ]
        """;

    private static readonly CriteriaMoment s_moment = new(Instant.FromUtc(2026, 6, 1, 8, 0), DateTimeZone.Utc);
    private static readonly FieldCatalogue<CriteriaRecord> s_catalogue = Catalogue();
    private static readonly IReadOnlyList<CriteriaRecord> s_records = s_catalogue.Read(JsonDocument.Parse(Records).RootElement, JsonDocument.Parse(Facts).RootElement, "customer", s_moment).Value;

    public static TheoryData<string, string> Questions => new()
    {
        // Text: folded on both sides; a positive operator never holds without a value, its negation always.
        { """{"field":"name","operator":"equals","value":"ANNA ROSSI"}""", "anna" },
        { """{"field":"familyName","operator":"notEquals","value":"rossi"}""", "bob cid" },
        { """{"field":"name","operator":"contains","value":"100%"}""", "bob" },
        { """{"field":"name","operator":"startsWith","value":"bob's"}""", "bob" },
        { """{"field":"name","operator":"endsWith","value":"ＧＭＢＨ"}""", "bob" },
        { """{"field":"name","operator":"notContains","value":"o"}""", "cid" },
        { """{"field":"name","operator":"in","value":["cid","anna rossi"]}""", "anna cid" },
        { """{"field":"name","operator":"notIn","value":["cid","anna rossi"]}""", "bob" },

        // Several values: one is enough, and none for the negation.
        { """{"field":"city","operator":"equals","value":"roma"}""", "anna" },
        { """{"field":"city","operator":"notEquals","value":"roma"}""", "bob cid" },
        { """{"not":{"field":"city","operator":"startsWith","value":"m"}}""", "cid" },
        { """{"field":"tag","operator":"equals","value":"vip"}""", "anna" },
        { """{"field":"city","operator":"isEmpty"}""", "cid" },
        { """{"field":"custom:hobbies","operator":"in","value":["rowing"]}""", "anna" },
        { """{"field":"custom:hobbies","operator":"notEquals","value":"rowing"}""", "bob cid" },

        // Choices and flags are compared exactly.
        { """{"field":"stage","operator":"in","value":["active","lost"]}""", "anna" },
        { """{"field":"country","operator":"notEquals","value":"IT"}""", "bob cid" },
        { """{"field":"custom:vegan","operator":"equals","value":false}""", "bob" },
        { """{"field":"custom:vegan","operator":"notEquals","value":true}""", "bob cid" },
        { """{"field":"kind","operator":"isEmpty"}""", "cid" },

        // Numbers.
        { """{"field":"custom:size","operator":"lessThan","value":40}""", "anna" },
        { """{"field":"custom:size","operator":"lessOrEqual","value":40.0000}""", "anna bob" },
        { """{"not":{"field":"custom:size","operator":"greaterThan","value":39}}""", "anna cid" },
        { """{"field":"custom:size","operator":"between","value":[38.5,39]}""", "anna" },
        { """{"not":{"field":"custom:size","operator":"between","value":[38.5,39]}}""", "bob cid" },
        { """{"field":"custom:size","operator":"isNotEmpty"}""", "anna bob" },

        // Days and instants.
        { """{"field":"birthDate","operator":"before","value":"1984-03-01"}""", "anna" },
        { """{"field":"registeredAt","operator":"withinLast","value":1}""", "bob" },
        { """{"field":"registeredAt","operator":"olderThan","value":1}""", "anna" },
        { """{"field":"registeredAt","operator":"after","value":"2026-01-01"}""", "bob" },
        { """{"field":"registeredAt","operator":"between","value":["2026-01-01","2026-05-31T08:00:00Z"]}""", "anna bob" },
        { """{"not":{"field":"interactions.last","operator":"withinLast","value":90}}""", "bob cid" },
        { """{"field":"interactions.last","operator":"olderThan","value":90}""", "bob" },

        // Facts count up to the moment, and from the window's first day on; what came back counts in sums alone.
        { """{"field":"purchases.sum","operator":"greaterThan","value":500,"days":90}""", "" },
        { """{"field":"purchases.sum","operator":"greaterThan","value":500,"days":91}""", "bob" },
        { """{"field":"purchases.sum","operator":"equals","value":450,"days":90}""", "anna" },
        { """{"field":"purchases.sum","operator":"equals","value":0}""", "cid" },
        { """{"field":"purchases.sum","operator":"equals","value":250,"where":{"field":"currency","operator":"equals","value":"EUR"}}""", "anna" },
        { """{"field":"purchases.count","operator":"greaterOrEqual","value":2}""", "anna bob" },
        { """{"field":"purchases.count","operator":"equals","value":1,"where":{"field":"amount","operator":"lessThan","value":260}}""", "anna bob" },
        { """{"all":[{"field":"purchases.product","operator":"equals","value":"A"},{"field":"purchases.product","operator":"notEquals","value":"B"}]}""", "anna" },
        { """{"field":"purchases.last","operator":"equals","value":"2026-06-01"}""", "anna" },
        { """{"field":"purchases.last","operator":"isEmpty"}""", "cid" },
        { """{"field":"purchases.exists","operator":"equals","value":true,"days":0}""", "anna" },
        { """{"field":"purchases.exists","operator":"notEquals","value":true,"days":0}""", "bob cid" },
        { """{"field":"interactions.channel","operator":"in","value":["phone"],"days":90}""", "anna" },
        { """{"field":"interactions.count","operator":"equals","value":1,"where":{"field":"direction","operator":"equals","value":"outbound"}}""", "bob" },
        { """{"field":"cases.open","operator":"greaterThan","value":0}""", "bob" },
        { """{"field":"cases.count","operator":"equals","value":2}""", "bob" },

        // What people type finds what is stored.
        { """{"field":"phone","operator":"equals","value":"+39 02 123-4567"}""", "anna" },
        { """{"field":"email","operator":"endsWith","value":"@EXAMPLE.com"}""", "anna" },
        { """{"field":"preference:delivery","operator":"equals","value":"morning"}""", "anna" },

        // Groups.
        { """{"all":[]}""", "anna bob cid" },
        { """{"any":[]}""", "" },
        { """{"not":{"all":[{"field":"country","operator":"equals","value":"IT"},{"not":{"any":[{"field":"stage","operator":"equals","value":"lost"}]}}]}}""", "bob cid" },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public void Criteria_OnRecords_HaveTheseMembers(string json, string members) =>
        string.Join(' ', Evaluate(json).Where(r => r.Holds).Select(r => r.Id)).Should().Be(members);

    [Fact]
    public void Explanation_OfARecord_SaysWhichConditionsHeld() => Evaluate("""{"any":[{"field":"country","operator":"equals","value":"IT"},{"not":{"field":"tag","operator":"equals","value":"vip"}}]}""")[0].Conditions.Should().Equal(
        new ConditionOutcome("$.any[0]", "country", "equals", true), new ConditionOutcome("$.any[1].not", "tag", "equals", true));

    [Fact]
    public void Window_AtTheEndsOfTime_IsCutInsteadOfFailing()
    {
        foreach (var at in new[] { Instant.FromUtc(1, 1, 1, 0, 0), Instant.FromUtc(9999, 12, 31, 23, 0) })
        {
            foreach (var json in new[] { """{"field":"birthDate","operator":"withinLast","value":36500}""", """{"field":"registeredAt","operator":"withinNext","value":36500}""", """{"field":"purchases.count","operator":"equals","value":0,"days":36500}""" })
            {
                s_catalogue.Evaluate(Criterion.Parse(json).Value, new CriteriaMoment(at, DateTimeZoneProviders.Tzdb["Pacific/Auckland"]), s_records).Succeeded.Should().BeTrue();
            }
        }
    }

    private static IReadOnlyList<RecordOutcome> Evaluate(string json) => s_catalogue.Evaluate(Criterion.Parse(json).Value, s_moment, s_records).Value;

    private static FieldCatalogue<CriteriaRecord> Catalogue()
    {
        CustomField Field(string key, FieldType type) => new(CustomFieldId.New(Instant.FromUtc(2026, 1, 1, 0, 0)), SubjectKinds.Customer, key, type) { AllowsSeveral = true };
        return Catalogues.ForRecords(Field("size", FieldType.Number), Field("hobbies", FieldType.Choice), Field("vegan", FieldType.Flag));
    }
}
