using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>Loads segments and stays to change them. Never saves.</summary>
public interface ISegmentStore
{
    /// <summary>Loads a segment.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked segment, or null.</returns>
    Task<Segment?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>The segments in use, those that are new in this unit of work too: key to criteria as JSON, null for static lists.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The segments.</returns>
    Task<IReadOnlyDictionary<string, string?>> InUseAsync(CancellationToken cancellationToken);

    /// <summary>Adds a new segment, to be written by the next save.</summary>
    /// <param name="segment">The segment.</param>
    void Add(Segment segment);

    /// <summary>Loads the lasting stays of customers in a segment.</summary>
    /// <param name="key">The segment.</param>
    /// <param name="customers">The customers.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked stays, by customer.</returns>
    Task<IReadOnlyDictionary<CustomerId, SegmentMembership>> StaysAsync(string key, IReadOnlyCollection<CustomerId> customers, CancellationToken cancellationToken);

    /// <summary>Which of these customers there are, without those whose data were erased.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Those that there are.</returns>
    Task<IReadOnlySet<CustomerId>> LivingAsync(IReadOnlyCollection<CustomerId> customers, CancellationToken cancellationToken);

    /// <summary>Adds a new stay, to be written by the next save.</summary>
    /// <param name="stay">The stay.</param>
    void Add(SegmentMembership stay);

    /// <summary>Carries lasting stays of one customer over to another, before its rows move: within the transaction of a merge.</summary>
    /// <param name="mergeId">The merge.</param>
    /// <param name="survivorId">Who stays.</param>
    /// <param name="absorbedId">Who goes.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>When it is done.</returns>
    Task CarryOverAsync(MergeId mergeId, CustomerId survivorId, CustomerId absorbedId, Instant now, CancellationToken cancellationToken);

    /// <summary>Takes back what <see cref="CarryOverAsync"/> did.</summary>
    /// <param name="mergeId">The merge.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>When it is done.</returns>
    Task TakeBackAsync(MergeId mergeId, CancellationToken cancellationToken);

    /// <summary>In which segments two customers are, for the plan of a merge.</summary>
    /// <param name="survivorId">Who stays.</param>
    /// <param name="absorbedId">Who goes.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The keys of each; none where segments are not in use.</returns>
    Task<(IReadOnlySet<string> Survivor, IReadOnlySet<string> Absorbed)> OfBothAsync(CustomerId survivorId, CustomerId absorbedId, CancellationToken cancellationToken);
}
