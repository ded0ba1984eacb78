namespace Crm.Domain.Sales;

/// <summary>Reads and writes what is learned from closed opportunities, within a transaction of the caller. Finds nothing of another tenant.</summary>
public interface IWinHistoryStore
{
    /// <summary>Waits until nobody else learns, and keeps others waiting until the transaction ends.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>When nobody else learns.</returns>
    Task HoldAsync(CancellationToken cancellationToken);

    /// <summary>Opportunities that closed, or changed after closing, and were not learned from; and those that were and are open again. In the order of ids.</summary>
    /// <param name="after">Only those after this one; null from the first.</param>
    /// <param name="take">How many.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The ids.</returns>
    Task<IReadOnlyList<OpportunityId>> ChangedAsync(OpportunityId? after, int take, CancellationToken cancellationToken);

    /// <summary>Reads opportunities with their people and competitors, without tracking.</summary>
    /// <param name="ids">Which; at most a thousand.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Those that there are.</returns>
    Task<IReadOnlyList<Opportunity>> ReadAsync(IReadOnlyCollection<OpportunityId> ids, CancellationToken cancellationToken);

    /// <summary>Reads open opportunities with their people and competitors, in the order of ids, without tracking.</summary>
    /// <param name="after">Only those after this one; null from the first.</param>
    /// <param name="take">How many.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The opportunities.</returns>
    Task<IReadOnlyList<Opportunity>> OpenAsync(OpportunityId? after, int take, CancellationToken cancellationToken);

    /// <summary>Loads whole opportunities to change them.</summary>
    /// <param name="ids">Which; at most a thousand.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked opportunities that there are.</returns>
    Task<IReadOnlyList<Opportunity>> LoadAsync(IReadOnlyCollection<OpportunityId> ids, CancellationToken cancellationToken);

    /// <summary>Forgets loaded opportunities that are saved, so that a long run does not carry them all.</summary>
    /// <param name="opportunities">Which.</param>
    void LetGo(IReadOnlyCollection<Opportunity> opportunities);

    /// <summary>What was learned from opportunities.</summary>
    /// <param name="ids">Which; at most a thousand.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The lessons that there are.</returns>
    Task<IReadOnlyDictionary<OpportunityId, WinLesson>> LessonsAsync(IReadOnlyCollection<OpportunityId> ids, CancellationToken cancellationToken);

    /// <summary>The lessons of a pipeline from the opportunities that were opened last, the newest first.</summary>
    /// <param name="pipelineId">The pipeline.</param>
    /// <param name="take">How many.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The lessons.</returns>
    Task<IReadOnlyList<WinLesson>> NewestLessonsAsync(PipelineId pipelineId, int take, CancellationToken cancellationToken);

    /// <summary>Puts lessons in place of all that was learned from opportunities.</summary>
    /// <param name="ids">The opportunities.</param>
    /// <param name="lessons">The lessons of those that teach something.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>When they are written.</returns>
    Task ReplaceLessonsAsync(IReadOnlyCollection<OpportunityId> ids, IReadOnlyList<WinLesson> lessons, CancellationToken cancellationToken);

    /// <summary>The models of all pipelines that learned something.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The models, not tracked.</returns>
    Task<IReadOnlyDictionary<PipelineId, PipelineWinModel>> ModelsAsync(CancellationToken cancellationToken);

    /// <summary>Puts models in place of those of the same pipelines.</summary>
    /// <param name="models">The models.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>When they are written.</returns>
    Task ReplaceModelsAsync(IReadOnlyList<PipelineWinModel> models, CancellationToken cancellationToken);

    /// <summary>Removes every lesson and model.</summary>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>When they are gone.</returns>
    Task ClearAsync(CancellationToken cancellationToken);
}
