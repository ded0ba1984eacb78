using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary>Calendars and policies at the command line.</summary>
public sealed class ServiceLevelTests : IDisposable
{
    private const string Hours = """{"zone":"Europe/Rome","weekly":{"weekdays":["09:00-12:00","13:00-17:30"]},"holidays":[{"date":"2026-12-25","name":"Natale"}]}""";

    private const string Terms = """{"targets":{"all":{"firstResponse":240,"resolution":{"days":3}},"urgent":{"firstResponse":30,"resolution":240}}}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "SC-06")]
    public async Task Calendar_MadeChangedAndFed_IsShownWithItsVersions()
    {
        await FileAsync("hours.json", Hours);
        await FileAsync("longer.json", Hours.Replace("17:30", "19:00", StringComparison.Ordinal));
        await FileAsync("days.json", """{"days":[{"date":"2026-12-24","open":["09:00-12:00"]}],"breaks":[{"date":"2026-12-23","closed":["09:00-10:00"]}]}""");
        var year = DateTime.UtcNow.Year + 1;
        await FileAsync("italy.ics", $"BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:19480602\nRRULE:FREQ=YEARLY\nSUMMARY:Festa della Repubblica\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:{year}0328\nSUMMARY:Inizio ora legale\nEND:VEVENT\nEND:VCALENDAR\n");

        (await Json("calendar", "create", "default", "hours.json", "--name", "Desk")).GetProperty("number").GetInt32().Should().Be(1);
        (await Json("calendar", "week", "default", "longer.json")).GetProperty("hours").GetProperty("weekly").GetProperty("monday")[1].GetString().Should().Be("13:00-19:00");
        var imported = await Json("calendar", "import-holidays", "default", "italy", "italy.ics");
        (imported.GetProperty("events").GetInt32(), imported.GetProperty("ignored").GetInt32()).Should().Be((2, 1));
        imported.GetProperty("added").GetInt32().Should().BeInRange(4, 5).And.Be(imported.GetProperty("days").GetInt32());
        (await Json("calendar", "import-holidays", "default", "italy", "italy.ics")).GetProperty("isChanged").GetBoolean().Should().BeFalse();
        var days = (await Json("calendar", "holidays", "default", "--file", "days.json", "--set", "2026-12-31=Silvester", "--clear", "2026-12-25")).GetProperty("days").EnumerateArray().ToList();
        days.Where(d => d.GetProperty("feed").ValueKind == JsonValueKind.Null).Select(d => d.GetProperty("date").GetString()).Should().Equal("2026-12-23", "2026-12-24", "2026-12-31");
        var shown = await Json("calendar", "show", "default");
        (shown.GetProperty("name").GetString(), shown.GetProperty("versions").GetArrayLength()).Should().Be(("Desk", 5));
        (await Json("calendar", "list")).GetProperty("calendars")[0].GetProperty("versions").GetInt32().Should().Be(5);
    }

    [Fact]
    [Trait("Check", "SC-09")]
    public async Task Policy_MadeOrderedAndExplained_SaysWhy()
    {
        await PrepareAsync();
        await FileAsync("urgent.json", $$"""{"name":"Urgent","condition":{"field":"priority","operator":"equals","value":"urgent"},"terms":{{Terms}}}""");
        await FileAsync("usual.json", $$"""{"name":"Usual","default":true,"terms":{{Terms}}}""");
        await FileAsync("old.json", $$"""{"name":"Old","condition":{"all":[]},"validUntil":"2026-01-01T00:00:00Z","terms":{{Terms}}}""");
        await FileAsync("terms.json", Terms.Replace("240}}", "120}}", StringComparison.Ordinal));
        await Json("sla-policy", "create", "old.json");
        (await Json("sla-policy", "create", "urgent.json")).GetProperty("position").GetInt32().Should().Be(2);
        await Json("sla-policy", "create", "usual.json");
        await Json("sla-policy", "order", "Urgent", "Old", "Usual");
        (await Json("sla-policy", "list")).GetProperty("policies").EnumerateArray().Select(p => p.GetProperty("name").GetString()).Should().Equal("Urgent", "Old", "Usual");
        (await Json("sla-policy", "publish", "Urgent", "terms.json")).GetProperty("number").GetInt32().Should().Be(2);

        var explained = await Json("sla-policy", "explain", await CaseAsync("urgent"));
        explained.GetProperty("policy").GetString().Should().Be("Urgent");
        explained.GetProperty("resolution").GetString().Should().Be("120 min");
        var usual = await Json("sla-policy", "explain", await CaseAsync("normal"));
        usual.GetProperty("tried").EnumerateArray().Select(t => t.GetProperty("verdict").GetString()).Should().Equal("conditionFails", "expired", "chosenAsDefault");
        usual.GetProperty("tried")[0].GetProperty("conditions")[0].GetProperty("holds").GetBoolean().Should().BeFalse();

        (await Code("sla-policy", "retire", "Usual")).Should().Be((1, "SlaPolicyIsDefault"));
        (await Json("sla-policy", "default", "Urgent")).GetProperty("isDefault").GetBoolean().Should().BeTrue();
        (await Json("sla-policy", "retire", "Usual")).GetProperty("isActive").GetBoolean().Should().BeFalse();
        (await Json("sla-policy", "list", "--all")).GetProperty("policies").GetArrayLength().Should().Be(3);
        (await Json("sla-policy", "show", "Urgent")).GetProperty("versions").GetArrayLength().Should().Be(2);
    }

    [Fact]
    public async Task WhatCannotBe_IsRefusedWithItsCode()
    {
        await PrepareAsync();
        await FileAsync("bad.json", """{"zone":"Europe/Rome","weekly":{"monday":["nine"]}}""");
        await FileAsync("reversed.json", """{"zone":"Europe/Rome","weekly":{"monday":["17:00-09:00"]}}""");
        await FileAsync("bad.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:soon\nEND:VEVENT\nEND:VCALENDAR");
        await FileAsync("policy.json", """{"name":"x","terms":{"targets":{"all":{"firstResponse":60,"resolution":30}}}}""");
        await FileAsync("typo.json", """{"name":"x","terms":{"targets":{"all":{"response":60}}}}""");
        (await Code("calendar", "create", "other", "bad.json")).Should().Be((3, "ServiceDefinitionUnreadable"));
        (await Code("calendar", "create", "other", "reversed.json")).Should().Be((1, "ServiceIntervalReversed"));
        (await Code("calendar", "create", "default", "hours.json")).Should().Be((1, "ServiceCalendarKeyTaken"));
        (await Code("calendar", "show", "nowhere")).Should().Be((1, "ServiceCalendarNotFound"));
        (await Code("calendar", "import-holidays", "default", "italy", "bad.ics")).Should().Be((3, "CalendarUnreadable"));
        (await Code("sla-policy", "create", "policy.json")).Should().Be((1, "SlaResponseAfterResolution"));
        (await Code("sla-policy", "create", "typo.json")).Should().Be((3, "ServiceDefinitionUnreadable"));
        (await Code("sla-policy", "show", "nothing")).Should().Be((1, "SlaPolicyNotFound"));
        (await CrmRun.RunAsync(_folder.Path, ["calendar", "holidays", "default", "--set", "soon"])).ExitCode.Should().Be(2);
    }

    private async Task PrepareAsync()
    {
        await FileAsync("customers.csv", "id,givenName,familyName,email\n1,Anna,Rossi,anna@example.com\n");
        await Json("import", "customers", "customers.csv");
        await FileAsync("hours.json", Hours);
        await Json("calendar", "create", "default", "hours.json");
    }

    private async Task<string> CaseAsync(string priority) =>
        (await Json("case", "open", "anna@example.com", "Broken", "--priority", priority)).GetProperty("number").GetString()!;

    private Task FileAsync(string name, string text) => File.WriteAllTextAsync(_folder.File(name), text);

    private Task<JsonElement> Json(params string[] args) => CrmRun.JsonAsync(_folder.Path, args);

    private async Task<(int, string?)> Code(params string[] args)
    {
        var run = await CrmRun.RunAsync(_folder.Path, [.. args, "--json"]);
        return (run.ExitCode, run.ExitCode == 0 ? null : run.Json.GetProperty("errors")[0].GetProperty("code").GetString());
    }
}
