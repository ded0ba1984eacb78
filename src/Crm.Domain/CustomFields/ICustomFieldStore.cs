namespace Crm.Domain.CustomFields;

/// <summary>Loads definitions of custom fields to change them. Never saves.</summary>
public interface ICustomFieldStore
{
    /// <summary>Loads a definition.</summary>
    /// <param name="recordKind">The kind of record.</param>
    /// <param name="key">The field's key.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked definition, or null.</returns>
    Task<CustomFieldDefinition?> FindAsync(string recordKind, string key, CancellationToken cancellationToken);

    /// <summary>Adds a new definition, to be written by the next save.</summary>
    /// <param name="definition">The definition.</param>
    void Add(CustomFieldDefinition definition);
}
