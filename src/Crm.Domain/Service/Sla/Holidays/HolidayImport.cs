using NodaTime;

namespace Crm.Domain.Service;

/// <summary>What the import of a holiday feed did.</summary>
/// <param name="Calendar">Key of the calendar.</param>
/// <param name="Feed">The feed.</param>
/// <param name="From">The first date that is kept.</param>
/// <param name="Until">The last date that is kept.</param>
public sealed record HolidayImport(string Calendar, string Feed, LocalDate From, LocalDate Until)
{
    /// <summary>Events that were read.</summary>
    public required int Events { get; init; }

    /// <summary>Events left out because they only announce daylight saving, or are called off.</summary>
    public required int Ignored { get; init; }

    /// <summary>Events of which no date is kept.</summary>
    public required int Outside { get; init; }

    /// <summary>Dates that the calendar has from the feed now.</summary>
    public required int Days { get; init; }

    /// <summary>Dates that it did not have from the feed before.</summary>
    public required int Added { get; init; }

    /// <summary>Dates that it had from the feed with another name or other hours.</summary>
    public required int Changed { get; init; }

    /// <summary>Dates that it had from the feed and has no more: the feed does not name them any more, or they have passed too long ago.</summary>
    public required int Removed { get; init; }

    /// <summary>Dates that it had from the feed all the same.</summary>
    public int Unchanged => Days - Added - Changed;

    /// <summary>Dates of the feed that do not count because something else was said of them by hand.</summary>
    public required int Overridden { get; init; }

    /// <summary>Whether the calendar changed; if not, it has no new version.</summary>
    public bool IsChanged => Added + Changed + Removed > 0;
}
