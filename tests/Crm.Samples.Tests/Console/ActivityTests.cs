using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

public sealed class ActivityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "IN-09")]
    public async Task Call_PlannedOverdueThenHeld_LeavesAContactAndAFollowUp()
    {
        await CustomerAsync();
        var call = await JsonAsync("activity", "plan", "call", "Call Anna back", "--at", "2020-01-02T09:00", "--zone", "Europe/Rome", "--customer", "anna@example.com", "--remind", "1h", "--assignee", "ada");
        (call.GetProperty("at").GetString(), call.GetProperty("until").GetString(), call.GetProperty("status").GetString(), call.GetProperty("overdue").GetBoolean())
            .Should().Be(("2020-01-02T08:00:00Z", "2020-01-02T08:15:00Z", "planned", true));
        var id = call.GetProperty("id").GetString()!;

        (await JsonAsync("activity", "list", "--overdue", "--assignee", "ada")).GetProperty("items").EnumerateArray().Single().GetProperty("id").GetString().Should().Be(id);
        (await JsonAsync("activity", "list", "--overdue", "--at", "2020-01-02T08:10:00Z")).GetProperty("items").GetArrayLength().Should().Be(0);
        (await JsonAsync("activity", "list", "--customer", "import:1", "--from", "2020-01-02", "--until", "2020-01-03")).GetProperty("items").GetArrayLength().Should().Be(1);
        (await JsonAsync("activity", "remind")).GetProperty("raised").GetArrayLength().Should().Be(0, "its reminders were past when it was planned");

        var held = await JsonAsync("activity", "hold", id, "--took", "20m", "--outcome", "Wants it in red", "--follow-up", "Order it in red", "--follow-up-at", "2099-01-05", "--remind", "1d");
        (held.GetProperty("activity").GetProperty("status").GetString(), held.GetProperty("activity").GetProperty("tookSeconds").GetDouble()).Should().Be(("held", 1200));
        var contact = await JsonAsync("interaction", "show", held.GetProperty("contact").GetString()!);
        (contact.GetProperty("channel").GetString(), contact.GetProperty("durationSeconds").GetDouble(), contact.GetProperty("at").GetString()).Should().Be(("phone", 1200, "2020-01-02T08:00:00Z"));
        var task = await JsonAsync("activity", "show", held.GetProperty("followUp").GetString()!);
        (task.GetProperty("about").GetProperty("kind").GetString(), task.GetProperty("reminders")[0].GetProperty("dueAt").GetString()).Should().Be(("interaction", "2099-01-04T00:00:00Z"));

        await RefusedAsync("ActivityTransitionNotAllowed", "activity", "miss", id);
        await RefusedAsync("ActivityNotDue", "activity", "miss", held.GetProperty("followUp").GetString()!);
        await RefusedAsync("ActivityNotFound", "activity", "show", "nothing");
        await RefusedAsync("ActivityKindUnknown", "activity", "plan", "picnic", "Eat", "--at", "2026-01-01");
        (await CrmRun.RunAsync(_folder.Path, ["activity", "plan", "task", "X", "--at", "soon"])).ExitCode.Should().Be(2);
        (await CrmRun.RunAsync(_folder.Path, ["activity", "plan", "task", "X", "--at", "2026-01-01", "--repeat", "FREQ=HOURLY"])).ExitCode.Should().Be(2);
    }

    [Fact]
    [Trait("Check", "IN-09")]
    public async Task Meeting_InvitedByCalendarAndAnswered_IsMovedAndCalledOff()
    {
        await CustomerAsync();
        var meeting = await JsonAsync(
            "activity", "plan", "meeting", "Look at kettles", "--at", "2099-06-03T10:00", "--zone", "Europe/Rome", "--customer", "import:1", "--place", "Milano", "--repeat", "FREQ=MONTHLY;BYDAY=1WE",
            "--invite", "organiser:ada@shop.example:Ada", "--invite", "required:anna@example.com:Anna Rossi", "--remind", "15m");
        var id = meeting.GetProperty("id").GetString()!;
        var file = _folder.File("invitation.ics");
        await JsonAsync("activity", "ics", id, "--method", "request", "--out", file);
        (await File.ReadAllTextAsync(file)).Should().Contain("METHOD:REQUEST\r\n").And.Contain("DTSTART;TZID=Europe/Rome:20990603T100000\r\n").And.Contain("RRULE:FREQ=MONTHLY;BYDAY=1WE\r\n");

        var reply = _folder.File("reply.ics");
        await File.WriteAllTextAsync(reply, $"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:{id}\r\nSEQUENCE:0\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.com\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        (await JsonAsync("activity", "reply", reply, "--from", "anna@example.com")).GetProperty("participants")[1].GetProperty("acceptance").GetString().Should().Be("accepted");
        await RefusedAsync("CalendarAttendeeUnknown", "activity", "reply", reply, "--from", "eve@example.com");

        var moved = await JsonAsync("activity", "reschedule", id, "--at", "2099-06-04T10:00", "--zone", "Europe/Rome", "--reason", "Anna is away");
        (moved.GetProperty("sequence").GetInt32(), moved.GetProperty("moves")[0].GetProperty("reason").GetString()).Should().Be((1, "Anna is away"));
        await RefusedAsync("CalendarReplyOutdated", "activity", "reply", reply, "--from", "anna@example.com");
        (await JsonAsync("activity", "cancel", id, "--outcome", "Closed")).GetProperty("next").GetProperty("at").GetString().Should().Be("2099-07-01T08:00:00Z");
        (await JsonAsync("activity", "ics", id, "--method", "cancel")).GetProperty("calendar").GetString().Should().Contain("STATUS:CANCELLED");
        (await JsonAsync("activity", "ics", "--customer", "import:1")).GetProperty("calendar").GetString().Should().Contain("METHOD:PUBLISH").And.NotContain("ATTENDEE");
    }

    private async Task CustomerAsync()
    {
        var file = _folder.File("customers.csv");
        await File.WriteAllTextAsync(file, "id,givenName,familyName,email\n1,Anna,Rossi,anna@example.com\n");
        await JsonAsync("import", "customers", file);
    }

    private async Task RefusedAsync(string code, params string[] args)
    {
        var run = await CrmRun.RunAsync(_folder.Path, [.. args, "--json"]);
        run.ExitCode.Should().Be(1, run.Errors);
        run.Json.GetProperty("errors")[0].GetProperty("code").GetString().Should().Be(code);
    }

    private Task<JsonElement> JsonAsync(params string[] args) => CrmRun.JsonAsync(_folder.Path, args);
}
