using Crm.Domain.Customers;

namespace Crm.Domain.Privacy;

/// <summary>Reads everything that is stored about a person, whatever the area.</summary>
public interface IPersonalDataStore
{
    /// <summary>Reads every row about a customer, those of customers that were merged into it too.</summary>
    /// <param name="id">The living customer.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The tables that hold something, by name.</returns>
    Task<IReadOnlyList<ExportedTable>> ExportAsync(CustomerId id, CancellationToken cancellationToken);
}
