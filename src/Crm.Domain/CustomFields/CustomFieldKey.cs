using System.Buffers;

namespace Crm.Domain.CustomFields;

/// <summary>The form of keys of fields and choices.</summary>
internal static class CustomFieldKey
{
    private static readonly SearchValues<char> s_allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <exception cref="ArgumentException">The key has another form.</exception>
    public static string Checked(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return key.Length <= CustomFieldDefinition.MaxKeyLength && char.IsAsciiLetterLower(key[0]) && !key.AsSpan().ContainsAnyExcept(s_allowed)
            ? key
            : throw new ArgumentException(
                $"A key has up to {CustomFieldDefinition.MaxKeyLength} lower-case letters, digits, hyphens and underscores, and starts with a letter.", nameof(key));
    }
}
