using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>Keeps imports and writes their customers in bulk, in the open transaction.</summary>
public interface ICustomerImportStore
{
    /// <summary>Finds an import.</summary>
    /// <param name="id">The import.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The import, or null.</returns>
    Task<CustomerImportSummary?> FindAsync(CustomerImportId id, CancellationToken cancellationToken);

    /// <summary>The newest import of a fingerprint that was not undone.</summary>
    /// <param name="fingerprint">The fingerprint.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The import, or null.</returns>
    Task<CustomerImportSummary?> LastOfAsync(string fingerprint, CancellationToken cancellationToken);

    /// <summary>The newest imports.</summary>
    /// <param name="take">Most imports to return.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The imports, newest first.</returns>
    Task<IReadOnlyList<CustomerImportSummary>> ListAsync(int take, CancellationToken cancellationToken);

    /// <summary>Records that an import began.</summary>
    /// <param name="started">The import.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>When it is written.</returns>
    Task StartAsync(CustomerImportSummary started, CancellationToken cancellationToken);

    /// <summary>Moves the checkpoint on, unless another process did.</summary>
    /// <param name="from">The import as it was read.</param>
    /// <param name="to">The import after the batch.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>Whether it was moved.</returns>
    Task<bool> AdvanceAsync(CustomerImportSummary from, CustomerImportSummary to, CancellationToken cancellationToken);

    /// <summary>The customers that keys lead to; those that were merged are found at their survivor.</summary>
    /// <param name="system">The other system that references belong to.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One candidate for each key and customer.</returns>
    Task<IReadOnlyList<ImportCandidate>> CandidatesAsync(string system, IReadOnlyCollection<ImportKey> keys, CancellationToken cancellationToken);

    /// <summary>Loads customers to change them.</summary>
    /// <param name="ids">The customers.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The tracked customers that are there.</returns>
    Task<IReadOnlyList<Customer>> LoadAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken);

    /// <summary>Lets go of loaded customers after their changes are saved.</summary>
    /// <param name="customers">The customers.</param>
    void LetGo(IReadOnlyCollection<Customer> customers);

    /// <summary>Writes new customers with parts, derived keys, audit, timeline and events at once.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>When they are written.</returns>
    Task InsertAsync(IReadOnlyList<Customer> customers, CancellationToken cancellationToken);

    /// <summary>Keeps what an import did.</summary>
    /// <param name="id">The import.</param>
    /// <param name="items">Its rows.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>When they are written.</returns>
    Task AddItemsAsync(CustomerImportId id, IReadOnlyList<CustomerImportItem> items, CancellationToken cancellationToken);

    /// <summary>Writes the audit row and the event of an import as a whole.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>When they are written.</returns>
    Task RecordAsync(CustomersImported happened, CancellationToken cancellationToken);

    /// <summary>What an import did, the last row first.</summary>
    /// <param name="id">The import.</param>
    /// <param name="outcome">Rows with this outcome; null for all.</param>
    /// <param name="beforeRow">Rows before this one; null from the last.</param>
    /// <param name="take">Most rows to return.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The rows.</returns>
    Task<IReadOnlyList<CustomerImportItem>> ItemsAsync(CustomerImportId id, ImportOutcome? outcome, int? beforeRow, int take, CancellationToken cancellationToken);

    /// <summary>Marks an import as undone, unless it is.</summary>
    /// <param name="id">The import.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>Whether it was marked.</returns>
    Task<bool> BeginUndoAsync(CustomerImportId id, Instant now, CancellationToken cancellationToken);

    /// <summary>Those of some customers that an import made.</summary>
    /// <param name="id">The import.</param>
    /// <param name="ids">The customers.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The customers that it made.</returns>
    Task<IReadOnlySet<CustomerId>> CreatedAmongAsync(CustomerImportId id, IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken);

    /// <summary>Removes customers that an import made, with parts, keys and their entry in the timeline, unless they were touched since.</summary>
    /// <param name="id">The import.</param>
    /// <param name="ids">The customers.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>What became of each.</returns>
    Task<IReadOnlyList<ImportRemoval>> RemoveAsync(CustomerImportId id, IReadOnlyCollection<CustomerId> ids, Instant now, CancellationToken cancellationToken);

    /// <summary>Writes the audit row and the event of an undoing, and forgets what the import did with each row.</summary>
    /// <param name="undone">The event.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>When it is written.</returns>
    Task EndUndoAsync(CustomerImportUndone undone, CancellationToken cancellationToken);
}
