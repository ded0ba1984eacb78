namespace Crm.Analytics.Lifetime;

/// <summary>A purchase model that fits itself, so that functions over any model can be written once.</summary>
/// <typeparam name="TSelf">The model.</typeparam>
public interface IPurchaseModel<TSelf> : IPurchaseModel
    where TSelf : class, IPurchaseModel<TSelf>
{
    /// <summary>Fits the model by maximum likelihood.</summary>
    /// <param name="table">The customers' histories.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>The best fit found. Look at <see cref="ModelFit{TModel}.Converged"/> and its warnings before using it.</returns>
    /// <exception cref="ArgumentException">The table has no customer with a purchase.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    static abstract ModelFit<TSelf> Fit(RecencyFrequencyTable table, FitOptions? options = null);
}
