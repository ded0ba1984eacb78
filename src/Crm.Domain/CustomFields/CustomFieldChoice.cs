namespace Crm.Domain.CustomFields;

/// <summary>One choice of a field.</summary>
/// <param name="Key">What is stored: lower-case letters, digits, hyphens and underscores; it never changes.</param>
/// <param name="Labels">Language tag to label, such as <c>de</c> to <c>Gold</c>; the empty tag is for every other language.</param>
public sealed record CustomFieldChoice(string Key, IReadOnlyDictionary<string, string> Labels)
{
    /// <summary>A choice without labels: people read its key.</summary>
    /// <param name="key">The key.</param>
    public CustomFieldChoice(string key)
        : this(key, new Dictionary<string, string>())
    {
    }
}
