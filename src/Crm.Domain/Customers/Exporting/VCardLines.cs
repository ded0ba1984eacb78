using System.Text;

namespace Crm.Domain.Customers;

/// <summary>Lines of a vCard: escaped, ended by CR LF, and folded after 75 octets (RFC 6350, section 3.2; RFC 2426, section 2.6).</summary>
internal sealed class VCardLines
{
    private const int MaxOctets = 75;

    private readonly StringBuilder _text = new();

    /// <summary>Adds a line whose value is text already in its final form.</summary>
    public void Add(string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxOctets)
            {
                // The blank that begins the next line counts.
                _text.Append("\r\n ");
                octets = 1;
            }

            _text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
    }

    /// <summary>Adds a line of text, unless it is empty.</summary>
    public void AddText(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            Add(name, Escaped(value));
        }
    }

    /// <summary>Adds a line of several parts; missing ones stay empty.</summary>
    public void AddParts(string name, params string?[] parts) => Add(name, string.Join(';', parts.Select(p => Escaped(p ?? string.Empty))));

    public static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace("\r\n", "\\n", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\n", StringComparison.Ordinal);

    public override string ToString() => _text.ToString();
}
