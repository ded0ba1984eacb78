using System.Globalization;
using NodaTime;

namespace Crm.Samples.Console.CommandLine;

/// <summary>Lengths of time as <c>90s</c>, <c>30m</c>, <c>1.5h</c> or <c>2d</c>.</summary>
internal static class DurationText
{
    private const double Longest = 3_650 * 86_400d;

    public static Duration Parse(string text, string option)
    {
        var seconds = text.Length < 2 ? 0 : text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3_600, 'd' => 86_400, _ => 0 };
        return seconds > 0 && double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number * seconds <= Longest
            ? Duration.FromSeconds(number * seconds)
            : throw CommandFailure.Usage($"{option} {text}: a length of time is expected, such as 20s, 30m or 1.5h; ten years at most.");
    }
}
