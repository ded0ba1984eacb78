using Crm.Analytics.Mathematics;
using Crm.Analytics.Purchases;

namespace Crm.Analytics.Lifetime;

/// <summary>
/// The uncertainty of expected values that comes from the estimates: the delta method on ln(value), whose derivatives by the
/// logarithms of both models' parameters are known. The models are fitted apart, so their errors are independent.
/// </summary>
internal sealed class ValueInterval
{
    private readonly CustomerSummaries _summaries;
    private readonly RecencyFrequencyTable _table;
    private readonly double[][] _slopes;
    private readonly double[]? _purchaseErrors;
    private readonly double[]? _spendErrors;
    private readonly GammaGamma _spend;
    private readonly double _width;

    public ValueInterval(
        CustomerSummaries summaries, RecencyFrequencyTable table, double[][] slopes, IReadOnlyList<double>? covariance,
        IReadOnlyList<ModelParameter> parameters, ModelFit<GammaGamma> spend, double confidence)
    {
        (_summaries, _table, _slopes, _spend) = (summaries, table, slopes, spend.Model);
        (_purchaseErrors, _spendErrors) = (Relative(covariance, parameters), Relative(spend.Covariance, spend.Parameters));
        _width = NormalDistribution.HalfWidth(confidence);
    }

    public bool IsKnown => _purchaseErrors is not null && _spendErrors is not null && _slopes.Length > 0;

    /// <summary>Value · exp(±z · standard error of ln value).</summary>
    public double[] Bounds(double[] values, int side)
    {
        var bounds = new double[values.Length];
        var (purchase, spend) = (new double[_slopes.Length], new double[3]);
        for (var i = 0; i < values.Length; i++)
        {
            if (!Slopes(i, purchase, spend))
            {
                bounds[i] = double.NaN;
                continue;
            }

            bounds[i] = values[i] * Math.Exp(side * _width * Error(purchase, spend));
        }

        return bounds;
    }

    /// <summary>The same for the sum of the values.</summary>
    public (double Lower, double Upper) Total(double[] values)
    {
        var (purchase, spend) = (new double[_slopes.Length], new double[3]);
        var (purchaseSum, spendSum, total) = (new double[_slopes.Length], new double[3], 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            if (!Slopes(i, purchase, spend)) continue;
            total += values[i];
            for (var k = 0; k < purchase.Length; k++) purchaseSum[k] += values[i] * purchase[k];
            for (var k = 0; k < 3; k++) spendSum[k] += values[i] * spend[k];
        }

        if (total == 0) return (0, 0);
        var error = Error(Array.ConvertAll(purchaseSum, sum => sum / total), Array.ConvertAll(spendSum, sum => sum / total));
        return (total * Math.Exp(-_width * error), total * Math.Exp(_width * error));
    }

    /// <summary>Derivatives of ln(value) of one customer; false without a purchase.</summary>
    private bool Slopes(int customer, double[] purchase, double[] spend)
    {
        var history = _table.HistoryOf[customer];
        if (history < 0) return false;
        for (var k = 0; k < purchase.Length; k++) purchase[k] = _slopes[k][history];

        // ln E[M] = ln p + ln(v + xz) − ln(px + q − 1)
        var x = _summaries.Monetary[customer] > 0 ? _summaries.Frequencies[customer] : 0;
        var (weight, scale) = ((_spend.P * x) + _spend.Q - 1, _spend.V + (x * _summaries.Monetary[customer]));
        spend[0] = 1 - (_spend.P * x / weight);
        spend[1] = -_spend.Q / weight;
        spend[2] = _spend.V / scale;
        return true;
    }

    private double Error(double[] purchase, double[] spend) =>
        Math.Sqrt(Math.Max(0, Quadratic(_purchaseErrors!, purchase) + Quadratic(_spendErrors!, spend)));

    private static double Quadratic(double[] matrix, double[] vector)
    {
        var sum = 0.0;
        for (var i = 0; i < vector.Length; i++)
        {
            for (var j = 0; j < vector.Length; j++) sum += vector[i] * matrix[(i * vector.Length) + j] * vector[j];
        }

        return sum;
    }

    /// <summary>The covariance of the parameters' logarithms.</summary>
    private static double[]? Relative(IReadOnlyList<double>? covariance, IReadOnlyList<ModelParameter> parameters) =>
        covariance?.Select((value, i) => value / (parameters[i / parameters.Count].Value * parameters[i % parameters.Count].Value)).ToArray();
}
