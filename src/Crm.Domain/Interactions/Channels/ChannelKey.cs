using System.Text.Json.Serialization;
using Crm.Domain.Values;

namespace Crm.Domain.Interactions;

/// <summary>Names a channel, such as <c>phone</c>. Equality is by the key; there is no default channel.</summary>
[JsonConverter(typeof(ChannelKeyJsonConverter))]
public sealed record ChannelKey
{
    /// <summary>Longest key.</summary>
    public const int MaxLength = 32;

    /// <summary>Names a channel.</summary>
    /// <param name="value">Lower-case letters, digits and hyphens, starting with a letter.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> has another form.</exception>
    public ChannelKey(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Length > MaxLength || !char.IsAsciiLetterLower(value[0]) || value.AsSpan().ContainsAnyExcept(s_allowed))
        {
            throw new ArgumentException($"A channel key has up to {MaxLength} lower-case letters, digits and hyphens, and starts with a letter.", nameof(value));
        }

        Value = value;
    }

    private static readonly System.Buffers.SearchValues<char> s_allowed =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>The key.</summary>
    public string Value { get; }

    /// <summary>The key.</summary>
    /// <returns>The key.</returns>
    public override string ToString() => Value;
}
