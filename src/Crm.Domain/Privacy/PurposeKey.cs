using System.Text.Json.Serialization;

namespace Crm.Domain.Privacy;

/// <summary>Names a purpose for which customers are contacted or data are used, such as <c>newsletter</c>. Equality is by the key; there is no default purpose.</summary>
[JsonConverter(typeof(PurposeKeyJsonConverter))]
public sealed record PurposeKey
{
    /// <summary>Longest key.</summary>
    public const int MaxLength = 64;

    private static readonly System.Buffers.SearchValues<char> s_allowed =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>Names a purpose.</summary>
    /// <param name="value">Lower-case letters, digits and hyphens, starting with a letter.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> has another form.</exception>
    public PurposeKey(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Length > MaxLength || !char.IsAsciiLetterLower(value[0]) || value.AsSpan().ContainsAnyExcept(s_allowed))
        {
            throw new ArgumentException($"A purpose key has up to {MaxLength} lower-case letters, digits and hyphens, and starts with a letter.", nameof(value));
        }

        Value = value;
    }

    /// <summary>The key.</summary>
    public string Value { get; }

    /// <summary>The key.</summary>
    /// <returns>The key.</returns>
    public override string ToString() => Value;
}
