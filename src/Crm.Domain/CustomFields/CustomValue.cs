using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using Crm.Domain.Values;
using NodaTime;
using NodaTime.Text;

namespace Crm.Domain.CustomFields;

/// <summary>A value of a custom field, as the right one of its types. Equal when type and value are.</summary>
public sealed record CustomValue
{
    private CustomValue(FieldType type) => Type = type;

    /// <summary>What it holds.</summary>
    public FieldType Type { get; }

    /// <summary>The text.</summary>
    public string? Text { get; private init; }

    /// <summary>The number.</summary>
    public decimal? Number { get; private init; }

    /// <summary>The day.</summary>
    public LocalDate? Date { get; private init; }

    /// <summary>The instant.</summary>
    public Instant? At { get; private init; }

    /// <summary>Yes or no.</summary>
    public bool? Flag { get; private init; }

    /// <summary>The keys that were chosen, each once, in this order.</summary>
    public IReadOnlyList<string> Choices { get; private init; } = [];

    /// <summary>A text.</summary>
    /// <param name="text">One line of at most <see cref="CustomFieldDefinition.MaxTextLength"/> characters.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">The text is empty, too long, or has control characters.</exception>
    public static CustomValue OfText(string text) => new(FieldType.Text) { Text = Guard.Line(text, CustomFieldDefinition.MaxTextLength) };

    /// <summary>A number.</summary>
    /// <param name="number">The number, with up to four decimals and at most <see cref="Money.MaxAmount"/> large.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is too large, or has more decimals.</exception>
    public static CustomValue OfNumber(decimal number) => IsStorable(number)
        ? new(FieldType.Number) { Number = number }
        : throw new ArgumentOutOfRangeException(nameof(number), number, "A number has up to four decimals and fifteen digits before them.");

    /// <summary>A day.</summary>
    /// <param name="date">The day.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">The day is not in the years 1 to 9999.</exception>
    public static CustomValue OfDate(LocalDate date) => new(FieldType.Date) { Date = Guard.Storable(date) };

    /// <summary>An instant.</summary>
    /// <param name="at">The instant, cut to microseconds.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">The instant is not in the years 1 to 9999.</exception>
    public static CustomValue OfInstant(Instant at) => new(FieldType.Instant) { At = Guard.Storable(at.ToMicroseconds()) };

    /// <summary>Yes or no.</summary>
    /// <param name="flag">Which.</param>
    /// <returns>The value.</returns>
    public static CustomValue OfFlag(bool flag) => new(FieldType.Flag) { Flag = flag };

    /// <summary>Choices.</summary>
    /// <param name="choices">Their keys; at least one.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">There is no choice, or a key has another form.</exception>
    public static CustomValue OfChoices(params IReadOnlyList<string> choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        ArgumentOutOfRangeException.ThrowIfZero(choices.Count, nameof(choices));
        return new(FieldType.Choice) { Choices = [.. choices.Select(CustomFieldKey.Checked).Distinct(StringComparer.Ordinal)] };
    }

    /// <summary>Reads a value from a file or a command line.</summary>
    /// <param name="type">What is expected.</param>
    /// <param name="text">Numbers with a point, days and instants in ISO 8601, <c>true</c> or <c>false</c>, choices joined by commas.</param>
    /// <param name="value">The value, or null.</param>
    /// <returns>Whether the text is such a value.</returns>
    public static bool TryParse(FieldType type, [NotNullWhen(true)] string? text, [NotNullWhen(true)] out CustomValue? value)
    {
        value = null;
        try
        {
            value = (type, text?.Trim()) switch
            {
                (_, null or "") => null,
                (FieldType.Text, var line) => OfText(line),
                (FieldType.Number, var digits) => decimal.TryParse(digits, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? OfNumber(number) : null,
                (FieldType.Date, var iso) => LocalDatePattern.Iso.Parse(iso).TryGetValue(default, out var date) ? OfDate(date) : null,
                (FieldType.Instant, var iso) => InstantPattern.ExtendedIso.Parse(iso).TryGetValue(default, out var at) ? OfInstant(at) : null,
                (FieldType.Flag, var word) => bool.TryParse(word, out var flag) ? OfFlag(flag) : null,
                (FieldType.Choice, var keys) => OfChoices(keys.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
                _ => null,
            };
        }
        catch (ArgumentException)
        {
            // Another form, too long or too large.
        }

        return value is not null;
    }

    /// <summary>The value as <see cref="TryParse"/> reads it.</summary>
    /// <returns>The text, in the invariant culture.</returns>
    public override string ToString() => Type switch
    {
        FieldType.Text => Text!,
        FieldType.Number => Number!.Value.ToString("0.####", CultureInfo.InvariantCulture),
        FieldType.Date => LocalDatePattern.Iso.Format(Date!.Value),
        FieldType.Instant => InstantPattern.ExtendedIso.Format(At!.Value),
        FieldType.Flag => Flag!.Value ? "true" : "false",
        _ => string.Join(',', Choices),
    };

    /// <inheritdoc />
    public bool Equals(CustomValue? other) => other is not null && Type == other.Type && (Text, Number, Date, At, Flag) == (other.Text, other.Number, other.Date, other.At, other.Flag)
        && Choices.SequenceEqual(other.Choices);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Type, Text, Number, Date, At, Flag, Choices.Count);

    internal static bool IsStorable(decimal number) => Math.Abs(number) <= Money.MaxAmount && decimal.Round(number, Money.MaxDecimals) == number;

    /// <summary>What the rows of one field say together, in their order; null without any.</summary>
    internal static CustomValue? OfSlots(IReadOnlyList<CustomFieldValue> rows) => rows switch
    {
        [] => null,
        [{ Number: { } number }, ..] => new(FieldType.Number) { Number = number },
        [{ Date: { } date }, ..] => new(FieldType.Date) { Date = date },
        [{ At: { } at }, ..] => new(FieldType.Instant) { At = at },
        [{ Flag: { } flag }, ..] => new(FieldType.Flag) { Flag = flag },
        [{ Choice: { } }, ..] => new(FieldType.Choice) { Choices = [.. rows.Select(r => r.Choice!)] },
        [var row, ..] => new(FieldType.Text) { Text = row.Text },
    };
}
