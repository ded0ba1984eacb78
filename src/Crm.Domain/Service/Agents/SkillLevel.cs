using System.Globalization;
using Crm.Domain.Values;

namespace Crm.Domain.Service;

/// <summary>A skill with a level: as an agent has it, or as work needs it at least. A language is a skill named <c>language:it</c>.</summary>
/// <remarks>Equality is by name, which does not depend on case, and level.</remarks>
public sealed record SkillLevel
{
    /// <summary>Lowest and usual level.</summary>
    public const int MinLevel = 1;

    /// <summary>Highest level.</summary>
    public const int MaxLevel = 10;

    /// <summary>Longest name of a skill.</summary>
    public const int MaxNameLength = 60;

    private const string LanguagePrefix = "language:";

    /// <summary>Names a skill.</summary>
    /// <param name="skill">The name: letters, digits, blanks and <c>-_.:+</c>.</param>
    /// <param name="level">The level, from <see cref="MinLevel"/> to <see cref="MaxLevel"/>.</param>
    /// <exception cref="ArgumentException">The name or the level is out of its bounds.</exception>
    public SkillLevel(string skill, int level = MinLevel)
    {
        var folded = FoldedText.Of(SingleLine.Required(skill, MaxNameLength, nameof(skill)));
        Skill = folded.Length is > 0 and <= MaxNameLength && folded.All(c => char.IsLetterOrDigit(c) || " -_.:+".Contains(c, StringComparison.Ordinal))
            ? folded
            : throw new ArgumentException($"A skill has 1 to {MaxNameLength} letters, digits, blanks and -_.:+", nameof(skill));
        Level = level is >= MinLevel and <= MaxLevel
            ? level
            : throw new ArgumentOutOfRangeException(nameof(level), level, $"A level is from {MinLevel} to {MaxLevel}.");
    }

    /// <summary>The name, folded.</summary>
    public string Skill { get; }

    /// <summary>The level.</summary>
    public int Level { get; }

    /// <summary>A language as a skill.</summary>
    /// <param name="language">The language.</param>
    /// <param name="level">How well it is spoken.</param>
    /// <returns>The skill.</returns>
    public static SkillLevel Of(LanguageTag language, int level = MinLevel)
    {
        ArgumentNullException.ThrowIfNull(language);
        return new(LanguagePrefix + language.Value, level);
    }

    /// <summary>Reads <c>printer=5</c>; without a level it is the lowest.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The skill.</returns>
    /// <exception cref="FormatException">The level is no number.</exception>
    /// <exception cref="ArgumentException">The name or the level is out of its bounds.</exception>
    public static SkillLevel Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var equals = text.LastIndexOf('=');
        return equals < 0 ? new(text)
            : int.TryParse(text.AsSpan(equals + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? new(text[..equals], level)
            : throw new FormatException($"{text}: a level is a number from {MinLevel} to {MaxLevel}.");
    }

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Skill}={Level}");

    /// <summary>Skills in the order of their names, each once.</summary>
    internal static IReadOnlyList<SkillLevel> Ordered(IEnumerable<SkillLevel> skills, int most, string name)
    {
        var ordered = skills.OrderBy(s => s.Skill, StringComparer.Ordinal).ToList();
        return ordered.Count <= most && ordered.DistinctBy(s => s.Skill).Count() == ordered.Count
            ? ordered
            : throw new ArgumentException($"There are at most {most} skills, each named once.", name);
    }
}
