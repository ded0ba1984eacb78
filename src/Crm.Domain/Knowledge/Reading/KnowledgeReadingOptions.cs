using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>What is kept of those who read, and for how long.</summary>
public sealed class KnowledgeReadingOptions
{
    /// <summary>
    /// The secret under which readers and the words of their questions are hashed: at least 32 random bytes as Base64, kept apart from the
    /// database. With another one every reader is a new one, and what was learned of words is learned anew.
    /// </summary>
    /// <value>Null by default: nothing is kept of readers, and nobody votes.</value>
    public string? ReaderSecret { get; set; }

    /// <summary>How many different readers must have used a word before it is kept as such. Until then only its keyed hash is.</summary>
    /// <value>3 by default; 2 to 100.</value>
    public int MinReaders { get; set; } = 3;

    /// <summary>After how long without an act of the reader the next one begins a new session.</summary>
    /// <value>30 minutes by default; more than zero and at most <see cref="CaseWindow"/>.</value>
    public Duration Pause { get; set; } = Duration.FromMinutes(30);

    /// <summary>How long after the last act of a session a case of its reader counts as filed in spite of it.</summary>
    /// <value>24 hours by default; at most 30 days.</value>
    public Duration CaseWindow { get; set; } = Duration.FromHours(24);

    /// <summary>How many days sessions are kept. Reports and learning reach as far back.</summary>
    /// <value>400 by default; 7 to 3,650.</value>
    public int KeepDays { get; set; } = 400;

    /// <summary>After how many days what a reader found helpful says half as much.</summary>
    /// <value>180 by default; 1 to 3,650.</value>
    public int HalfLifeDays { get; set; } = 180;

    /// <summary>How soon what readers found helpful helps the search, and how often it is reckoned anew while it decays by a week.</summary>
    /// <value>10 minutes by default; zero to 7 days.</value>
    public Duration LearnsAfter { get; set; } = Duration.FromMinutes(10);

    internal bool IsUsable => MinReaders is >= 2 and <= 100 && Pause > Duration.Zero && CaseWindow >= Pause && CaseWindow <= Duration.FromDays(30)
        && KeepDays is >= 7 and <= 3_650 && HalfLifeDays is >= 1 and <= 3_650 && LearnsAfter >= Duration.Zero && LearnsAfter <= Duration.FromDays(7);
}
