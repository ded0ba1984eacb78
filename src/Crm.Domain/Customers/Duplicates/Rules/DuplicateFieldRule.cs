namespace Crm.Domain.Customers;

/// <summary>What a field says about two records.</summary>
public sealed record DuplicateFieldRule
{
    /// <summary>Whether the field is compared at all; true by default.</summary>
    public bool Use { get; init; } = true;

    /// <summary>Expected share of customers with one certain value, where that value was not seen often enough to count it; above 0, at most 1.</summary>
    public double Frequency { get; init; } = .001;

    /// <summary>A rule for each of <see cref="DuplicateLevels.All"/>.</summary>
    public required IReadOnlyDictionary<string, DuplicateLevelRule> Levels { get; init; }

    /// <summary>Whether all probabilities are such.</summary>
    internal bool IsValid => IsProbability(Frequency) && Levels.Values.All(l => IsProbability(l.Agreement) && IsProbability(l.Chance));

    private static bool IsProbability(double value) => value is > 0 and <= 1;
}
