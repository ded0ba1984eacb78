using System.Globalization;
using Crm.Domain.Interactions;

namespace Crm.Domain.Service;

/// <summary>Everything that decides who can take a piece of work: channel, units, skills. Equality is by its text.</summary>
public sealed record WorkDemand
{
    /// <summary>Longest text.</summary>
    public const int MaxLength = 400;

    /// <summary>Most skills.</summary>
    public const int MaxSkills = 10;

    private readonly string _text;

    /// <summary>Describes a demand.</summary>
    /// <param name="channel">The channel; null where it does not matter.</param>
    /// <param name="units">How much of an agent's capacity it takes; 1 to <see cref="AgentProfile.MaxCapacity"/>.</param>
    /// <param name="skills">The skills with their least levels; at most <see cref="MaxSkills"/>, each once.</param>
    /// <exception cref="ArgumentException">A value is out of its bounds.</exception>
    public WorkDemand(ChannelKey? channel, int units, IReadOnlyList<SkillLevel> skills)
    {
        ArgumentNullException.ThrowIfNull(skills);
        Channel = channel;
        Units = units is >= 1 and <= AgentProfile.MaxCapacity
            ? units
            : throw new ArgumentOutOfRangeException(nameof(units), units, $"Work takes 1 to {AgentProfile.MaxCapacity} units.");
        Skills = SkillLevel.Ordered(skills, MaxSkills, nameof(skills));
        _text = string.Create(CultureInfo.InvariantCulture, $"{Channel?.Value}|{Units}|{string.Join(';', Skills)}");
        if (_text.Length > MaxLength)
        {
            throw new ArgumentException($"The skills have at most {MaxLength} characters together.", nameof(skills));
        }
    }

    /// <summary>The channel.</summary>
    public ChannelKey? Channel { get; }

    /// <summary>How much of an agent's capacity it takes.</summary>
    public int Units { get; }

    /// <summary>The skills with their least levels, in the order of their names.</summary>
    public IReadOnlyList<SkillLevel> Skills { get; }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The demand.</returns>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static WorkDemand Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('|') is [var channel, var units, var skills]
            ? new(
                channel.Length == 0 ? null : new ChannelKey(channel),
                int.Parse(units, NumberStyles.None, CultureInfo.InvariantCulture),
                [.. skills.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(SkillLevel.Parse)])
            : throw new FormatException($"{text} is no demand.");
    }

    /// <summary>The demand as one text, such as <c>chat|1|language:it=3;printer=5</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _text;

    /// <inheritdoc />
    public bool Equals(WorkDemand? other) => other is not null && _text == other._text;

    /// <inheritdoc />
    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);
}
