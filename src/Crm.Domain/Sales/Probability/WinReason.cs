namespace Crm.Domain.Sales;

/// <summary>What one trait of a deal does to its chance.</summary>
/// <param name="Field">The field; <see cref="WinProbabilityModel.StageField"/> for the stage.</param>
/// <param name="Value">The deal's value.</param>
/// <param name="Won">The won deals with this value.</param>
/// <param name="Lost">The lost deals with it.</param>
/// <param name="LogOdds">What is added to the natural logarithm of the odds: above 0 it speaks for winning, below against.</param>
public sealed record WinReason(string Field, string Value, int Won, int Lost, double LogOdds)
{
    /// <summary>By how much the odds are multiplied.</summary>
    public double OddsFactor => Math.Exp(LogOdds);
}
