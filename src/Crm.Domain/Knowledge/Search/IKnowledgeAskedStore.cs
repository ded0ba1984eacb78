namespace Crm.Domain.Knowledge;

/// <summary>Writes what readers asked before an item helped them, for the search to learn from.</summary>
public interface IKnowledgeAskedStore
{
    /// <summary>
    /// Writes the asked terms of items and numbers the change, so that every reader takes them up. Writes at once; call it within
    /// <see cref="Primitives.ICrmUnitOfWork.InTransactionAsync{T}"/>.
    /// </summary>
    /// <param name="asked">By item, its terms of <see cref="TermVector.OfWeighted"/>; null takes away what was known. Items that were never published are left alone.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>How many items were written.</returns>
    Task<int> WriteAsync(IReadOnlyDictionary<KnowledgeItemId, byte[]?> asked, CancellationToken cancellationToken);
}
