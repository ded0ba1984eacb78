namespace Crm.Analytics.Lifetime;

/// <summary>How a model is fitted by maximum likelihood.</summary>
public sealed record FitOptions
{
    /// <summary>
    /// Pulls parameters towards zero: customers × penalty × the sum of squared parameters is taken off the
    /// log-likelihood that is maximised (the scale of the Python package lifetimes; its time unit matters too).
    /// </summary>
    /// <value>Default 0. For a few hundred customers or fewer, 0.001 to 0.1 keeps parameters from running away.</value>
    public double Penalty { get; init; }

    /// <summary>The search has converged when no partial derivative of the log-likelihood by the logarithm of a parameter exceeds this times the number of customers.</summary>
    /// <value>Default 1e-9.</value>
    public double GradientTolerance { get; init; } = 1e-9;

    /// <summary>How many steps one search may take.</summary>
    /// <value>Default 200.</value>
    public int MaximumIterations { get; init; } = 200;

    internal void Check()
    {
        if (!double.IsFinite(Penalty) || Penalty < 0) throw Wrong(nameof(Penalty), Penalty);
        if (!(GradientTolerance > 0)) throw Wrong(nameof(GradientTolerance), GradientTolerance);
        if (MaximumIterations < 1) throw Wrong(nameof(MaximumIterations), MaximumIterations);

        static ArgumentOutOfRangeException Wrong(string option, object value) =>
            new("options", value, $"{option} is out of range.");
    }
}
