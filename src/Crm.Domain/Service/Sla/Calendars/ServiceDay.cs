using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>One date that differs from its day of the week. Equal by value. Made by the static methods.</summary>
public sealed record ServiceDay
{
    /// <summary>Longest name.</summary>
    public const int MaxNameLength = 200;

    private ServiceDay(LocalDate date, ServiceDayKind kind, IEnumerable<BusinessInterval> intervals) =>
        (Date, Kind, Intervals) = (Guard.Storable(date), kind, [.. intervals.Distinct().Order()]);

    /// <summary>The local date.</summary>
    public LocalDate Date { get; }

    /// <summary>How it differs.</summary>
    public ServiceDayKind Kind { get; }

    /// <summary>When it is open, or, of a break, closed; in order, empty for a holiday.</summary>
    public IReadOnlyList<BusinessInterval> Intervals { get; }

    /// <summary>What it is, such as the name of the holiday.</summary>
    /// <value>Null by default; one line.</value>
    public string? Name { get; init => field = Guard.OptionalLine(value, MaxNameLength); }

    /// <summary>The feed that it was imported from; null when it was made by hand, which wins over any feed.</summary>
    public string? Feed { get; init => field = value is null ? null : ServiceCalendar.Named(value, nameof(Feed)); }

    /// <summary>A date that is closed.</summary>
    /// <param name="date">The local date.</param>
    /// <param name="name">What it is; one line.</param>
    /// <returns>The day.</returns>
    public static ServiceDay Holiday(LocalDate date, string? name = null) => new(date, ServiceDayKind.Holiday, []) { Name = name };

    /// <summary>A date with hours of its own: an extra working day, or one that opens later or closes earlier.</summary>
    /// <param name="date">The local date.</param>
    /// <param name="intervals">When it is open, such as <c>09:00-12:00</c>; at least one.</param>
    /// <returns>The day.</returns>
    /// <exception cref="FormatException">A text is not an interval.</exception>
    /// <exception cref="ArgumentException">There is no interval.</exception>
    public static ServiceDay Open(LocalDate date, params IReadOnlyList<string> intervals) => Open(date, Read(intervals));

    /// <summary>A date that is closed for some hours.</summary>
    /// <inheritdoc cref="Open(LocalDate, IReadOnlyList{string})" />
    /// <param name="spans">When it is closed; at least one.</param>
    public static ServiceDay Break(LocalDate date, params IReadOnlyList<string> spans) => Break(date, Read(spans));

    internal static ServiceDay Open(LocalDate date, IReadOnlyList<BusinessInterval> intervals) => new(date, ServiceDayKind.Hours, Some(intervals, nameof(intervals)));

    internal static ServiceDay Break(LocalDate date, IReadOnlyList<BusinessInterval> spans) => new(date, ServiceDayKind.Break, Some(spans, nameof(spans)));

    /// <inheritdoc />
    public bool Equals(ServiceDay? other) =>
        other is not null && Date == other.Date && Kind == other.Kind && Name == other.Name && Feed == other.Feed && Intervals.SequenceEqual(other.Intervals);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Date, Kind, Name, Feed, Intervals.Count);

    /// <summary>What there is at most one of: the hours of a date, and its breaks, by hand and of each feed.</summary>
    internal (LocalDate Date, bool IsBreak, string? Feed) Place => (Date, Kind == ServiceDayKind.Break, Feed);

    private static List<BusinessInterval> Read(IReadOnlyList<string> texts) => [.. texts.Select(BusinessInterval.Parse)];

    private static IReadOnlyList<BusinessInterval> Some(IReadOnlyList<BusinessInterval> intervals, string name) =>
        intervals.Count > 0 ? intervals : throw new ArgumentException("At least one interval was expected; a closed date is a holiday.", name);
}
