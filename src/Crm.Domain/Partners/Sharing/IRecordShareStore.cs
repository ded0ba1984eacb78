using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>Loads what is shared with partners. Finds nothing of another tenant. Never saves.</summary>
public interface IRecordShareStore
{
    /// <summary>Loads a sharing.</summary>
    /// <param name="id">The sharing.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked sharing, or null.</returns>
    Task<RecordShare?> FindAsync(RecordShareId id, CancellationToken cancellationToken);

    /// <summary>Loads the sharing of a record with a partner that is open at an instant, the widest first.</summary>
    /// <param name="partnerId">The partner.</param>
    /// <param name="subject">The record.</param>
    /// <param name="now">The instant.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked sharing, or null.</returns>
    Task<RecordShare?> FindOpenAsync(PartnerId partnerId, SubjectReference subject, Instant now, CancellationToken cancellationToken);

    /// <summary>Lists the sharings of a record, the newest first, whether open or not.</summary>
    /// <param name="subject">The record.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The sharings, to read.</returns>
    Task<IReadOnlyList<RecordShare>> OfRecordAsync(SubjectReference subject, CancellationToken cancellationToken);

    /// <summary>Lists what is open to a partner at an instant, the newest first.</summary>
    /// <param name="partnerId">The partner.</param>
    /// <param name="now">The instant.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page, without comments, to read.</returns>
    Task<Page<RecordShare>> OpenToAsync(PartnerId partnerId, Instant now, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Adds a new sharing, to be written by the next save.</summary>
    /// <param name="share">The sharing.</param>
    void Add(RecordShare share);
}
