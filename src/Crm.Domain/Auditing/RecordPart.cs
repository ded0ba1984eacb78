namespace Crm.Domain.Auditing;

/// <summary>A part of a record as it was at an instant.</summary>
/// <param name="Kind">Its kind, such as <c>ContactPoint</c>.</param>
/// <param name="Key">Its key: an id, or several values joined by a slash.</param>
/// <param name="Fields">Field to value, for those that had one.</param>
public sealed record RecordPart(string Kind, string Key, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>The value of a field.</summary>
    /// <param name="field">The field, such as <c>Value</c>.</param>
    /// <returns>The value, or null.</returns>
    public string? this[string field] => Fields.GetValueOrDefault(field);
}
