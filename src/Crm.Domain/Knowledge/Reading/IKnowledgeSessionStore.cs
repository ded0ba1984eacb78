using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>Keeps what readers do. Finds nothing of another tenant. Never saves, but for what is said to be set-based.</summary>
public interface IKnowledgeSessionStore
{
    /// <summary>Loads the session in which a reader is.</summary>
    /// <param name="reader">The reader's hash.</param>
    /// <param name="activeSince">The earliest last act.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked session without its words, one that is not saved yet included; null when there is none.</returns>
    Task<KnowledgeSession?> CurrentAsync(KnowledgeReaderId reader, Instant activeSince, CancellationToken cancellationToken);

    /// <summary>Whether an item is published now for one of some audiences.</summary>
    /// <param name="item">The item.</param>
    /// <param name="audiences">The audiences.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>True when it is.</returns>
    Task<bool> IsReadableAsync(KnowledgeItemId item, IReadOnlyList<Audience> audiences, Instant now, CancellationToken cancellationToken);

    /// <summary>Adds a new session, to be written by the next save.</summary>
    /// <param name="session">The session.</param>
    void Add(KnowledgeSession session);

    /// <summary>Adds a word that became known, to be written by the next save.</summary>
    /// <param name="word">The word.</param>
    void Add(KnowledgeWord word);

    /// <summary>Which of some words are known already.</summary>
    /// <param name="words">Hashes of words.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The known ones.</returns>
    Task<IReadOnlySet<Guid>> KnownAsync(IReadOnlyCollection<Guid> words, CancellationToken cancellationToken);

    /// <summary>How many other readers used some words.</summary>
    /// <param name="words">Hashes of words.</param>
    /// <param name="reader">The reader who is not counted.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The count of each word that somebody used.</returns>
    Task<IReadOnlyDictionary<Guid, int>> OtherReadersAsync(IReadOnlyCollection<Guid> words, KnowledgeReaderId reader, CancellationToken cancellationToken);

    /// <summary>Makes everything of a guest that of a signed-in reader. Set-based.</summary>
    /// <param name="guest">The guest's hash.</param>
    /// <param name="reader">The signed-in reader's hash.</param>
    /// <param name="kind">What kind of principal the reader is.</param>
    /// <param name="customerId">The customer, where one is signed in.</param>
    /// <param name="cancellationToken">Cancels the change.</param>
    /// <returns>How many sessions.</returns>
    Task<int> ClaimAsync(KnowledgeReaderId guest, KnowledgeReaderId reader, ActorKind kind, CustomerId? customerId, CancellationToken cancellationToken);

    /// <summary>Removes all sessions of a reader. Set-based.</summary>
    /// <param name="reader">The reader's hash.</param>
    /// <param name="cancellationToken">Cancels the removal.</param>
    /// <returns>How many sessions.</returns>
    Task<int> RemoveAsync(KnowledgeReaderId reader, CancellationToken cancellationToken);

    /// <summary>Lists the items that a customer opened, the last opened first, each once.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="since">The earliest opening.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The items.</returns>
    Task<IReadOnlyList<ReadItem>> RecentAsync(CustomerId customerId, Instant since, int take, CancellationToken cancellationToken);

    /// <summary>Loads sessions that are over and were not looked at for what helped.</summary>
    /// <param name="now">The current instant.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked sessions without their words, the oldest first.</returns>
    Task<IReadOnlyList<KnowledgeSession>> OverAsync(Instant now, int take, CancellationToken cancellationToken);

    /// <summary>Which of some sessions ended in a case of their customer that was not filed out of the session.</summary>
    /// <param name="ids">The sessions.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Those that did.</returns>
    Task<IReadOnlySet<KnowledgeSessionId>> FiledElsewhereAsync(IReadOnlyCollection<KnowledgeSessionId> ids, CancellationToken cancellationToken);

    /// <summary>Removes sessions whose time is over. Set-based.</summary>
    /// <param name="before">Sessions whose last act was before.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Cancels the removal.</param>
    /// <returns>How many were removed.</returns>
    Task<int> RemoveOldAsync(Instant before, int take, CancellationToken cancellationToken);
}
