using System.Text.Json.Serialization;

namespace Crm.Domain.Interactions;

/// <summary>Names a kind of activity, such as <c>call</c>. Equality is by the key; there is no default kind.</summary>
[JsonConverter(typeof(ActivityKindJsonConverter))]
public sealed record ActivityKind
{
    /// <summary>Longest key.</summary>
    public const int MaxLength = 32;

    private static readonly System.Buffers.SearchValues<char> s_allowed =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>Names a kind.</summary>
    /// <param name="value">Lower-case letters, digits and hyphens, starting with a letter.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> has another form.</exception>
    public ActivityKind(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Length > MaxLength || !char.IsAsciiLetterLower(value[0]) || value.AsSpan().ContainsAnyExcept(s_allowed))
        {
            throw new ArgumentException($"A kind of activity has up to {MaxLength} lower-case letters, digits and hyphens, and starts with a letter.", nameof(value));
        }

        Value = value;
    }

    /// <summary>The key.</summary>
    public string Value { get; }

    /// <summary>The key.</summary>
    /// <returns>The key.</returns>
    public override string ToString() => Value;
}
