namespace Crm.Domain.Service;

/// <summary>Which cases are closed because their customer says nothing any more.</summary>
public sealed class CaseClosingOptions
{
    /// <summary>Longest silence that can be waited for, in days.</summary>
    public const int MaxDays = 3_650;

    /// <summary>
    /// After how many days of the customer's silence a case in a status is closed: spans of 24 hours from our last public word, or from the
    /// moment the case came into a paused or resolved status after it. Statuses that are not named stay. Each is paused or resolved.
    /// </summary>
    /// <value>Empty by default: nothing is closed; 1 to <see cref="MaxDays"/> each.</value>
    public IDictionary<CaseStatus, int> SilentDays { get; } = new Dictionary<CaseStatus, int>();

    /// <summary>How many cases are closed in one save.</summary>
    /// <value>100 by default; 1 to <see cref="CaseClosing.MaxTake"/>.</value>
    public int BatchSize { get; set; } = 100;

    internal bool IsUsable(CaseStatusCatalog statuses) => BatchSize is >= 1 and <= CaseClosing.MaxTake
        && SilentDays.All(s => s.Value is >= 1 and <= MaxDays && statuses.TryGet(s.Key, out var known) && known.Category is CaseCategory.Paused or CaseCategory.Resolved);
}
