namespace Crm.Domain.Auditing;

/// <summary>What one save changed in one field. Values are texts in the invariant culture: instants and dates in ISO 8601, states by their names.</summary>
/// <param name="Part">The kind of part that the field belongs to, such as <c>ContactPoint</c>; null for the record itself.</param>
/// <param name="Key">Which of these parts; null for the record itself.</param>
/// <param name="Field">The field, such as <c>Name.Family</c>.</param>
/// <param name="Before">The value before; null where there was none.</param>
/// <param name="After">The value since; null where there is none.</param>
public sealed record FieldChange(string? Part, string? Key, string Field, string? Before, string? After)
{
    /// <summary>Reads a change from the name under which it was written.</summary>
    /// <param name="name"><c>Field</c> or <c>Part:key.Field</c>, dots and percent signs of the key written as <c>%2E</c> and <c>%25</c>.</param>
    /// <param name="before">The value before.</param>
    /// <param name="after">The value since.</param>
    /// <returns>The change.</returns>
    public static FieldChange Parse(string name, string? before, string? after)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var part = name.IndexOf(':', StringComparison.Ordinal);
        var end = part < 0 ? -1 : name.IndexOf('.', part);
        return end < 0
            ? new FieldChange(null, null, name, before, after)
            : new FieldChange(name[..part], Unescape(name[(part + 1)..end]), name[(end + 1)..], before, after);
    }

    /// <summary>Whether the change is of a field or of a kind of part.</summary>
    /// <param name="name">The field, the kind of part, or a custom field as <c>CustomFields:key</c>.</param>
    /// <returns>Whether it is.</returns>
    public bool Is(string name) => Part is null ? Field == name : Part == name || $"{Part}.{Field}" == name || $"{Part}:{Key![..Math.Max(Key!.LastIndexOf('/'), 0)]}" == name;

    private static string Unescape(string key) =>
        key.Replace("%2E", ".", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);
}
