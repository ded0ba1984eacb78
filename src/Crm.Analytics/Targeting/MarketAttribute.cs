namespace Crm.Analytics.Targeting;

/// <summary>What is known of every customer in one respect: a choice such as a country, or a number such as an age.</summary>
public sealed class MarketAttribute
{
    private MarketAttribute(string field, IReadOnlyList<string?>? choices, IReadOnlyList<decimal?>? numbers)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(field);
        (Field, Choices, Numbers) = (field, choices, numbers);
    }

    /// <summary>The name of the field, as criteria use it.</summary>
    public string Field { get; }

    /// <summary>How many customers it is known of, or not.</summary>
    public int Count => Choices?.Count ?? Numbers!.Count;

    internal IReadOnlyList<string?>? Choices { get; }

    internal IReadOnlyList<decimal?>? Numbers { get; }

    /// <summary>An attribute with a choice of values.</summary>
    /// <param name="field">The name of the field.</param>
    /// <param name="values">The value of each customer, compared as it is; null or empty where there is none.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static MarketAttribute OfChoices(string field, IReadOnlyList<string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new MarketAttribute(field, values, null);
    }

    /// <summary>An attribute with numbers, which are cut where equally many customers lie on either side.</summary>
    /// <param name="field">The name of the field.</param>
    /// <param name="values">The number of each customer; null where there is none.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static MarketAttribute OfNumbers(string field, IReadOnlyList<decimal?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new MarketAttribute(field, null, values);
    }
}
