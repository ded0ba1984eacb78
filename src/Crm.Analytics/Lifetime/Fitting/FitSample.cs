using Crm.Analytics.Fitting;
using Crm.Analytics.Purchases;

namespace Crm.Analytics.Lifetime;

/// <summary>What a model is fitted to: rows with weights, and what is known about them before the fit.</summary>
/// <param name="Rows">The distinct rows, in an order of which every n-th is a fair sample.</param>
/// <param name="Weights">How many customers each row stands for.</param>
/// <param name="Customers">The sum of the weights.</param>
/// <param name="Unit">The time unit of the rows.</param>
/// <param name="Window">The days the data cover, if known.</param>
internal sealed record FitSample<TRow>(
    ReadOnlyMemory<TRow> Rows, ReadOnlyMemory<double> Weights, double Customers, TimeUnit Unit, ObservationWindow? Window)
{
    /// <summary>What is wrong or worth knowing about the data.</summary>
    public List<FitWarning> Warnings { get; } = [];
}
