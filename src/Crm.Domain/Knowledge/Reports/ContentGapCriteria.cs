using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>In which questions gaps are looked for.</summary>
/// <param name="From">The first instant of the period in which they were asked.</param>
/// <param name="Until">The first instant after it.</param>
public sealed record ContentGapCriteria(Instant From, Instant Until)
{
    /// <summary>Questions in one language, as the primary subtag.</summary>
    /// <value>Null by default: each language by itself.</value>
    public string? Language { get; init; }

    /// <summary>How many different readers a gap has at least; never fewer than <see cref="KnowledgeReadingOptions.MinReaders"/>.</summary>
    /// <value>0 by default: as many as the options say.</value>
    public int MinReaders { get; init; }

    /// <summary>Most gaps, 1 to 100.</summary>
    /// <value>20 by default.</value>
    public int Take { get; init; } = 20;
}
