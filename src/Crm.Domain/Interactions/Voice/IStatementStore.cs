namespace Crm.Domain.Interactions;

/// <summary>Loads statements to change them. Finds nothing of another tenant. Never saves.</summary>
public interface IStatementStore
{
    /// <summary>Loads a statement.</summary>
    /// <param name="id">The statement.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked statement, or null.</returns>
    Task<CustomerStatement?> FindAsync(StatementId id, CancellationToken cancellationToken);

    /// <summary>Adds a new statement, to be written by the next save.</summary>
    /// <param name="statement">The statement.</param>
    void Add(CustomerStatement statement);
}
