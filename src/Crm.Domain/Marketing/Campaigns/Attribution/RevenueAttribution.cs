using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>Divides revenue among campaigns: a pure function. Nothing is lost and nothing counts twice: the parts of each order or deal sum to it exactly.</summary>
public static class RevenueAttribution
{
    /// <summary>Divides.</summary>
    /// <param name="facts">The orders or deals.</param>
    /// <param name="touches">What reached the customers; several of one campaign and customer count each.</param>
    /// <param name="model">How it is divided.</param>
    /// <param name="window">How long before an order a touch counts; more than zero.</param>
    /// <param name="halfLife">For <see cref="AttributionModel.TimeDecay"/>: after how long a touch weighs half; more than zero.</param>
    /// <returns>The parts, in the order of the facts.</returns>
    /// <exception cref="ArgumentException">A duration is not more than zero.</exception>
    public static IReadOnlyList<AttributedRevenue> Divide(
        IReadOnlyCollection<RevenueFact> facts, IEnumerable<CampaignTouch> touches, AttributionModel model, Duration window, Duration halfLife)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(touches);
        Primitives.Guard.Defined(model);
        if (window <= Duration.Zero || halfLife <= Duration.Zero)
        {
            throw new ArgumentException("Windows and half-lives are more than zero.", nameof(window));
        }

        var byCustomer = touches.ToLookup(t => t.CustomerId);
        return [.. facts.SelectMany(f => Parts(f, [.. byCustomer[f.CustomerId].Where(t => t.At <= f.At && t.At >= f.At - window).OrderBy(t => t.At).ThenBy(t => t.Campaign, StringComparer.Ordinal)], model, halfLife))];
    }

    private static IEnumerable<AttributedRevenue> Parts(RevenueFact fact, IReadOnlyList<CampaignTouch> touches, AttributionModel model, Duration halfLife) => touches.Count == 0
        ? [new(fact, null, fact.Amount)]
        : Split(fact.Amount, Weights(touches, model, halfLife)).Select((amount, i) => (touches[i].Campaign, Amount: amount)).Where(p => model is AttributionModel.Linear or AttributionModel.TimeDecay || !p.Amount.IsZero)
            .GroupBy(p => p.Campaign, StringComparer.Ordinal)
            .Select(g => new AttributedRevenue(fact, g.Key, g.Aggregate(Money.Zero(fact.Amount.Currency), (sum, p) => sum + p.Amount)));

    private static IReadOnlyList<double> Weights(IReadOnlyList<CampaignTouch> touches, AttributionModel model, Duration halfLife) => model switch
    {
        AttributionModel.First => [.. touches.Select((_, i) => i == 0 ? 1d : 0)],
        AttributionModel.Last => [.. touches.Select((_, i) => i == touches.Count - 1 ? 1d : 0)],
        AttributionModel.Linear => [.. touches.Select(_ => 1d)],
        _ => [.. touches.Select(t => Math.Pow(2, -((touches[^1].At - t.At) / halfLife)))],
    };

    // By the largest remainder, in the smallest coin of the currency where the amount has no smaller part.
    private static IReadOnlyList<Money> Split(Money amount, IReadOnlyList<double> weights)
    {
        var coin = (long)Math.Pow(10, Money.MaxDecimals - (amount.Currency.MinorUnits ?? 2));
        var step = coin > 1 && amount.Units % coin == 0 ? coin : 1;
        var (coins, total) = (Math.Abs(amount.Units) / step, weights.Sum());
        var exact = weights.Select(w => (decimal)(w / total) * coins).ToList();
        var parts = exact.Select(e => (long)Math.Floor(e)).ToList();
        foreach (var i in Enumerable.Range(0, parts.Count).OrderByDescending(i => exact[i] - parts[i]).ThenByDescending(i => weights[i]).ThenBy(i => i).Take((int)Math.Max(0, coins - parts.Sum())))
        {
            parts[i]++;
        }

        // What a rounded weight gave too much or too little, the heaviest one bears.
        parts[weights.Select((w, i) => (w, i)).MaxBy(w => w.w).i] += coins - parts.Sum();
        return [.. parts.Select(p => Money.FromUnits(p * step * Math.Sign(amount.Units), amount.Currency))];
    }
}
