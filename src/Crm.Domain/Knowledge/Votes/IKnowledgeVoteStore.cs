namespace Crm.Domain.Knowledge;

/// <summary>Loads votes to change them, and counts them. Finds nothing of another tenant. Never saves.</summary>
public interface IKnowledgeVoteStore
{
    /// <summary>Loads the vote of a reader on an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="reader">The reader's hash.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked vote, one that is not saved yet included; null when there is none.</returns>
    Task<KnowledgeVote?> FindAsync(KnowledgeItemId item, KnowledgeReaderId reader, CancellationToken cancellationToken);

    /// <summary>Loads all votes of a reader.</summary>
    /// <param name="reader">The reader's hash.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked votes.</returns>
    Task<IReadOnlyList<KnowledgeVote>> OfReaderAsync(KnowledgeReaderId reader, CancellationToken cancellationToken);

    /// <summary>Adds a new vote, to be written by the next save.</summary>
    /// <param name="vote">The vote.</param>
    void Add(KnowledgeVote vote);

    /// <summary>Removes a vote by the next save.</summary>
    /// <param name="vote">The vote.</param>
    void Remove(KnowledgeVote vote);

    /// <summary>Counts the votes on items.</summary>
    /// <param name="items">The items.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The counts of the items that have votes.</returns>
    Task<IReadOnlyDictionary<KnowledgeItemId, KnowledgeVoteCount>> CountAsync(IReadOnlyCollection<KnowledgeItemId> items, CancellationToken cancellationToken);
}
