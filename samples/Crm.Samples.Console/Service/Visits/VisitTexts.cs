using Crm.Domain.Service;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;
using NodaTime;
using NodaTime.Text;

namespace Crm.Samples.Console.Service.Visits;

/// <summary>How moments, places, skills and parts are written at the command line.</summary>
internal static class VisitTexts
{
    public const string Moment = "An instant such as 2026-06-02T07:00:00Z, or a time by the clock at the place such as 2026-06-02T09:00.";

    private static readonly LocalDateTimePattern s_local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    public static Instant At(string text, string option, DateTimeZone zone) =>
        InstantPattern.ExtendedIso.Parse(text).TryGetValue(default, out var at) && at.InUtc().Year >= 1 ? at
        : s_local.Parse(text).TryGetValue(default, out var local) && local.Year >= 1 ? VisitTime.At(local, zone).OrFail()
        : throw CommandFailure.Usage($"{option} {text}: an instant such as 2026-06-02T07:00:00Z or a local time such as 2026-06-02T09:00 is expected.");

    public static LocalDate Day(string text, string option) => Cells.ParseDay(text) ?? throw CommandFailure.Usage($"{option} {text}: a date such as 2026-06-02 is expected.");

    public static DateTimeZone Zone(string text, string option) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(text) ?? throw CommandFailure.Usage($"{option} {text}: an IANA time zone such as Europe/Rome is expected.");

    public static GeoPoint? Place(string? text, string option) => text is null ? null
        : GeoPoint.TryParse(text, out var point) ? point
        : throw CommandFailure.Usage($"{option} {text}: latitude and longitude such as 41.9009,12.5020 are expected.");

    /// <summary><c>gas=3</c>, with an exclamation mark where a certificate is needed.</summary>
    public static IReadOnlyList<VisitSkillNeed> Needs(string[]? texts, string option) =>
        [.. (texts ?? []).Select(t => new VisitSkillNeed(Skill(t.TrimEnd('!'), option), t.EndsWith('!')))];

    /// <summary><c>gas=3</c>, with the last day of the certificate after an at sign.</summary>
    public static IReadOnlyList<TechnicianSkillDetails> Skills(string[]? texts, string option) => [.. (texts ?? []).Select(t => t.Split('@') switch
    {
        [var skill] => new TechnicianSkillDetails(Skill(skill, option)),
        [var skill, var until] => new TechnicianSkillDetails(Skill(skill, option), Day(until, option)),
        _ => throw CommandFailure.Usage($"{option} {t}: a skill such as gas=3 or gas=3@2027-06-30 is expected."),
    })];

    /// <summary><c>SEAL=2</c>; without a number it is one.</summary>
    public static IReadOnlyList<VisitParts> Parts(string[]? texts, string option) => [.. (texts ?? []).Select(t => t.Split('=') switch
    {
        [var sku] => new VisitParts(sku, 1),
        [var sku, var number] when Cells.ParseNumber(number) is { } quantity => new VisitParts(sku, quantity),
        _ => throw CommandFailure.Usage($"{option} {t}: a part such as SEAL=2 is expected."),
    })];

    private static SkillLevel Skill(string text, string option)
    {
        try
        {
            return SkillLevel.Parse(text);
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            throw CommandFailure.Usage($"{option}: {wrong.Message.Split(" (Parameter")[0]}");
        }
    }
}
