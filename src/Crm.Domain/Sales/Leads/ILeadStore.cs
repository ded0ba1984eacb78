using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Loads leads to change them. Finds nothing of another tenant. Never saves.</summary>
public interface ILeadStore
{
    /// <summary>Loads a lead with its points.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked lead, or null.</returns>
    Task<Lead?> FindAsync(LeadId id, CancellationToken cancellationToken);

    /// <summary>Adds a new lead, to be written by the next save.</summary>
    /// <param name="lead">The lead.</param>
    void Add(Lead lead);

    /// <summary>
    /// Takes along what happened with a lead, in the open transaction: its timeline stands under the records too, contacts and messages that were
    /// about it are about the first record, and so are activities, which get a customer where they have none. The records are saved before.
    /// </summary>
    /// <param name="id">The lead.</param>
    /// <param name="records">The records that it became, the one that takes its place first.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="cancellationToken">Cancels the move.</param>
    /// <returns>When it is done.</returns>
    Task TakeAlongAsync(LeadId id, IReadOnlyList<SubjectReference> records, Instant now, CancellationToken cancellationToken);
}
