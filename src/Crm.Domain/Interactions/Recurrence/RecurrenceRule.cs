using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>
/// How something recurs, as RFC 5545 section 3.3.10 writes it: <c>FREQ=MONTHLY;BYDAY=-1FR</c>. Known are DAILY, WEEKLY, MONTHLY and
/// YEARLY with INTERVAL, COUNT, UNTIL, BYMONTH, BYMONTHDAY, BYDAY (with ordinals), BYSETPOS and WKST; other parts are refused, not
/// overlooked. Equality is by the text.
/// </summary>
[JsonConverter(typeof(ValueJsonConverter<RecurrenceRule>))]
public sealed record RecurrenceRule : IParsable<RecurrenceRule>
{
    /// <summary>Longest text.</summary>
    public const int MaxLength = 500;

    /// <summary>Largest <see cref="Interval"/> and <see cref="Count"/>.</summary>
    public const int MaxNumber = 10_000;

    /// <summary>A recurrence of every period.</summary>
    /// <param name="frequency">The period.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is not defined.</exception>
    public RecurrenceRule(RecurrenceFrequency frequency) => Frequency = Primitives.Guard.Defined(frequency);

    /// <summary>The period.</summary>
    public RecurrenceFrequency Frequency { get; }

    /// <summary>Every how many periods.</summary>
    /// <value>1 by default; at most <see cref="MaxNumber"/>.</value>
    public int Interval { get; init => field = Within(value, 1, MaxNumber, nameof(Interval)); } = 1;

    /// <summary>How often in all, the start and what is left out included.</summary>
    /// <value>Null by default: without end. At most <see cref="MaxNumber"/>.</value>
    public int? Count { get; init => field = value is { } count ? Within(count, 1, MaxNumber, nameof(Count)) : null; }

    /// <summary>Until when.</summary>
    /// <value>Null by default: without end. Not together with <see cref="Count"/>.</value>
    public RecurrenceEnd? Until { get; init; }

    /// <summary>The months, 1 to 12.</summary>
    public IReadOnlyList<int> Months { get; init => field = Each(value, 1, 12, nameof(Months)); } = [];

    /// <summary>The days of the month, 1 to 31, or -1 for the last to -31.</summary>
    public IReadOnlyList<int> MonthDays { get; init => field = Each(value, -31, 31, nameof(MonthDays)); } = [];

    /// <summary>The days of the week; with ordinals only in months and years.</summary>
    public IReadOnlyList<RecurrenceDay> Days { get; init => field = [.. value]; } = [];

    /// <summary>Which of a period's occurrences count: 1 is the first, -1 the last.</summary>
    public IReadOnlyList<int> Positions { get; init => field = Each(value, -366, 366, nameof(Positions)); } = [];

    /// <summary>The day on which weeks begin; it matters where every other week counts.</summary>
    /// <value>Monday by default.</value>
    public IsoDayOfWeek WeekStart { get; init; } = IsoDayOfWeek.Monday;

    /// <summary>Reads a rule.</summary>
    /// <param name="text">The rule, without <c>RRULE:</c>.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="FormatException">The text is none, or has parts that are not known.</exception>
    public static RecurrenceRule Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return RecurrenceText.Parse(text, out var problem) ?? throw new FormatException(problem);
    }

    /// <summary>Reads a rule without throwing.</summary>
    /// <param name="text">The rule, without <c>RRULE:</c>.</param>
    /// <param name="rule">The rule, or null.</param>
    /// <returns>Whether the text is a rule of the known parts.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out RecurrenceRule? rule)
    {
        rule = text is null ? null : RecurrenceText.Parse(text, out _);
        return rule is not null;
    }

    /// <inheritdoc />
    static RecurrenceRule IParsable<RecurrenceRule>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc />
    static bool IParsable<RecurrenceRule>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out RecurrenceRule result) => TryParse(s, out result);

    /// <summary>
    /// The local times of the recurrence, in order; the start is always the first, as RFC 5545 defines it. Days that a month does not
    /// have, and times that a clock skips, are no occurrences. Endless rules give an endless sequence, up to the year 9999.
    /// </summary>
    /// <param name="start">The first time, on the clock of <paramref name="zone"/>.</param>
    /// <param name="zone">Where it recurs: meetings stay at their hour when clocks change.</param>
    /// <returns>The times.</returns>
    public IEnumerable<LocalDateTime> Occurrences(LocalDateTime start, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return RecurrenceExpansion.Of(this, start, zone);
    }

    /// <summary>The rule as iCalendar writes it, its parts in one order.</summary>
    /// <returns>The text, without <c>RRULE:</c>.</returns>
    public override string ToString() => RecurrenceText.Of(this);

    /// <inheritdoc />
    public bool Equals(RecurrenceRule? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc />
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>Why the parts do not fit together; null when they do.</summary>
    internal string? Problem() =>
        Count is not null && Until is not null ? "COUNT and UNTIL exclude each other."
        : Days.Any(d => d.Day is IsoDayOfWeek.None || !Enum.IsDefined(d.Day) || d.Ordinal is < -53 or > 53) ? "BYDAY names a day of the week, its ordinal from -53 to 53."
        : Frequency is RecurrenceFrequency.Daily or RecurrenceFrequency.Weekly && Days.Any(d => d.Ordinal != 0) ? "Days with ordinals recur monthly or yearly."
        : Frequency is RecurrenceFrequency.Weekly && MonthDays.Count > 0 ? "BYMONTHDAY does not go with WEEKLY."
        : Positions.Count > 0 && Months.Count + MonthDays.Count + Days.Count == 0 ? "BYSETPOS needs another BY part."
        : WeekStart is IsoDayOfWeek.None || !Enum.IsDefined(WeekStart) ? "WKST names a day of the week."
        : null;

    private static int Within(int value, int least, int most, string name) =>
        value >= least && value <= most ? value : throw new ArgumentOutOfRangeException(name, value, $"A number from {least} to {most} was expected.");

    private static IReadOnlyList<int> Each(IReadOnlyList<int> values, int least, int most, string name) =>
        [.. values.Select(v => v == 0 ? throw new ArgumentOutOfRangeException(name, v, "Zero counts nothing.") : Within(v, least, most, name)).Distinct().Order()];
}
