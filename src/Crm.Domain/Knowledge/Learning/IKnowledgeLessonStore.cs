using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>Knows of which items the search has something to learn from readers.</summary>
public interface IKnowledgeLessonStore
{
    /// <summary>Notes that something is to be learned of items, unless that is noted already; written by the next save.</summary>
    /// <param name="items">The items.</param>
    /// <param name="dueAt">When.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>When it is noted.</returns>
    Task AskAsync(IReadOnlyCollection<KnowledgeItemId> items, Instant dueAt, CancellationToken cancellationToken);
}
