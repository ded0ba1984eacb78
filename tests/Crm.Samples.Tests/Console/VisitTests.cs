using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary>Field service at the command line.</summary>
public sealed class VisitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "SC-20")]
    public async Task Visit_FromRequestToReport_GoesThroughEveryVerb()
    {
        await PrepareAsync();
        var visit = Text(await Create("Kettle leaks", "--case", "C-000001", "--skill", "gas=2", "--part", "SEAL=2", "--duration", "40m"), "number");
        visit.Should().Be("V-000001");
        (await Json("visit", "slots", visit, "--take", "3")).GetProperty("slots")[0].GetProperty("technician").GetString().Should().Be("Ada");
        var booked = await Json("visit", "book", visit, "--technician", "ada", "--start", "2999-06-04T09:00");
        Text(booked, "status").Should().Be("scheduled");
        (Text(Booking(booked), "start"), Text(Booking(booked), "end")).Should().Be(("2999-06-04T07:00:00Z", "2999-06-04T07:40:00Z"), "the clock at the place is two hours ahead");
        Text(Booking(await Json("visit", "rebook", visit, "--technician", "ada", "--start", "2999-06-04T10:00")), "start").Should().Be("2999-06-04T08:00:00Z");
        Text(await Json("visit", "calendar", visit, "--organiser", "service@example.org", "--to", "anna@example.com"), "calendar").Should().Contain("METHOD:REQUEST").And.Contain("SEQUENCE:1");
        var day = await Json("technician", "plan", "ada", "2999-06-04");
        Text(day.GetProperty("bookings")[0], "visit").Should().Be(visit);
        Text(Booking(await Json("visit", "depart", visit)), "status").Should().Be("travelling");
        Text(Booking(await Json("visit", "arrive", visit)), "status").Should().Be("onSite");
        var done = await Json("visit", "complete", visit, "--report", "New seal", "--part", "SEAL=1", "--on-site", "25m");
        (Text(done, "status"), Booking(done).GetProperty("onSiteMinutes").GetDouble(), Booking(done).GetProperty("partsUsed").GetArrayLength()).Should().Be(("done", 25, 1));

        var second = Text(await Create("Still leaks"), "number");
        (await Json("visit", "list")).GetProperty("items").GetArrayLength().Should().Be(1);
        await Json("visit", "book", second, "--technician", "ada", "--start", "2999-06-04T14:00");
        Text(await Json("visit", "no-show", second, "--reason", "Nobody opened"), "status").Should().Be("requested");
        await Json("visit", "book", second, "--technician", "ada", "--start", "2999-06-04T15:00");
        Text(await Json("visit", "cancel", second, "--booking", "--reason", "Customer ill"), "status").Should().Be("requested");
        var plan = await Json("visit", "plan-day", "2999-06-04", "--apply", "--iterations", "50");
        Text(plan.GetProperty("bookings")[0], "visit").Should().Be(second);
        Text(await Json("visit", "cancel", second, "--reason", "Sold"), "status").Should().Be("cancelled");
        (await Json("visit", "show", second)).GetProperty("bookings").GetArrayLength().Should().Be(3);
        (await Json("visit", "list", "--status", "all")).GetProperty("items").GetArrayLength().Should().Be(2);
    }

    [Fact]
    [Trait("Check", "SC-20")]
    public async Task WhatCannotBe_IsRefusedWithItsCode()
    {
        await PrepareAsync();
        var first = Text(await Create("A"), "number");
        var second = Text(await Create("B", "--skill", "roof=1"), "number");
        await Json("visit", "book", first, "--technician", "ada", "--start", "2999-06-04T09:00");
        (await Code("visit", "book", second, "--technician", "ada", "--start", "2999-06-04T09:30")).Should().Equal("SkillMissing", "TechnicianBusy");
        (await Code("visit", "book", second, "--technician", "eve", "--start", "2999-06-04T09:30")).Should().Equal("TechnicianNotFound");
        (await Code("visit", "depart", second)).Should().Equal("VisitNotBooked");
        (await Code("visit", "complete", first, "--report", "Done")).Should().Equal("BookingTransitionNotAllowed");
        (await Code("visit", "submit", first)).Should().Equal("VisitTransitionNotAllowed");
        (await Code("visit", "show", "V-999999")).Should().Equal("VisitNotFound");
        (await Code("visit", "rebook", first, "--technician", "ada", "--start", "2999-06-04T09:01")).Should().Equal("BookingNotOnGrid");
        (await Code("visit", "rebook", first, "--technician", "ada", "--start", "2999-06-04T09:00", "--end", "2999-06-04T08:00")).Should().Equal("BookingReversed");
        (await Code("visit", "create", "anna@example.com", "--subject", "C", "--city", "Roma", "--from", "2026-03-29T02:30", "--until", "2999-06-05T18:00", "--zone", "Europe/Rome")).Should().Equal("LocalTimeSkipped");
        (await Code("technician", "absent", "ada", "--from", "2999-06-04T09:00", "--until", "2999-06-04T08:00")).Should().Equal("AbsenceReversed");
        (await Json("technician", "retire", "ada")).GetProperty("isActive").GetBoolean().Should().BeFalse();
        (await Json("technician", "list")).GetProperty("technicians").GetArrayLength().Should().Be(1);
    }

    [Theory]
    [InlineData("visit")]
    [InlineData("visit create x --subject y --city z --from soon --until later")]
    [InlineData("visit create x --subject y --city z --from 2026-06-01T08:00 --until 2026-06-01T09:00 --zone Europe/Atlantis")]
    [InlineData("visit create x --subject y --city z --from 2026-06-01T08:00 --until 2026-06-01T09:00 --place 99,0")]
    [InlineData("visit list --status lost")]
    [InlineData("visit plan-day someday")]
    [InlineData("technician add ada --hours late")]
    [InlineData("technician add ada --skill gas=3@never")]
    public async Task WrongUsage_IsSaidWithStatus2(string line)
    {
        var run = await CrmRun.RunAsync(_folder.Path, line.Split(' '));
        run.ExitCode.Should().Be(2, run.Errors);
        Directory.GetFiles(_folder.Path).Should().BeEmpty("a command that does nothing touches no database");
    }

    private async Task PrepareAsync()
    {
        await File.WriteAllTextAsync(_folder.File("customers.csv"), "id,givenName,familyName,email\n1,Anna,Rossi,anna@example.com\n");
        await Json("import", "customers", "customers.csv");
        await Json("queue", "create", "Support");
        await Json("queue", "add", "Support", "--customer", "anna@example.com", "--subject", "Broken");
        await Json("technician", "add", "ada", "--name", "Ada", "--zone", "Europe/Rome", "--hours", "08:00-12:00", "13:00-17:00", "--skill", "gas=3@2999-12-31", "--home", "41.9009,12.5020");
    }

    private Task<JsonElement> Create(string subject, params string[] more) => Json(
        ["visit", "create", "anna@example.com", "--subject", subject, "--street", "Via Roma 1", "--city", "Roma", "--country", "IT", "--zone", "Europe/Rome", "--from", "2999-06-03T08:00", "--until", "2999-06-05T18:00", "--place", "41.9,12.5", .. more]);

    private Task<JsonElement> Json(params string[] args) => CrmRun.JsonAsync(_folder.Path, args);

    private async Task<IEnumerable<string?>> Code(params string[] args)
    {
        var run = await CrmRun.RunAsync(_folder.Path, [.. args, "--json"]);
        run.ExitCode.Should().Be(1, run.Errors);
        return run.Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("code").GetString()).Order(StringComparer.Ordinal);
    }

    private static JsonElement Booking(JsonElement visit) => visit.GetProperty("bookings").EnumerateArray().Last();

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
