namespace Crm.Analytics.Recommendations;

/// <summary>How <see cref="Ease"/> is fitted.</summary>
public sealed record EaseOptions
{
    /// <summary>The ridge λ: larger trusts rare pairs less.</summary>
    /// <value>Default 300; above 0, so that the matrix can be inverted.</value>
    public double Lambda { get; init; } = 300;

    /// <summary>The most products to fit, because memory grows with the square (4 bytes a pair) and work with the cube.</summary>
    /// <value>Default 20,000, which takes 1.6 GB; at most 46,000.</value>
    public int MaximumProducts { get; init; } = 20_000;

    /// <summary>How many threads may work; the model is the same at any degree.</summary>
    /// <value>Default null: one per processor.</value>
    public int? DegreeOfParallelism { get; init; }

    internal void Check(int products)
    {
        if (!(Lambda > 0) || !double.IsFinite(Lambda)) throw new ArgumentOutOfRangeException("options", Lambda, "Lambda must be above 0.");
        if (MaximumProducts is < 1 or > 46_000)
            throw new ArgumentOutOfRangeException("options", MaximumProducts, "The most products must be from 1 to 46,000.");
        if (products > MaximumProducts)
            throw new ArgumentException($"{products} products are more than the {MaximumProducts} allowed; {nameof(ItemKnn)} has no such limit.", nameof(products));
    }
}
