namespace Crm.Domain.Sales;

/// <summary>Loads pipelines to change them and to rule by them. Finds nothing of another tenant. Never saves.</summary>
public interface IPipelineStore
{
    /// <summary>Loads a pipeline with its stages.</summary>
    /// <param name="id">The pipeline.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked pipeline, or null.</returns>
    Task<Pipeline?> FindAsync(PipelineId id, CancellationToken cancellationToken);

    /// <summary>Loads a pipeline by its name.</summary>
    /// <param name="name">The name, as it is written.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked pipeline, or null.</returns>
    Task<Pipeline?> FindByNameAsync(string name, CancellationToken cancellationToken);

    /// <summary>Loads the pipeline for opportunities that name none.</summary>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked pipeline, or null.</returns>
    Task<Pipeline?> FindDefaultAsync(CancellationToken cancellationToken);

    /// <summary>Lists all pipelines with their stages, by name, without tracking.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The pipelines.</returns>
    Task<IReadOnlyList<Pipeline>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Whether an opportunity is in a stage or ever was.</summary>
    /// <param name="id">The pipeline.</param>
    /// <param name="stage">Key of the stage.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Whether it is used.</returns>
    Task<bool> IsUsedAsync(PipelineId id, string stage, CancellationToken cancellationToken);

    /// <summary>Adds a new pipeline, to be written by the next save.</summary>
    /// <param name="pipeline">The pipeline.</param>
    void Add(Pipeline pipeline);
}
