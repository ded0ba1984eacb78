using Crm.Analytics.Parallelism;
using Crm.Analytics.Purchases;

namespace Crm.Analytics.Recommendations;

/// <summary>
/// A test of recommendations: of every customer with two products or more the one that was bought last for the first time is held out,
/// and a model that has not seen it ranks all products that are then new to the customer.
/// </summary>
/// <remarks>
/// Last is by day, then by the order in which orders of a day came, then by product key. A customer with one product trains only.
/// </remarks>
public sealed class LeaveLastOut
{
    private readonly int[] _heldOut;

    private LeaveLastOut(OwnedProducts training, int[] heldOut)
    {
        (Training, _heldOut) = (training, heldOut);
        TestCustomers = heldOut.Count(product => product >= 0);
    }

    /// <summary>What models may see.</summary>
    public OwnedProducts Training { get; }

    /// <summary>Positions of the products held out, aligned with the customers; −1 where none was.</summary>
    public ReadOnlySpan<int> HeldOut => _heldOut;

    /// <summary>How many customers have a product held out.</summary>
    public int TestCustomers { get; }

    /// <summary>Holds products out.</summary>
    /// <param name="log">The purchases.</param>
    public static LeaveLastOut From(PurchaseLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var first = new FirstPurchases(log);
        var (starts, owned, heldOut) = (new int[log.CustomerCount + 1], new List<int>(), new int[log.CustomerCount]);
        for (var customer = 0; customer < log.CustomerCount; customer++)
        {
            var (found, begun) = (first.Of(customer), owned.Count);
            heldOut[customer] = found.Count < 2 ? -1 : found.MaxBy(pair => (pair.Moment, pair.Product)).Product;
            foreach (var (product, _) in found)
            {
                if (product != heldOut[customer]) owned.Add(product);
            }

            owned.Sort(begun, owned.Count - begun, null);
            starts[customer + 1] = owned.Count;
        }

        return new LeaveLastOut(new OwnedProducts(log.Customers, log.Products, starts, [.. owned]), heldOut);
    }

    /// <summary>Judges a model that was fitted to <see cref="Training"/>.</summary>
    /// <param name="model">The model.</param>
    /// <param name="cutoff">How many ranks count.</param>
    /// <param name="degreeOfParallelism">How many threads may work; default one per processor. The figures are the same at any degree.</param>
    /// <exception cref="ArgumentException">The model knows other products.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The cutoff or the degree is below one.</exception>
    public RecommendationQuality Evaluate(IProductModel model, int cutoff = 10, int? degreeOfParallelism = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfLessThan(cutoff, 1);
        if (!ReferenceEquals(model.Products, Training.Products))
            throw new ArgumentException("The model was not fitted to the training pairs of this test.", nameof(model));
        var degree = Slices.Degree(degreeOfParallelism);
        var ranks = new int[_heldOut.Length];
        var slices = Slices.Count(ranks.Length, degree, 64);
        Slices.Run(slices, degree, slice =>
        {
            var scores = new float[model.Products.Count];
            var (start, end) = Slices.Range(slice, slices, ranks.Length);
            for (var customer = start; customer < end; customer++)
            {
                if (_heldOut[customer] >= 0) ranks[customer] = Rank(model, Training.Of(customer), _heldOut[customer], scores);
            }
        });
        return RecommendationQuality.Of(ranks, cutoff);
    }

    /// <summary>The rank of a product, from 1, among all that are not owned; ties go to the lower position.</summary>
    private static int Rank(IProductModel model, ReadOnlySpan<int> owned, int heldOut, float[] scores)
    {
        model.Score(owned, scores);
        foreach (var product in owned) scores[product] = float.NegativeInfinity;
        var (own, rank) = (scores[heldOut], 1);
        for (var product = 0; product < heldOut; product++) rank += scores[product] >= own ? 1 : 0;
        for (var product = heldOut + 1; product < scores.Length; product++) rank += scores[product] > own ? 1 : 0;
        return rank;
    }
}
