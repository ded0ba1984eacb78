using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Auditing;

/// <summary>Reads the audit of single records by one index seek, without tracking.</summary>
public interface IAuditQueries
{
    /// <summary>Reads a page of a record's saves, newest first.</summary>
    /// <param name="record">The record.</param>
    /// <param name="criteria">Which saves.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; empty for a record that is not known.</returns>
    Task<Page<AuditedSave>> PageAsync(SubjectReference record, AuditCriteria criteria, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Reads a record's saves up to an instant, in the order in which they happened.</summary>
    /// <param name="record">The record.</param>
    /// <param name="until">The last instant, inclusive.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The saves, oldest first.</returns>
    IAsyncEnumerable<AuditedSave> ReadAsync(SubjectReference record, Instant until, CancellationToken cancellationToken);
}
