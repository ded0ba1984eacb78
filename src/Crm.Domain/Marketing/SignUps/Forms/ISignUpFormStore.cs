namespace Crm.Domain.Marketing;

/// <summary>Loads sign-up forms to change them, or to ask by them. Finds nothing of another tenant. Never saves.</summary>
public interface ISignUpFormStore
{
    /// <summary>Loads a form.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked form, or null.</returns>
    Task<SignUpForm?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Loads a form.</summary>
    /// <param name="id">The form.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked form, or null.</returns>
    Task<SignUpForm?> FindAsync(SignUpFormId id, CancellationToken cancellationToken);

    /// <summary>Lists all forms by their keys.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The forms without their definitions.</returns>
    Task<IReadOnlyList<SignUpFormSummary>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Adds a new form, to be written by the next save.</summary>
    /// <param name="form">The form.</param>
    void Add(SignUpForm form);
}
