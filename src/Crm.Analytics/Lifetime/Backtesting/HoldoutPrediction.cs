using System.Runtime.InteropServices;

namespace Crm.Analytics.Lifetime;

/// <summary>What a model says about a customer's holdout.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct HoldoutPrediction
{
    private const int MaximumCount = 10_000;

    public HoldoutPrediction(IPurchaseModel model, RecencyFrequency history, double horizon, double coverage)
    {
        Expected = model.ExpectedPurchases(history, horizon);
        // At most half of what the coverage leaves lies below the lowest count, and as much above the highest.
        var outside = (1 - coverage) / 2;
        var (count, below, upTo) = (0, 0.0, model.ProbabilityOfPurchases(history, 0, horizon));
        Any = Math.Clamp(1 - upTo, 0, 1);
        for (; upTo <= outside && count < MaximumCount; upTo += model.ProbabilityOfPurchases(history, ++count, horizon)) below = upTo;
        Lowest = count;
        for (; upTo < 1 - outside && count < MaximumCount; upTo += model.ProbabilityOfPurchases(history, ++count, horizon))
        {
        }

        (Highest, Inside) = (count, upTo - below);
    }

    /// <summary>The expected number of purchases.</summary>
    public double Expected { get; }

    /// <summary>The probability of at least one.</summary>
    public double Any { get; }

    /// <summary>The ends of the interval, both included.</summary>
    public int Lowest { get; }

    public int Highest { get; }

    /// <summary>The probability of the interval, more than asked for because counts are whole.</summary>
    public double Inside { get; }
}
