using System.Globalization;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace Crm.Samples.Console.Interactions;

/// <summary>Reads what people write about activities.</summary>
internal static class ActivityTexts
{
    private static readonly LocalDateTimePattern[] s_local =
        [LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"), LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm"), LocalDateTimePattern.ExtendedIso];

    public static DateTimeZone Zone(string option, string? id) => id is null
        ? DateTimeZone.Utc
        : DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? throw CommandFailure.Usage($"{option} {id}: an IANA time zone such as Europe/Rome is expected.");

    /// <summary>An instant, or a time on the clock of a zone.</summary>
    public static Instant Moment(string option, string text, DateTimeZone zone) =>
        InstantPattern.ExtendedIso.Parse(text).TryGetValue(default, out var at) ? at
        : Array.ConvertAll(s_local, p => p.Parse(text)).FirstOrDefault(p => p.Success) is { } local ? local.Value.InZone(zone, Resolvers.LenientResolver).ToInstant()
        : LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var day) ? zone.AtStartOfDay(day).ToInstant()
        : throw CommandFailure.Usage($"{option} {text}: a time such as 2026-06-03T10:00, an instant such as 2026-06-03T08:00:00Z, or a day is expected.");

    /// <summary>How long: 15m, 2h, 1d.</summary>
    public static Duration Length(string option, string text) =>
        int.TryParse(text.AsSpan(0, Math.Max(0, text.Length - 1)), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 100_000
            ? text[^1] switch { 'm' => Duration.FromMinutes(count), 'h' => Duration.FromHours(count), 'd' => Duration.FromDays(count), _ => throw Wrong(option, text) }
            : throw Wrong(option, text);

    public static ActivityKind Kind(string text)
    {
        try
        {
            return new ActivityKind(text);
        }
        catch (ArgumentException)
        {
            throw CommandFailure.Usage($"{text}: a kind such as task, call or meeting is expected.");
        }
    }

    public static ActivityId Id(CrmSession session, string text) =>
        ActivityId.TryParse(text, null, out var id) ? id : throw CommandFailure.Refused([session.Errors.ActivityNotFound(text)]);

    public static SubjectReference About(string text) => text.Split(':', 2) is [{ Length: > 0 and <= 32 } kind, var id] && Guid.TryParse(id, out var guid)
        ? new SubjectReference(kind, guid)
        : throw CommandFailure.Usage($"--about {text}: a kind and an id are expected, such as case:0197….");

    /// <summary>Who is invited: <c>required:anna@example.com:Anna Rossi</c>.</summary>
    public static ContactParty Party(string text) => text.Split(':', 3) is [var role, { Length: > 0 } address, ..] parts
        ? new ContactParty(role.OneOf("--invite", s_roles), address, parts.Length == 3 ? parts[2] : null)
        : throw CommandFailure.Usage($"--invite {text}: a role and an address are expected, such as required:anna@example.com:Anna Rossi.");

    private static readonly Dictionary<string, ParticipantRole> s_roles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["organiser"] = ParticipantRole.Organiser, ["required"] = ParticipantRole.Required, ["optional"] = ParticipantRole.Optional,
    };

    private static CommandFailure Wrong(string option, string text) => CommandFailure.Usage($"{option} {text}: a length such as 15m, 2h or 1d is expected.");
}
