namespace Crm.Domain.CustomFields;

/// <summary>Reads custom fields without tracking.</summary>
public interface ICustomFieldQueries
{
    /// <summary>The fields of a kind of record, archived ones too, by key; those that are not saved yet are known too.</summary>
    /// <param name="recordKind">The kind of record.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The fields.</returns>
    Task<IReadOnlyList<CustomField>> ListAsync(string recordKind, CancellationToken cancellationToken);

    /// <summary>The same fields with one command: with key and type, without labels, choices and bounds.</summary>
    /// <param name="recordKind">The kind of record.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The fields.</returns>
    Task<IReadOnlyList<CustomField>> TypesAsync(string recordKind, CancellationToken cancellationToken);
}
