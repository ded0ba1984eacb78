using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>How often a customer gets advertising over a channel, in the customer's own days, weeks from Monday, and months.</summary>
public sealed record FrequencyCap
{
    /// <summary>As often as anybody wants.</summary>
    public static FrequencyCap None { get; } = new();

    /// <summary>Most messages of a day; null for any number.</summary>
    public int? PerDay { get; init; }

    /// <summary>Most messages of a week from Monday to Sunday; null for any number.</summary>
    public int? PerWeek { get; init; }

    /// <summary>Most messages of a month of the calendar; null for any number.</summary>
    public int? PerMonth { get; init; }

    internal bool IsUsable => PerDay is null or >= 0 && PerWeek is null or >= 0 && PerMonth is null or >= 0;

    /// <summary>Reads a rule such as <c>1/day 2/week 5/month</c>; each part may be missing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cap">The rule.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out FrequencyCap? cap)
    {
        cap = null;
        var read = None;
        foreach (var part in (text ?? string.Empty).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            var slash = part.IndexOf('/', StringComparison.Ordinal);
            if (slash < 1 || !int.TryParse(part.AsSpan(0, slash), NumberStyles.None, CultureInfo.InvariantCulture, out var most))
            {
                return false;
            }

            switch (part[(slash + 1)..])
            {
                case "day" when read.PerDay is null: read = read with { PerDay = most }; break;
                case "week" when read.PerWeek is null: read = read with { PerWeek = most }; break;
                case "month" when read.PerMonth is null: read = read with { PerMonth = most }; break;
                default: return false;
            }
        }

        cap = read == None ? null : read;
        return cap is not null;
    }

    /// <summary>The rule as <see cref="TryParse"/> reads it.</summary>
    /// <returns>Such as <c>1/day 2/week</c>; empty for <see cref="None"/>.</returns>
    public string ToText() => string.Join(' ', new[] { (PerDay, "day"), (PerWeek, "week"), (PerMonth, "month") }.Where(p => p.Item1 is not null).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Item1}/{p.Item2}")));

    /// <summary>This rule and another one together: of each span the smaller number.</summary>
    internal FrequencyCap Within(FrequencyCap other) => new() { PerDay = Smaller(PerDay, other.PerDay), PerWeek = Smaller(PerWeek, other.PerWeek), PerMonth = Smaller(PerMonth, other.PerMonth) };

    /// <summary>The first day of all that can matter to a day: of its week and its month.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The earlier of the two.</returns>
    public static LocalDate Earliest(LocalDate day) => LocalDate.Min(Monday(day), new LocalDate(day.Year, day.Month, 1, day.Calendar));

    /// <summary>Whether one more message fits into a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="days">The days of the messages that the customer got or is to get.</param>
    /// <returns>True when it does.</returns>
    public bool Allows(LocalDate day, IReadOnlyCollection<LocalDate> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        return !(days.Count(d => d == day) >= PerDay || days.Count(d => Monday(d) == Monday(day)) >= PerWeek || days.Count(d => d.Year == day.Year && d.Month == day.Month) >= PerMonth);
    }

    private static int? Smaller(int? one, int? other) => one is { } a && other is { } b ? Math.Min(a, b) : one ?? other;

    private static LocalDate Monday(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);
}
