using System.Globalization;
using Crm.Domain.Interactions;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using NodaTime;
using NodaTime.Text;

namespace Crm.Samples.Console.Interactions;

/// <summary>Reads what commands on contacts are given.</summary>
internal static class ContactOptions
{
    private static readonly Dictionary<string, Direction> s_directions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["in"] = Direction.Inbound, ["out"] = Direction.Outbound, ["internal"] = Direction.Internal, ["inbound"] = Direction.Inbound, ["outbound"] = Direction.Outbound,
    };

    public static Direction Way(string text) => text.OneOf("--direction", s_directions);

    public static ChannelKey Channel(string text)
    {
        try
        {
            return new ChannelKey(text);
        }
        catch (ArgumentException)
        {
            throw CommandFailure.Usage($"--channel {text}: lower-case letters, digits and hyphens are expected.");
        }
    }

    /// <summary>A name of an enumeration in lower case with hyphens, such as <c>no-answer</c>.</summary>
    public static T Named<T>(string option, string text)
        where T : struct, Enum => text.OneOf(option, Enum.GetValues<T>().ToDictionary(Kebab, StringComparer.OrdinalIgnoreCase));

    public static IReadOnlyList<string> List(string? text) => (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static Instant? When(string option, string? text) => text is null ? null
        : InstantPattern.ExtendedIso.Parse(text).TryGetValue(default, out var instant) ? instant
        : LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var day) ? day.AtMidnight().InUtc().ToInstant()
        : throw CommandFailure.Usage($"{option} {text}: a day like 2026-06-01 or an instant like 2026-06-01T08:00:00Z is expected.");

    /// <summary>A length such as <c>90s</c>, <c>4m</c> or <c>1h</c>; a bare number is seconds.</summary>
    public static Duration? Length(string option, string? text)
    {
        if (text is null)
        {
            return null;
        }

        var (number, unit) = text.Length > 0 && char.IsAsciiLetter(text[^1]) ? (text[..^1], text[^1]) : (text, 's');
        var seconds = unit switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 };
        return seconds > 0 && double.TryParse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 1e9
            ? Duration.FromMilliseconds(value * 1000 * seconds)
            : throw CommandFailure.Usage($"{option} {text}: a length such as 90s, 4m or 1h is expected.");
    }

    /// <summary>Participants as <c>ROLE=ADDRESS</c>.</summary>
    public static IReadOnlyList<ContactParty> Parties(IEnumerable<string> texts) =>
    [
        .. texts.Select(t => t.Split('=', 2) is [var role, { Length: > 0 } address]
            ? new ContactParty(Named<ParticipantRole>("--participant", role), address)
            : throw CommandFailure.Usage($"--participant {t}: ROLE=ADDRESS is expected, such as cc=anna@example.org.")),
    ];

    private static string Kebab<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
