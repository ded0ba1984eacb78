using Crm.Domain.Primitives;

namespace Crm.Domain.Sales;

/// <summary>What leads get points for, and what happens at how many. A host fills it when it starts.</summary>
public sealed class LeadScoring
{
    /// <summary>Longest key.</summary>
    public const int MaxKeyLength = 60;

    /// <summary>Most points of an action, either way.</summary>
    public const int MaxPoints = 1_000_000;

    private readonly Dictionary<string, LeadScoreAction> _actions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LeadScoreThreshold> _thresholds = new(StringComparer.Ordinal);

    /// <summary>The actions.</summary>
    public IReadOnlyCollection<LeadScoreAction> Actions => _actions.Values;

    /// <summary>The thresholds.</summary>
    public IReadOnlyList<LeadScoreThreshold> Thresholds => [.. _thresholds.Values];

    /// <summary>Adds an action.</summary>
    /// <param name="action">The action.</param>
    /// <exception cref="ArgumentException">The key is there already or out of its bounds, or the points are.</exception>
    public void Register(LeadScoreAction action)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs((long)action.Points), MaxPoints, nameof(action));
        _actions.Add(Guard.Line(action.Key, MaxKeyLength, nameof(action)), action with { Group = Guard.OptionalLine(action.Group, MaxKeyLength, nameof(action)) });
    }

    /// <summary>Adds a threshold.</summary>
    /// <param name="threshold">The threshold.</param>
    /// <exception cref="ArgumentException">The key is there already or out of its bounds.</exception>
    public void Register(LeadScoreThreshold threshold)
    {
        ArgumentNullException.ThrowIfNull(threshold);
        _thresholds.Add(Guard.Line(threshold.Key, MaxKeyLength, nameof(threshold)), threshold with { Group = Guard.OptionalLine(threshold.Group, MaxKeyLength, nameof(threshold)) });
    }

    /// <summary>Finds an action.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>The action, or null.</returns>
    public LeadScoreAction? Find(string key) => _actions.GetValueOrDefault(key);
}
