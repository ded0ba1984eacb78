namespace Crm.Analytics.Mathematics;

/// <summary>
/// The logarithm of a sum of positive terms with its gradient and Hessian, from those of the terms' logarithms:
/// the gradient is the weighted mean of the terms' gradients, the Hessian their weighted covariance plus the mean of their Hessians.
/// </summary>
internal ref struct MixtureMoments
{
    private readonly Span<double> _mean;
    private readonly Span<double> _products;
    private double _sum;

    /// <param name="mean">Room for one number per variable, zero.</param>
    /// <param name="products">Room for the square of that, zero.</param>
    public MixtureMoments(Span<double> mean, Span<double> products)
    {
        mean.Clear();
        products.Clear();
        _mean = mean;
        _products = products;
        _sum = 0;
    }

    /// <summary>Adds a term with the gradient of its logarithm; second derivatives are added by <see cref="Bend"/>.</summary>
    public void Add(double weight, scoped ReadOnlySpan<double> slopes)
    {
        _sum += weight;
        for (var i = 0; i < slopes.Length; i++)
        {
            _mean[i] += weight * slopes[i];
            for (var j = i; j < slopes.Length; j++) _products[(i * slopes.Length) + j] += weight * slopes[i] * slopes[j];
        }
    }

    /// <summary>Adds a second derivative of a term's logarithm, row ≤ column.</summary>
    public readonly void Bend(double weight, int row, int column, double second) => _products[(row * _mean.Length) + column] += weight * second;

    /// <summary>Adds the derivatives of the logarithm, times a weight, and returns it.</summary>
    public readonly double Spread(double weight, scoped Span<double> first, scoped Span<double> second)
    {
        var size = _mean.Length;
        for (var i = 0; i < size; i++)
        {
            first[i] += weight * _mean[i] / _sum;
            for (var j = i; j < size; j++)
                second[(i * size) + j] += weight * ((_products[(i * size) + j] / _sum) - (_mean[i] / _sum * (_mean[j] / _sum)));
        }

        return weight * Math.Log(_sum);
    }
}
