namespace Crm.Domain.Knowledge;

/// <summary>Loads lists of synonyms to change them. Finds nothing of another tenant. Never saves.</summary>
public interface IKnowledgeSynonymStore
{
    /// <summary>Loads the list of a language.</summary>
    /// <param name="language">The primary subtag in lower case.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked list, or null.</returns>
    Task<KnowledgeSynonymList?> FindAsync(string language, CancellationToken cancellationToken);

    /// <summary>Adds a new list, to be written by the next save.</summary>
    /// <param name="list">The list.</param>
    void Add(KnowledgeSynonymList list);
}
