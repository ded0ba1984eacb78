namespace Crm.Domain.Insights;

/// <summary>A model as a run used it: enough to judge it, and to predict with it again.</summary>
/// <param name="Name">Its name, such as <c>MBG/NBD</c>.</param>
/// <param name="Unit">The unit of its times: <c>day</c>, <c>week</c> or <c>month</c>.</param>
/// <param name="Parameters">Its parameters, in the order of the literature.</param>
/// <param name="Customers">How many customers the estimates rest on.</param>
/// <param name="LogLikelihood">The log-likelihood summed over them.</param>
public sealed record InsightModel(string Name, string Unit, IReadOnlyList<InsightParameter> Parameters, double Customers, double LogLikelihood)
{
    /// <summary>The covariance of the estimates, row by row; null where the likelihood is not curved downwards.</summary>
    public IReadOnlyList<double>? Covariance { get; init; }

    /// <summary>How strongly parameters were drawn towards zero, since the data alone did not hold them; zero where they did.</summary>
    public double Penalty { get; init; }
}

/// <summary>One parameter of a model.</summary>
/// <param name="Name">Its name in the literature, such as <c>alpha</c>.</param>
/// <param name="Value">Its estimate.</param>
/// <param name="StandardError">The standard error; null where it is not known.</param>
public sealed record InsightParameter(string Name, double Value, double? StandardError);
