namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>A cell that must say something is empty.</summary>
    /// <param name="column">Its column.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CellEmpty(string column) => Error(nameof(CellEmpty), "{0} is empty. A customer needs an id, so that the same file is not imported twice.", column, column);

    /// <summary>No layout fits the header of a file.</summary>
    /// <param name="header">The header.</param>
    /// <param name="layout">The layout that comes nearest.</param>
    /// <param name="columns">The columns by which it would be known.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ImportLayoutUnknown(string header, string layout, string columns) => Error(
        nameof(ImportLayoutUnknown), "No layout fits the columns {0}. The nearest is {1}, which is known by {2}. Say which column holds what.", "layout", header, layout, columns);

    /// <summary>A column that the layout names is not in the file.</summary>
    /// <param name="column">The column.</param>
    /// <param name="layout">The layout.</param>
    /// <param name="header">The header.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ImportColumnMissing(string column, string layout, string header) => Error(
        nameof(ImportColumnMissing), "The layout {1} has a column {0}, but the file has {2}.", column, column, layout, header);

    /// <summary>The file's columns hold nothing that names a customer.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="header">The header.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ImportWithoutNames(string layout, string header) => Error(
        nameof(ImportWithoutNames), "By the layout {0}, no column holds the name of a person or an organisation: {1}.", "layout", layout, header);

    /// <summary>There is no such import.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ImportNotFound(string key) => Error(nameof(ImportNotFound), "There is no import {0}.", "import", key);

    /// <summary>Another process goes on with the same import.</summary>
    /// <param name="key">The import.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ImportTakenOver(string key) => Error(nameof(ImportTakenOver), "Another process goes on with import {0}.", "import", key);

    /// <summary>The import was undone before.</summary>
    /// <param name="key">The import.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ImportAlreadyUndone(string key) => Error(nameof(ImportAlreadyUndone), "Import {0} was undone before.", "import", key);

    /// <summary>What the import made or changed was changed since.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="field">What was changed.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ImportedChangedSince(string customer, string field) =>
        Error(nameof(ImportedChangedSince), "Customer {0} stays as it is: {1} was changed since the import.", "customer", customer, field);

    /// <summary>Other records point at the customer that the import made.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="table">Where they are.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ImportedInUse(string customer, string table) =>
        Error(nameof(ImportedInUse), "Customer {0} stays: records in {1} point at it.", "customer", customer, table);

    /// <summary>The customer was merged since.</summary>
    /// <param name="customer">The customer.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ImportedMergedSince(string customer) =>
        Error(nameof(ImportedMergedSince), "Customer {0} was merged since the import, and stays with its survivor.", "customer", customer);
}
