using NodaTime;

namespace Crm.Domain.Auditing;

/// <summary>A record as it was at an instant, put together from its audit.</summary>
/// <param name="RecordType">The record's type, such as <c>Person</c>.</param>
/// <param name="Version">Its version then.</param>
/// <param name="SavedAt">When it had last been saved.</param>
/// <param name="Fields">Field to value, for those that had one; in the order of their names.</param>
/// <param name="Parts">Its parts, such as contact points, in the order of kind and key.</param>
public sealed record RecordState(
    string RecordType, long Version, Instant SavedAt, IReadOnlyDictionary<string, string> Fields, IReadOnlyList<RecordPart> Parts)
{
    /// <summary>Values of this length may have been longer: the audit cuts them, and ends them with an ellipsis.</summary>
    public const int MaxValueLength = 4000;

    private static readonly Comparer<(string Part, string Key, string Field)> s_order = Comparer<(string Part, string Key, string Field)>.Create((x, y) =>
        string.CompareOrdinal(x.Part, y.Part) is not 0 and var byPart ? byPart
        : string.CompareOrdinal(x.Key, y.Key) is not 0 and var byKey ? byKey
        : string.CompareOrdinal(x.Field, y.Field));

    /// <summary>The value of a field.</summary>
    /// <param name="field">The field, such as <c>DisplayName</c> or <c>Name.Family</c>.</param>
    /// <returns>The value, or null.</returns>
    public string? this[string field] => Fields.GetValueOrDefault(field);

    /// <summary>Puts a record together from all its saves up to an instant.</summary>
    /// <param name="saves">The saves, oldest first.</param>
    /// <returns>The state; null when the record did not exist, or not any more.</returns>
    public static RecordState? Replay(IEnumerable<AuditedSave> saves)
    {
        ArgumentNullException.ThrowIfNull(saves);
        var fields = new SortedDictionary<(string Part, string Key, string Field), string>(s_order);
        AuditedSave? last = null;
        foreach (var save in saves)
        {
            last = save;
            foreach (var change in save.Changes)
            {
                var name = (change.Part ?? string.Empty, change.Key ?? string.Empty, change.Field);
                if (change.After is null)
                {
                    fields.Remove(name);
                }
                else
                {
                    fields[name] = change.After;
                }
            }
        }

        return last is null || fields.Count == 0
            ? null
            : new RecordState(
                last.RecordType,
                last.Version,
                last.At,
                FieldsOf(fields.Where(f => f.Key.Part.Length == 0)),
                [.. fields.Where(f => f.Key.Part.Length > 0).GroupBy(f => (f.Key.Part, f.Key.Key)).Select(p => new RecordPart(p.Key.Part, p.Key.Key, FieldsOf(p)))]);
    }

    private static SortedDictionary<string, string> FieldsOf(IEnumerable<KeyValuePair<(string Part, string Key, string Field), string>> fields) =>
        new(fields.ToDictionary(f => f.Key.Field, f => f.Value, StringComparer.Ordinal), StringComparer.Ordinal);
}
