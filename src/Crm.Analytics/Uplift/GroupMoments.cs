using System.Runtime.InteropServices;

namespace Crm.Analytics.Uplift;

/// <summary>Means, and sums of squares and products about them, of one group.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct GroupMoments(int Count, double Mean, double Squares, double PastMean, double PastSquares, double Products)
{
    public double Variance => Squares / (Count - 1);

    /// <summary>The variance of outcome − coefficient · past.</summary>
    public double Residual(double coefficient) =>
        Math.Max(0, Squares - (2 * coefficient * Products) + (coefficient * coefficient * PastSquares)) / (Count - 1);

    public static GroupMoments Of(UpliftSample sample, bool treated)
    {
        var (count, sum, pastSum) = (0, 0.0, 0.0);
        for (var i = 0; i < sample.Count; i++)
        {
            if (sample.Treated[i] != treated) continue;
            count++;
            sum += sample.Outcomes[i];
            pastSum += sample.HasPast ? sample.Past[i] : 0;
        }

        var (mean, pastMean) = (sum / count, pastSum / count);
        var (squares, pastSquares, products) = (0.0, 0.0, 0.0);
        for (var i = 0; i < sample.Count; i++)
        {
            if (sample.Treated[i] != treated) continue;
            var (outcome, past) = (sample.Outcomes[i] - mean, sample.HasPast ? sample.Past[i] - pastMean : 0);
            squares += outcome * outcome;
            pastSquares += past * past;
            products += outcome * past;
        }

        return new GroupMoments(count, mean, squares, pastMean, pastSquares, products);
    }
}
