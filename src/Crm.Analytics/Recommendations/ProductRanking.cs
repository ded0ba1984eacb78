namespace Crm.Analytics.Recommendations;

/// <summary>Picks the best products of one customer after the other, on one thread. Ties go to the lower key.</summary>
internal sealed class ProductRanking(IProductModel model, NextProductOptions options)
{
    private readonly float[] _scores = new float[model.Products.Count];
    private readonly float[] _bestScores = new float[Math.Min(options.Count, model.Products.Count)];
    private readonly int[] _best = new int[Math.Min(options.Count, model.Products.Count)];
    private int _count;

    /// <summary>The positions of the best products, best first, until the next call.</summary>
    public ReadOnlySpan<int> Products => _best.AsSpan(0, _count);

    /// <summary>Their scores.</summary>
    public ReadOnlySpan<float> Scores => _bestScores.AsSpan(0, _count);

    public void Rank(ReadOnlySpan<int> owned)
    {
        model.Score(owned, _scores);
        if (!options.IncludeOwned)
        {
            foreach (var product in owned) _scores[product] = float.NegativeInfinity;
        }

        _count = 0;
        // Nothing is recommended that nothing speaks for.
        var least = 0f;
        for (var product = 0; product < _scores.Length; product++)
        {
            if (!(_scores[product] > least)) continue;
            Insert(product, _scores[product]);
            if (_count == _best.Length) least = _bestScores[^1];
        }
    }

    private void Insert(int product, float score)
    {
        var place = _count < _best.Length ? _count++ : _count - 1;
        for (; place > 0 && _bestScores[place - 1] < score; place--)
            (_best[place], _bestScores[place]) = (_best[place - 1], _bestScores[place - 1]);
        (_best[place], _bestScores[place]) = (product, score);
    }
}
