using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Crm.Domain.Values;
using NodaTime;
using NodaTime.Text;

namespace Crm.Domain.Interactions;

/// <summary>A recurrence rule with the times that are left out. Equality is by the text.</summary>
/// <param name="Rule">The rule.</param>
[JsonConverter(typeof(ValueJsonConverter<Recurrence>))]
public sealed record Recurrence(RecurrenceRule Rule) : IParsable<Recurrence>
{
    /// <summary>Longest text.</summary>
    public const int MaxLength = 2000;

    /// <summary>Most times that are left out.</summary>
    public const int MaxExceptions = 80;

    private const string RuleName = "RRULE:";
    private const string ExceptName = "\nEXDATE:";
    private static readonly LocalDateTimePattern s_local = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");

    /// <summary>The local times that are left out, to the second.</summary>
    /// <value>Empty by default; at most <see cref="MaxExceptions"/>.</value>
    /// <exception cref="ArgumentException">There are too many.</exception>
    public IReadOnlyList<LocalDateTime> Except
    {
        get;
        init => field = value is { Count: <= MaxExceptions }
            ? [.. value.Select(t => t.With(TimeAdjusters.TruncateToSecond)).Distinct().Order()]
            : throw new ArgumentException($"At most {MaxExceptions} times can be left out.", nameof(value));
    } = [];

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The recurrence.</returns>
    /// <exception cref="FormatException">The text is none.</exception>
    public static Recurrence Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var recurrence) ? recurrence : throw new FormatException("A recurrence was expected.");
    }

    /// <summary>Reads what <see cref="ToString"/> wrote, without throwing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="recurrence">The recurrence, or null.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Recurrence? recurrence)
    {
        recurrence = null;
        if (text is not { Length: <= MaxLength } || !text.StartsWith(RuleName, StringComparison.Ordinal))
        {
            return false;
        }

        var parts = text[RuleName.Length..].Split(ExceptName);
        var except = parts is [_, var list] ? [.. list.Split(',').Select(t => s_local.Parse(t))] : Array.Empty<ParseResult<LocalDateTime>>();
        if (parts.Length > 2 || except.Length > MaxExceptions || Array.Exists(except, t => !t.Success) || !RecurrenceRule.TryParse(parts[0], out var rule))
        {
            return false;
        }

        recurrence = new Recurrence(rule) { Except = [.. except.Select(t => t.Value)] };
        return true;
    }

    /// <inheritdoc />
    static Recurrence IParsable<Recurrence>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc />
    static bool IParsable<Recurrence>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Recurrence result) => TryParse(s, out result);

    /// <summary>The first time after another one, those that are left out passed over.</summary>
    /// <param name="start">The first time of all.</param>
    /// <param name="after">The time after which the next is wanted.</param>
    /// <param name="zone">Where it recurs.</param>
    /// <returns>The time; null when there is none.</returns>
    public LocalDateTime? NextAfter(LocalDateTime start, LocalDateTime after, DateTimeZone zone)
    {
        foreach (var time in Rule.Occurrences(start, zone))
        {
            if (time > after && !Except.Contains(time.With(TimeAdjusters.TruncateToSecond)))
            {
                return time;
            }
        }

        return null;
    }

    /// <summary>The recurrence as lines of iCalendar.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => RuleName + Rule + (Except.Count == 0 ? string.Empty : ExceptName + string.Join(',', Except.Select(s_local.Format)));

    /// <inheritdoc />
    public bool Equals(Recurrence? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc />
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
