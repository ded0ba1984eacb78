using System.Text;

namespace Crm.Domain.Interactions;

/// <summary>How text stands in values (RFC 5545, section 3.3.11) and in parameters (RFC 6868).</summary>
internal static class CalendarEscapes
{
    /// <summary>Text as a value: backslash, semicolon, comma and line breaks are escaped, other control characters but tabs left out.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            switch (c)
            {
                case '\\' or ';' or ',':
                    escaped.Append('\\').Append(c);
                    break;
                case '\n':
                    escaped.Append("\\n");
                    break;
                default:
                    escaped.Append(char.IsControl(c) && c != '\t' ? string.Empty : c);
                    break;
            }
        }

        return escaped.ToString();
    }

    /// <summary>The text of a value; a backslash before another character stands for that character.</summary>
    public static string Unescape(string value)
    {
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c == '\\' && i + 1 < value.Length)
            {
                c = value[++i] is 'n' or 'N' ? '\n' : value[i];
            }

            text.Append(c);
        }

        return text.ToString();
    }

    /// <summary>A parameter's value, in quotes where it needs them; quotes and line breaks are written with circumflexes.</summary>
    public static string Parameter(string value)
    {
        var encoded = new StringBuilder(value.Length + 2);
        foreach (var c in value.ReplaceLineEndings("\n"))
        {
            encoded.Append(c switch { '^' => "^^", '"' => "^'", '\n' => "^n", _ => char.IsControl(c) && c != '\t' ? string.Empty : c.ToString() });
        }

        return encoded.ToString() is var plain && plain.AsSpan().ContainsAny(":;,") ? $"\"{plain}\"" : plain;
    }

    /// <summary>What a parameter's value stands for, without its quotes.</summary>
    public static string FromParameter(string encoded) => encoded.Contains('^', StringComparison.Ordinal)
        ? string.Concat(Decoded(encoded))
        : encoded;

    private static IEnumerable<string> Decoded(string encoded)
    {
        for (var i = 0; i < encoded.Length; i++)
        {
            var pair = encoded[i] == '^' && i + 1 < encoded.Length ? encoded[i + 1] : '\0';
            var stands = pair switch { '^' => "^", '\'' => "\"", 'n' => "\n", _ => null };
            i += stands is null ? 0 : 1;
            yield return stands ?? encoded[i].ToString();
        }
    }
}
