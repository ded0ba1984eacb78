namespace Crm.Domain.Marketing;

/// <summary>How much larger one share is than another.</summary>
/// <param name="Difference">The first share less the second.</param>
/// <param name="Lower">The lower end of the confidence interval.</param>
/// <param name="Upper">The upper end.</param>
public sealed record ProportionDifference(double Difference, double Lower, double Upper)
{
    /// <summary>Whether the interval leaves out zero.</summary>
    public bool IsSignificant => Lower > 0 || Upper < 0;
}
