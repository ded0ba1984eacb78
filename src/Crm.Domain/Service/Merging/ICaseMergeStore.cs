namespace Crm.Domain.Service;

/// <summary>Follows cases that were merged. Finds nothing of another tenant.</summary>
public interface ICaseMergeStore
{
    /// <summary>The case at the end of the chain of merges; a chain that returns to itself ends where it would repeat.</summary>
    /// <param name="id">Where the chain begins.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The case that goes on: the same one when it was not merged; null when there is none.</returns>
    Task<ServiceCaseId?> TargetOfAsync(ServiceCaseId id, CancellationToken cancellationToken);

    /// <summary>The ids of the cases that ended in a case, directly or through others.</summary>
    /// <param name="id">The case that goes on.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The ids, without its own.</returns>
    Task<IReadOnlyList<ServiceCaseId>> SourcesOfAsync(ServiceCaseId id, CancellationToken cancellationToken);

    /// <summary>Reads the messages of several cases, oldest first.</summary>
    /// <param name="ids">The cases.</param>
    /// <param name="kinds">Kinds of message to read.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The messages.</returns>
    Task<IReadOnlyList<ConversationMessage>> MessagesAsync(IReadOnlyCollection<ServiceCaseId> ids, IReadOnlyCollection<CaseMessageKind> kinds, CancellationToken cancellationToken);
}
