using System.Collections.Frozen;

namespace Crm.Domain.Interactions;

/// <summary>The header fields of a mail: names compare without case (RFC 5322 section 1.2.2), and a field can occur several times.</summary>
public sealed class MailHeaders
{
    private readonly FrozenDictionary<string, string[]> _values;

    /// <summary>Takes the fields as the host's mail reader gives them.</summary>
    /// <param name="fields">Name and value; a repeated name keeps every value in order. Folded values are unfolded.</param>
    /// <exception cref="ArgumentNullException"><paramref name="fields"/> is null.</exception>
    public MailHeaders(IEnumerable<KeyValuePair<string, string>> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        _values = fields
            .GroupBy(field => field.Key.Trim(), field => Unfolded(field.Value), StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(name => name.Key, name => name.ToArray(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>A mail of which no header is known.</summary>
    public static MailHeaders None { get; } = new([]);

    /// <summary>The values of a field.</summary>
    /// <param name="name">The field's name in any case.</param>
    /// <returns>All values in order; none when the mail lacks the field.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public IReadOnlyList<string> this[string name] => _values.GetValueOrDefault(name) ?? [];

    /// <summary>The first value of a field.</summary>
    /// <param name="name">The field's name in any case.</param>
    /// <returns>The value; null when the mail lacks the field.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public string? First(string name) => this[name] is [var first, ..] ? first : null;

    private static string Unfolded(string? value) => value is null
        ? ""
        : value.AsSpan().IndexOfAny('\r', '\n') < 0
            ? value.Trim()
            : string.Join(' ', value.Split(['\r', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
