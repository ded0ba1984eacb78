using System.Runtime.InteropServices;
using Crm.Analytics.Parallelism;
using Crm.Analytics.Purchases;

namespace Crm.Analytics.Recommendations;

/// <summary>
/// EASE, the linear model that predicts each product from all others: B = I − P · diag(1/P) with P = (XᵀX + λI)⁻¹, X the customers'
/// products. Closed form, no iterations, no seed.
/// </summary>
/// <remarks>Source: H. Steck, "Embarrassingly Shallow Autoencoders for Sparse Data", The Web Conference (2019). Computed in single precision.</remarks>
public sealed class Ease : IProductModel
{
    private readonly float[] _weights;
    private readonly int _stride;

    private Ease(PurchaseKeys products, EaseOptions options, float[] weights, int stride) =>
        (Products, Options, _weights, _stride) = (products, options, weights, stride);

    /// <inheritdoc/>
    public PurchaseKeys Products { get; }

    /// <summary>How the model was fitted.</summary>
    public EaseOptions Options { get; }

    /// <summary>Fits the model.</summary>
    /// <param name="owned">Who bought what.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">There are too many products, or λ is so small that the matrix cannot be inverted in single precision.</exception>
    public static Ease Fit(OwnedProducts owned, EaseOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(owned);
        options ??= new EaseOptions();
        options.Check(owned.Products.Count);
        var degree = Slices.Degree(options.DegreeOfParallelism);
        var (products, stride) = (owned.Products.Count, SymmetricInverse.Padded(owned.Products.Count));
        var matrix = new float[(long)stride * stride];
        CoPurchases.Fill(owned, matrix, stride, degree);
        for (var i = 0; i < stride; i++) matrix[((long)i * stride) + i] += i < products ? (float)options.Lambda : 1;
        if (!SymmetricInverse.Negate(matrix, stride, degree))
            throw new ArgumentException($"Lambda {options.Lambda} is too small for these purchases: the matrix is singular in single precision.", nameof(options));
        ToWeights(matrix, stride, degree);
        return new Ease(owned.Products, options, matrix, stride);
    }

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<int> owned, Span<float> scores)
    {
        var target = scores[..Products.Count];
        target.Clear();
        foreach (var product in owned) VectorSum.Add(Row(product), target);
    }

    /// <inheritdoc/>
    public float Contribution(int owned, int product) => Row(owned)[product];

    private ReadOnlySpan<float> Row(int product)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)product, (uint)Products.Count, nameof(product));
        return MemoryMarshal.CreateReadOnlySpan(ref _weights[(long)product * _stride], Products.Count);
    }

    // The lower half holds −P; the weight of i for j is −P(i, j) / P(j, j), and nothing predicts itself.
    private static void ToWeights(float[] matrix, int stride, int degree)
    {
        const int Block = SymmetricInverse.Granule;
        var scales = new float[stride];
        for (var i = 0; i < stride; i++) scales[i] = -1 / matrix[((long)i * stride) + i];
        Slices.Run(stride / Block, degree, rows =>
        {
            for (var columns = 0; columns <= rows; columns++)
            {
                for (var i = rows * Block; i < (rows + 1) * Block; i++)
                {
                    for (var j = columns * Block; j < Math.Min(i, (columns + 1) * Block); j++)
                    {
                        var value = matrix[((long)i * stride) + j];
                        matrix[((long)i * stride) + j] = value * scales[j];
                        matrix[((long)j * stride) + i] = value * scales[i];
                    }
                }
            }
        });
        for (var i = 0; i < stride; i++) matrix[((long)i * stride) + i] = 0;
    }
}
