namespace Crm.Analytics.Mathematics;

/// <summary>Student's t distribution, by the incomplete beta function of ν / (ν + t²).</summary>
internal static class StudentDistribution
{
    // Beyond this the normal distribution is the same to eight digits.
    private const double NearlyNormal = 1e8;

    /// <summary>P(|T| &gt; |t|) with ν degrees of freedom.</summary>
    public static double TwoSided(double t, double degreesOfFreedom)
    {
        if (t == 0) return 1;
        return degreesOfFreedom > NearlyNormal
            ? NormalDistribution.TwoSided(t)
            : IncompleteBeta.FromOdds(degreesOfFreedom / 2, 0.5, Math.Log(degreesOfFreedom) - (2 * Math.Log(Math.Abs(t))));
    }

    /// <summary>The half-width, in standard errors, of a two-sided interval of a level such as 0.95.</summary>
    public static double HalfWidth(double level, double degreesOfFreedom) => degreesOfFreedom > NearlyNormal
        ? NormalDistribution.HalfWidth(level)
        : Math.Sqrt(degreesOfFreedom * Math.Exp(-IncompleteBeta.InverseOdds(degreesOfFreedom / 2, 0.5, 1 - level)));
}
