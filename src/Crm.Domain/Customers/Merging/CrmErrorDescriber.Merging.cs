namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>A customer cannot be merged with itself, under whichever of its ids.</summary>
    /// <param name="key">The customer.</param>
    /// <returns>The error.</returns>
    public virtual CrmError MergeWithItself(string key) => Error(nameof(MergeWithItself), "Customer {0} cannot be merged with itself.", "absorbed", key);

    /// <summary>The customer was absorbed by another before.</summary>
    /// <param name="key">The customer.</param>
    /// <param name="survivor">Who absorbed it.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CustomerAlreadyMerged(string key, string survivor) =>
        Error(nameof(CustomerAlreadyMerged), "Customer {0} was merged into {1} before.", "customer", key, survivor);

    /// <summary>A person and an organisation cannot be merged.</summary>
    /// <param name="survivor">The survivor.</param>
    /// <param name="absorbed">The other customer.</param>
    /// <returns>The error.</returns>
    public virtual CrmError MergeOfDifferentKinds(string survivor, string absorbed) =>
        Error(nameof(MergeOfDifferentKinds), "{0} and {1} cannot be merged: one is a person, the other an organisation.", "absorbed", survivor, absorbed);

    /// <summary>There is no such merge.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError MergeNotFound(string key) => Error(nameof(MergeNotFound), "There is no merge {0}.", "merge", key);

    /// <summary>The merge was undone before.</summary>
    /// <param name="key">The merge.</param>
    /// <returns>The error.</returns>
    public virtual CrmError MergeAlreadyUndone(string key) => Error(nameof(MergeAlreadyUndone), "Merge {0} was undone before.", "merge", key);

    /// <summary>Something that the merge made was changed since, so that undoing it would lose the change.</summary>
    /// <param name="key">The merge.</param>
    /// <param name="changed">What was changed.</param>
    /// <returns>The error.</returns>
    public virtual CrmError MergeChangedSince(string key, string changed) =>
        Error(nameof(MergeChangedSince), "Merge {0} cannot be undone: {1} was changed since.", "merge", key, changed);

    /// <summary>A later merge or an erasure stands on this merge.</summary>
    /// <param name="key">The merge.</param>
    /// <returns>The error.</returns>
    public virtual CrmError MergeNotUndoable(string key) =>
        Error(nameof(MergeNotUndoable), "Merge {0} cannot be undone: its record is gone, or the survivor was merged further.", "merge", key);
}
