namespace Crm.Domain.Service;

/// <summary>The strategies that queues can name.</summary>
/// <remarks>Singleton service.</remarks>
public sealed class AssignmentStrategies
{
    private readonly Dictionary<string, IAssignmentStrategy> _strategies = new(StringComparer.Ordinal);

    /// <summary>Collects strategies.</summary>
    /// <param name="strategies">The strategies; of two with one key the later one counts.</param>
    public AssignmentStrategies(IEnumerable<IAssignmentStrategy> strategies)
    {
        ArgumentNullException.ThrowIfNull(strategies);
        foreach (var strategy in BuiltIn.Concat(strategies))
        {
            _strategies[strategy.Key] = strategy;
        }
    }

    /// <summary>The strategies that are always there.</summary>
    public static IReadOnlyList<IAssignmentStrategy> BuiltIn { get; } =
        [new RoundRobinStrategy(), new LeastBusyStrategy(), new WeightedStrategy(), new SkillStrategy(), new LongestIdleStrategy()];

    /// <summary>The keys, in ordinal order.</summary>
    public IReadOnlyList<string> Keys => [.. _strategies.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Finds a strategy.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>The strategy; null when there is none.</returns>
    public IAssignmentStrategy? Find(string key) => _strategies.GetValueOrDefault(key);
}
