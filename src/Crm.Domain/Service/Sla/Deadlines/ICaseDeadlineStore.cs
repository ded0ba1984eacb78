namespace Crm.Domain.Service;

/// <summary>Loads and keeps the deadlines of cases. Finds nothing of another tenant. Never saves.</summary>
public interface ICaseDeadlineStore
{
    /// <summary>Reads the stored logs of cases.</summary>
    /// <param name="ids">The cases.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The entries in their order; none of cases that are not saved yet.</returns>
    Task<ILookup<ServiceCaseId, CaseLogEntry>> LogsAsync(IReadOnlyCollection<ServiceCaseId> ids, CancellationToken cancellationToken);

    /// <summary>Loads the deadlines of cases, those that are not saved yet included.</summary>
    /// <param name="ids">The cases.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The tracked deadlines.</returns>
    Task<IReadOnlyList<ServiceDeadline>> LoadAsync(IReadOnlyCollection<ServiceCaseId> ids, CancellationToken cancellationToken);

    /// <summary>Reads which levels were raised.</summary>
    /// <param name="ids">The deadlines.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The names of levels.</returns>
    Task<ILookup<ServiceDeadlineId, string>> RaisedAsync(IReadOnlyCollection<ServiceDeadlineId> ids, CancellationToken cancellationToken);

    /// <summary>Adds a new deadline, to be written by the next save.</summary>
    /// <param name="deadline">The deadline.</param>
    void Add(ServiceDeadline deadline);

    /// <summary>
    /// Says that a loaded deadline was reckoned anew. When its next level comes is written in any case: the monitor may have written it
    /// meanwhile by what is no longer so, while it looks again in vain at what it has raised already.
    /// </summary>
    /// <param name="deadline">The deadline.</param>
    void Reckoned(ServiceDeadline deadline);

    /// <summary>Reads the ids of cases that have to be solved, in their order.</summary>
    /// <param name="after">Continue after this case; null from the start.</param>
    /// <param name="take">How many.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The ids.</returns>
    Task<IReadOnlyList<ServiceCaseId>> UnsolvedAsync(ServiceCaseId? after, int take, CancellationToken cancellationToken);

    /// <summary>Lets go of cases and their deadlines that are saved, so that a long run does not hold them all.</summary>
    /// <param name="ids">The cases.</param>
    void LetGo(IReadOnlyCollection<ServiceCaseId> ids);
}
