using Crm.Domain.Customers;

namespace Crm.Domain.Privacy;

/// <summary>Loads and lists restrictions and legal holds. Never saves.</summary>
public interface IPrivacyMeasureStore
{
    /// <summary>Loads a measure.</summary>
    /// <param name="id">The measure.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked measure, or null.</returns>
    Task<PrivacyMeasure?> FindAsync(PrivacyMeasureId id, CancellationToken cancellationToken);

    /// <summary>The measures on many customers, those that ended included.</summary>
    /// <param name="ids">Living customers.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The measures, oldest first.</returns>
    Task<IReadOnlyList<PrivacyMeasureRecord>> OfAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken);

    /// <summary>Adds a measure, to be written by the next save.</summary>
    /// <param name="measure">The measure.</param>
    void Add(PrivacyMeasure measure);
}
