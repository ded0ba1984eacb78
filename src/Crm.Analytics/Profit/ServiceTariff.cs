namespace Crm.Analytics.Profit;

/// <summary>What a unit of each activity costs the business.</summary>
public sealed class ServiceTariff
{
    private readonly Dictionary<string, decimal> _prices;

    /// <summary>Makes a tariff.</summary>
    /// <param name="prices">The cost of one unit by activity; names are compared as they are.</param>
    /// <exception cref="ArgumentException">A name is empty, or a price is negative.</exception>
    public ServiceTariff(IEnumerable<KeyValuePair<string, decimal>> prices)
    {
        ArgumentNullException.ThrowIfNull(prices);
        _prices = new Dictionary<string, decimal>(prices, StringComparer.Ordinal);
        foreach (var (activity, price) in _prices)
        {
            if (string.IsNullOrWhiteSpace(activity)) throw new ArgumentException("An activity needs a name.", nameof(prices));
            if (price < 0) throw new ArgumentException($"{activity} costs {price}: a price is not negative.", nameof(prices));
        }
    }

    /// <summary>A tariff without activities.</summary>
    public static ServiceTariff None { get; } = new([]);

    /// <summary>The activities and what a unit of each costs.</summary>
    public IReadOnlyDictionary<string, decimal> Prices => _prices;

    /// <summary>What a use costs, rounded to 1/10,000.</summary>
    /// <exception cref="ArgumentException">The tariff does not have the activity.</exception>
    internal decimal CostOf(in ServiceUse use) => _prices.TryGetValue(use.Activity ?? "", out var price)
        ? decimal.Round(price * use.Quantity, 4)
        : throw new ArgumentException($"The tariff does not have the activity '{use.Activity}'.", nameof(use));
}
