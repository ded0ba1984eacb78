namespace Crm.Domain.Sales;

/// <summary>
/// Straightens learned chances: traits that say the same twice make naive Bayes too sure of itself. The logarithm of the odds
/// is multiplied and shifted so that deals given 30 % are won three times in ten.
/// </summary>
/// <remarks>
/// Platt, "Probabilistic Outputs for Support Vector Machines", 1999, with his targets for small samples, over chances that
/// each closed deal would have been given without itself; Newton's method as in Lin, Lin and Weng, 2007.
/// </remarks>
/// <param name="Slope">What the logarithm of the odds is multiplied with; 1 changes nothing.</param>
/// <param name="Intercept">What is added to it.</param>
public sealed record WinCalibration(double Slope, double Intercept)
{
    /// <summary>The deals of either outcome that calibration needs.</summary>
    public const int MinDeals = 10;

    /// <summary>Fits the calibration of a model to the closed deals that it learned from.</summary>
    /// <param name="model">The model; it knows every one of the deals.</param>
    /// <param name="closed">The deals with their outcome.</param>
    /// <returns>The calibration; null with fewer than <see cref="MinDeals"/> of either outcome.</returns>
    public static WinCalibration? Fit(WinProbabilityModel model, IEnumerable<(DealTraits Deal, bool Won)> closed)
    {
        ArgumentNullException.ThrowIfNull(model);
        var sample = closed.Select(c => (model.Without(c.Deal, c.Won)?.LogOdds, c.Won)).Where(s => s.LogOdds is { } x && double.IsFinite(x)).Select(s => (X: s.LogOdds!.Value, s.Won)).ToList();
        var won = sample.Count(s => s.Won);
        if (won < MinDeals || sample.Count - won < MinDeals)
        {
            return null;
        }

        var targets = (Won: (won + 1.0) / (won + 2), Lost: 1.0 / (sample.Count - won + 2));
        var (slope, intercept) = (1.0, 0.0);
        var loss = Loss(sample, targets, slope, intercept);
        for (var step = 0; step < 100; step++)
        {
            var (g1, g0, h11, h10, h00) = (0.0, 0.0, 1e-9, 0.0, 1e-9);
            foreach (var (x, isWon) in sample)
            {
                var p = 1 / (1 + Math.Exp(-((slope * x) + intercept)));
                var (error, weight) = (p - (isWon ? targets.Won : targets.Lost), p * (1 - p));
                (g1, g0, h11, h10, h00) = (g1 + (error * x), g0 + error, h11 + (weight * x * x), h10 + (weight * x), h00 + weight);
            }

            var determinant = (h11 * h00) - (h10 * h10);
            if (!(Math.Abs(g1) + Math.Abs(g0) > 1e-9 * sample.Count) || determinant <= 0)
            {
                break;
            }

            var (down1, down0) = (((h00 * g1) - (h10 * g0)) / determinant, ((h11 * g0) - (h10 * g1)) / determinant);
            var length = 1.0;
            for (; length > 1e-8; length /= 2)
            {
                var tried = Loss(sample, targets, slope - (length * down1), intercept - (length * down0));
                if (tried <= loss)
                {
                    (slope, intercept, loss) = (slope - (length * down1), intercept - (length * down0), tried);
                    break;
                }
            }

            if (length <= 1e-8)
            {
                break;
            }
        }

        // A slope below zero would turn reasons round: then the traits say nothing, and neither do we.
        return new WinCalibration(Math.Max(0, slope), slope < 0 ? Math.Log((double)won / (sample.Count - won)) : intercept);
    }

    private static double Loss(List<(double X, bool Won)> sample, (double Won, double Lost) targets, double slope, double intercept)
    {
        var sum = 0.0;
        foreach (var (x, isWon) in sample)
        {
            var f = (slope * x) + intercept;
            sum += Math.Max(f, 0) + Math.Log(1 + Math.Exp(-Math.Abs(f))) - ((isWon ? targets.Won : targets.Lost) * f);
        }

        return sum;
    }
}
