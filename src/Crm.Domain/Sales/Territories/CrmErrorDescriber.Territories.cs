namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>There is no such territory.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError TerritoryNotFound(string key) => Error(nameof(TerritoryNotFound), "There is no territory {0}.", "territory", key);

    /// <summary>Another territory has the name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The error.</returns>
    public virtual CrmError TerritoryNameTaken(string name) => Error(nameof(TerritoryNameTaken), "There is a territory {0} already.", "name", name);

    /// <summary>The territory is retired.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The error.</returns>
    public virtual CrmError TerritoryRetired(string name) => Error(nameof(TerritoryRetired), "Territory {0} is retired.", "territory", name);

    /// <summary>The territory is not retired.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The error.</returns>
    public virtual CrmError TerritoryNotRetired(string name) => Error(nameof(TerritoryNotRetired), "Territory {0} is not retired.", "territory", name);

    /// <summary>The territory takes what no other does, so it cannot be retired.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The error.</returns>
    public virtual CrmError TerritoryIsFallback(string name) =>
        Error(nameof(TerritoryIsFallback), "Territory {0} takes what no other does. Let another one do that first.", "territory", name);

    /// <summary>No territory takes the record.</summary>
    /// <param name="name">What people call it.</param>
    /// <returns>The error.</returns>
    public virtual CrmError NoTerritoryFits(string name) => Error(nameof(NoTerritoryFits), "No territory takes {0}.", "territory", name);
}
