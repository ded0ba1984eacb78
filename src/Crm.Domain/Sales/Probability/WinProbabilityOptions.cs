namespace Crm.Domain.Sales;

/// <summary>How chances are learned.</summary>
public sealed record WinProbabilityOptions
{
    /// <summary>
    /// What is added to every count so that nothing is impossible; 0.1 by default, as 1 weighs too much where few deals are closed.
    /// </summary>
    public double Smoothing { get; init; } = 0.1;

    /// <summary>The closed deals that a tag needs before it counts; 50 by default.</summary>
    public int MinClosedDealsOfTag { get; init; } = 50;

    /// <summary>The least chance that a deal in work is given, and what the greatest falls short of 1; 0.0001 by default.</summary>
    public double Margin { get; init; } = 0.0001;

    internal WinProbabilityOptions Checked() => this is { Smoothing: > 0 and < 1_000, MinClosedDealsOfTag: >= 0, Margin: > 0 and < 0.5 }
        ? this
        : throw new ArgumentException("Smoothing is more than 0, the number of deals not negative, the margin between 0 and 0.5.");
}
