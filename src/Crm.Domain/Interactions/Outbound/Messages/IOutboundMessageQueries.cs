using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>Reads and counts outbound messages without tracking.</summary>
public interface IOutboundMessageQueries
{
    /// <summary>Lists messages, queued last first.</summary>
    /// <param name="criteria">Which messages.</param>
    /// <param name="reach">The records the caller may read.</param>
    /// <param name="audiences">The audiences whose messages the caller may read.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    Task<Page<OutboundSummary>> ListAsync(OutboundCriteria criteria, CrmReach reach, IReadOnlyList<Audience> audiences, PageRequest page, CancellationToken cancellationToken);

    /// <summary>When the messages began that count against a ceiling of an address: those queued or sent since, but for refused and withdrawn ones.</summary>
    /// <param name="addressKey">By which two notations of the address are the same.</param>
    /// <param name="since">From when on.</param>
    /// <param name="except">A message that does not count; null for none.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>When each was sent, or queued as long as it is not; at most 10,000.</returns>
    Task<IReadOnlyList<Instant>> ToAddressAsync(string addressKey, Instant since, OutboundMessageId? except, CancellationToken cancellationToken);

    /// <summary>When the messages began that a rule sent about a record; see <see cref="ToAddressAsync"/>.</summary>
    /// <param name="about">The record.</param>
    /// <param name="since">From when on.</param>
    /// <param name="except">A message that does not count; null for none.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>When each was sent, or queued as long as it is not; at most 10,000.</returns>
    Task<IReadOnlyList<Instant>> AutomaticAboutAsync(SubjectReference about, Instant since, OutboundMessageId? except, CancellationToken cancellationToken);

    /// <summary>When the next message is due that waits, one that is overdue included.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The moment; null when none waits.</returns>
    Task<Instant?> NextDueAsync(CancellationToken cancellationToken);
}
