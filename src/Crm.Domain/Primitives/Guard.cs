using System.Runtime.CompilerServices;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Primitives;

/// <summary>Argument checks that the base class library lacks.</summary>
internal static class Guard
{
    private static readonly Instant s_first = Instant.FromUtc(1, 1, 1, 0, 0);

    public static TId NotEmpty<TId>(TId id, [CallerArgumentExpression(nameof(id))] string? name = null)
        where TId : struct, ICrmId<TId> =>
        id.Value == Guid.Empty ? throw new ArgumentException("The default id names no record.", name) : id;

    public static TEnum Defined<TEnum>(TEnum value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where TEnum : struct, Enum =>
        Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(name, value, "The value is not defined.");

    /// <summary>One line of text without control characters: trimmed, composed, at most <paramref name="maxLength"/> characters.</summary>
    public static string Line(string text, int maxLength, [CallerArgumentExpression(nameof(text))] string? name = null) =>
        SingleLine.Required(text, maxLength, name!);

    public static string? OptionalLine(string? text, int maxLength, [CallerArgumentExpression(nameof(text))] string? name = null) =>
        SingleLine.Optional(text, maxLength, name!);

    /// <summary>Text of several lines, kept as it is; NUL and ill-formed UTF-16 are refused, since databases do not keep them alike.</summary>
    // The years that DateTime and DateOnly know, in the calendar that databases keep.
    public static LocalDate Storable(LocalDate date, [CallerArgumentExpression(nameof(date))] string? name = null) =>
        date.WithCalendar(CalendarSystem.Iso) is { Year: >= 1 } iso ? iso : throw new ArgumentException("A date is in the years 1 to 9999.", name);

    public static Instant Storable(Instant instant, [CallerArgumentExpression(nameof(instant))] string? name = null) =>
        instant >= s_first ? instant : throw new ArgumentException("An instant is in the years 1 to 9999.", name);

    public static string Text(string text, int maxLength, [CallerArgumentExpression(nameof(text))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(text, name);
        return text.Length <= maxLength && !text.Contains('\0', StringComparison.Ordinal) && WellFormed.IsWellFormed(text)
            ? text
            : throw new ArgumentException($"Well-formed text of at most {maxLength} characters without NUL was expected.", name);
    }
}
