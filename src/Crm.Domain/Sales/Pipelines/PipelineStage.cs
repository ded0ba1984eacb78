using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>A stage of one pipeline. Part of <see cref="Pipeline"/>; changed by its acts.</summary>
public sealed class PipelineStage
{
    /// <summary>Longest key.</summary>
    public const int MaxKeyLength = 40;

    /// <summary>Longest name.</summary>
    public const int MaxNameLength = 100;

    /// <summary>Longest condition as JSON.</summary>
    public const int MaxConditionLength = 20_000;

    private static readonly Duration s_shortest = Duration.FromMinutes(1);
    private static readonly Duration s_longest = Duration.FromDays(3_660);

    private PipelineStage() => Key = Name = RequiredText = null!;

    internal PipelineStage(StageDefinition definition, int position)
    {
        ArgumentNullException.ThrowIfNull(definition);
        RequiredText = null!;
        Key = CheckedKey(definition.Key);
        Name = Guard.Line(definition.Name, MaxNameLength, nameof(definition));
        Category = Guard.Defined(definition.Category, nameof(definition));
        Position = position;
        Take(definition.Settings);
    }

    /// <summary>The key, unique in the pipeline.</summary>
    public string Key { get; private set; }

    /// <summary>The name for people.</summary>
    public string Name { get; private set; }

    /// <summary>Open, won or lost.</summary>
    public StageCategory Category { get; private set; }

    /// <summary>The place among the stages of the pipeline, from 1.</summary>
    public int Position { get; internal set; }

    /// <summary>The probability of winning that an opportunity gets with the stage, as a fraction.</summary>
    public decimal Probability { get; private set; }

    /// <summary>How an opportunity in the stage is counted on, unless its owner says otherwise.</summary>
    public ForecastCategory ForecastCategory { get; private set; }

    /// <summary>What has to be filled in, as text; see <see cref="Required"/>.</summary>
    public string RequiredText { get; private set; }

    /// <summary>What has to hold before an opportunity enters, as JSON; null for nothing.</summary>
    public string? Condition { get; private set; }

    /// <summary>After how long in the stage an opportunity is rotting; null for never.</summary>
    public Duration? MaxAge { get; private set; }

    /// <summary>Whether no opportunity enters any more. Those that are in it stay until they are moved.</summary>
    public bool IsRetired { get; internal set; }

    /// <summary>What has to be filled in before an opportunity enters.</summary>
    public IReadOnlyList<OpportunityField> Required => [.. RequiredText.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<OpportunityField>)];

    internal void Change(string name, StageSettings settings)
    {
        var line = Guard.Line(name, MaxNameLength);
        Take(settings);
        Name = line;
    }

    private void Take(StageSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var condition = settings.Condition?.ToJson();
        if (condition?.Length > MaxConditionLength)
        {
            throw new ArgumentException("The condition is too long.", nameof(settings));
        }

        if (settings.MaxAge < s_shortest || settings.MaxAge > s_longest)
        {
            throw new ArgumentOutOfRangeException(nameof(settings), settings.MaxAge, "The longest stay in a stage is from a minute to ten years.");
        }

        var required = string.Join(',', settings.Required.Distinct().Select(f => Guard.Defined(f, nameof(settings))).Order());
        var category = Guard.Defined(settings.ForecastCategory, nameof(settings));
        Probability = Category switch { StageCategory.Won => 1, StageCategory.Lost => 0, _ => CheckedProbability(settings.Probability, nameof(settings)) };
        ForecastCategory = Category switch { StageCategory.Won => ForecastCategory.Closed, StageCategory.Lost => ForecastCategory.Omitted, _ => category };
        (RequiredText, Condition, MaxAge) = (required, condition, Category == StageCategory.Open ? settings.MaxAge : null);
    }

    internal static decimal CheckedProbability(decimal probability, string name) =>
        probability is >= 0 and <= 1 && decimal.Round(probability, Money.MaxDecimals) == probability
            ? probability
            : throw new ArgumentOutOfRangeException(name, probability, "A probability is a fraction from 0 to 1 with at most four decimals.");

    private static string CheckedKey(string key)
    {
        var line = Guard.Line(key, MaxKeyLength);
        return line.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')
            ? line
            : throw new ArgumentException("A key of a stage has lower-case letters, digits and hyphens only.", nameof(key));
    }
}
