namespace Crm.Domain.Interactions;

/// <summary>Loads and lists message templates. Finds nothing of another tenant. Never saves.</summary>
public interface IMessageTemplateStore
{
    /// <summary>Loads a template by its key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked template, or null.</returns>
    Task<MessageTemplate?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Lists templates by key, without tracking; at most a thousand.</summary>
    /// <param name="withArchived">Whether those that are archived are listed too.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The templates.</returns>
    Task<IReadOnlyList<MessageTemplateSummary>> ListAsync(bool withArchived, CancellationToken cancellationToken);

    /// <summary>Adds a new template, to be written by the next save.</summary>
    /// <param name="template">The template.</param>
    void Add(MessageTemplate template);
}
