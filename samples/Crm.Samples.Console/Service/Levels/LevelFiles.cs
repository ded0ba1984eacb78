using System.Text.Json;
using Crm.Domain.Primitives;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;
using NodaTime;
using NodaTime.Text;

namespace Crm.Samples.Console.Service.Levels;

/// <summary>Files of calendars and policies: what they hold is refused as unusable input, with the file.</summary>
internal static class LevelFiles
{
    private static readonly string[] s_ofTheFile =
        [nameof(CrmErrorDescriber.ServiceDefinitionUnreadable), nameof(CrmErrorDescriber.CalendarUnreadable), nameof(CrmErrorDescriber.HolidayFeedTooLarge)];

    public static string Text(TextSource source) => source.Read(text => text.ReadToEnd());

    /// <summary>The value; what cannot be read is the file's fault, what may not be is refused.</summary>
    public static T OrFail<T>(this CrmResult<T> result, TextSource source)
        where T : notnull => result.TryGetValue(out var value) ? value
        : s_ofTheFile.Contains(result.Errors[0].Code)
            ? throw new CommandFailure(ExitStatus.UnusableInput, [.. result.Errors.Select(e => new Problem(e.Code, e.Message) { File = source.Name, Target = e.Target })])
            : throw CommandFailure.Refused(result.Errors);

    public static JsonElement Json(string definition)
    {
        using var document = JsonDocument.Parse(definition);
        return document.RootElement.Clone();
    }

    public static Instant? At(string? text, string option) => text is null ? null
        : InstantPattern.ExtendedIso.Parse(text).TryGetValue(default, out var at) ? at
        : throw CommandFailure.Usage($"{option} {text}: an instant is expected, such as 2026-06-01T08:00:00Z.");

    public static LocalDate Date(string text, string option) => LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date)
        ? date
        : throw CommandFailure.Usage($"{option} {text}: a day is expected, such as 2026-12-25.");
}
