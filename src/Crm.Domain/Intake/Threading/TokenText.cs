namespace Crm.Domain.Intake;

/// <summary>Bytes as letters and digits that mail systems carry in either case: Base32 (RFC 4648, section 6) in lower case without padding.</summary>
internal static class TokenText
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new char[LengthOf(bytes.Length)];
        var (bits, held, next) = (0, 0, 0);
        foreach (var b in bytes)
        {
            bits = (bits << 8) | b;
            held += 8;
            while (held >= 5)
            {
                held -= 5;
                text[next++] = Alphabet[(bits >> held) & 31];
            }

            bits &= (1 << held) - 1;
        }

        if (held > 0)
        {
            text[next] = Alphabet[(bits << (5 - held)) & 31];
        }

        return new string(text);
    }

    /// <summary>The bytes; null when the text does not stand for exactly so many.</summary>
    public static byte[]? Read(ReadOnlySpan<char> text, int length)
    {
        if (text.Length != LengthOf(length))
        {
            return null;
        }

        var bytes = new byte[length];
        var (bits, held, next) = (0, 0, 0);
        foreach (var c in text)
        {
            var value = Alphabet.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal);
            if (value < 0)
            {
                return null;
            }

            bits = (bits << 5) | value;
            held += 5;
            if (held >= 8)
            {
                held -= 8;
                bytes[next++] = (byte)(bits >> held);
                bits &= (1 << held) - 1;
            }
        }

        return bits == 0 ? bytes : null;
    }

    private static int LengthOf(int bytes) => ((bytes * 8) + 4) / 5;
}
