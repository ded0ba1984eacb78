using Crm.Analytics.Lifetime;

namespace Crm.Analytics.Tests.Lifetime;

/// <summary>Random variables of the models, and whether a fit found the parameters that drew them.</summary>
internal static class Simulation
{
    public static double Gamma(Random random, double shape) => RandomGamma.Next(random, shape);

    public static double Beta(Random random, double a, double b)
    {
        var (left, right) = (Gamma(random, a), Gamma(random, b));
        return left / (left + right);
    }

    public static double Exponential(Random random, double rate) => -Math.Log(1 - random.NextDouble()) / rate;

    /// <summary>Every estimate is within five standard errors of the truth, which one in a million misses, on the scale of logarithms.</summary>
    public static void ShouldRecover<TModel>(ModelFit<TModel> fit, params double[] truth)
    {
        for (var i = 0; i < truth.Length; i++)
        {
            var (name, value, error) = fit.Parameters[i];
            Math.Abs(Math.Log(value / truth[i])).Should().BeLessThan(5 * error!.Value / value, $"{name} is {value} ± {error}, drawn with {truth[i]}");
        }
    }
}
