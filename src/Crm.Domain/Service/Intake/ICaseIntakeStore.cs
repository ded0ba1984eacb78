using Crm.Domain.Customers;

namespace Crm.Domain.Service;

/// <summary>Loads and writes the cases of a batch of messages. Finds nothing of another tenant. Never saves.</summary>
public interface ICaseIntakeStore
{
    /// <summary>Whether the service area is in use.</summary>
    bool IsMapped { get; }

    /// <summary>Loads cases without what was written in them, and every case on the way to where they were merged.</summary>
    /// <param name="numbers">Numbers.</param>
    /// <param name="ids">Ids.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The tracked cases. Do not read their messages.</returns>
    Task<IReadOnlyList<ServiceCase>> LoadAsync(IReadOnlyCollection<CaseNumber> numbers, IReadOnlyCollection<ServiceCaseId> ids, CancellationToken cancellationToken);

    /// <summary>Those of some customers whose personal data were erased.</summary>
    /// <param name="ids">The customers.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The erased ones.</returns>
    Task<IReadOnlySet<CustomerId>> ErasedAmongAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken);

    /// <summary>Writes new cases with their parts, audit, timeline and events at once.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>When they are written.</returns>
    Task InsertAsync(IReadOnlyList<ServiceCase> cases, CancellationToken cancellationToken);
}
