namespace Crm.Analytics.Mathematics;

/// <summary>A function to maximise, with its first and second derivatives.</summary>
internal interface ISmoothObjective
{
    /// <summary>How many variables there are.</summary>
    int Dimension { get; }

    /// <summary>The value; fills the gradient, and the Hessian row by row.</summary>
    double Evaluate(ReadOnlySpan<double> point, Span<double> gradient, Span<double> hessian);
}
