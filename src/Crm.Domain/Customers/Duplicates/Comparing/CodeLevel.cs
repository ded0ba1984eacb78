namespace Crm.Domain.Customers;

/// <summary>Compares what is no prose: numbers, codes, addresses of mailboxes.</summary>
internal static class CodeLevel
{
    private const int LocalPhoneDigits = 7;

    /// <summary>Telephone numbers as digits; one may lack the country or area in front of the other.</summary>
    public static MatchLevel OfPhone(FieldText a, FieldText b)
    {
        var (x, y) = (a.Text, b.Text);
        if (x == y || (Math.Min(x.Length, y.Length) >= LocalPhoneDigits && (x.EndsWith(y, StringComparison.Ordinal) || y.EndsWith(x, StringComparison.Ordinal))))
        {
            return MatchLevel.Exact;
        }

        return Math.Min(x.Length, y.Length) >= LocalPhoneDigits && TextDistance.Edits(x, y, 1) <= 1 ? MatchLevel.Near : MatchLevel.Different;
    }

    /// <summary>E-mail addresses: a slip, or the same mailbox name at another domain.</summary>
    public static MatchLevel OfEmail(FieldText a, FieldText b)
    {
        var (x, y) = (a.Text, b.Text);
        if (x == y)
        {
            return MatchLevel.Exact;
        }

        // Mailboxes are numbered because the name was taken: other digits are another mailbox.
        if (SameLetters(x, y))
        {
            return MatchLevel.Different;
        }

        if (TextDistance.Edits(x, y, 2) <= (Math.Min(x.Length, y.Length) >= 12 ? 2 : 1))
        {
            return MatchLevel.Near;
        }

        var localX = Local(x);
        var localY = Local(y);
        return localX.Length >= 5 && localX.SequenceEqual(localY) ? MatchLevel.Similar : MatchLevel.Different;
    }

    /// <summary>Numbers of registers: a slip or two in a long one.</summary>
    public static MatchLevel OfNumber(FieldText a, FieldText b)
    {
        var (x, y) = (a.Compact, b.Compact);
        if (x == y)
        {
            return MatchLevel.Exact;
        }

        var length = Math.Min(x.Length, y.Length);
        var edits = TextDistance.Edits(x, y, 2);
        return edits <= 1 && length >= 5 ? MatchLevel.Near : edits <= 2 && length >= 7 ? MatchLevel.Similar : MatchLevel.Different;
    }

    /// <summary>House numbers: 12 and 12a, 12 and 12-14, 121 and 112.</summary>
    public static MatchLevel OfHouse(FieldText a, FieldText b)
    {
        var (x, y) = (a.Compact, b.Compact);
        if (x == y)
        {
            return MatchLevel.Exact;
        }

        if (a.Words[0] == b.Words[0] || Digits(x).SequenceEqual(Digits(y)))
        {
            return MatchLevel.Near;
        }

        return Math.Min(x.Length, y.Length) >= 2 && TextDistance.Edits(x, y, 1) <= 1 ? MatchLevel.Similar : MatchLevel.Different;
    }

    /// <summary>Postal codes: a slip, or one that says more than the other.</summary>
    public static MatchLevel OfPostcode(FieldText a, FieldText b)
    {
        var (x, y) = (a.Compact, b.Compact);
        var length = Math.Min(x.Length, y.Length);
        if (x == y || (length >= 5 && (x.StartsWith(y, StringComparison.Ordinal) || y.StartsWith(x, StringComparison.Ordinal))))
        {
            return MatchLevel.Exact;
        }

        if (length >= 3 && TextDistance.Edits(x, y, 1) <= 1)
        {
            return MatchLevel.Near;
        }

        return length >= 4 && x.AsSpan(0, 3).SequenceEqual(y.AsSpan(0, 3)) ? MatchLevel.Partial : MatchLevel.Different;
    }

    private static bool SameLetters(string x, string y) =>
        string.Equals(string.Concat(x.Where(c => !char.IsAsciiDigit(c))), string.Concat(y.Where(c => !char.IsAsciiDigit(c))), StringComparison.Ordinal);

    private static ReadOnlySpan<char> Local(string email) => email.AsSpan(0, Math.Max(0, email.LastIndexOf('@')));

    private static ReadOnlySpan<char> Digits(string text)
    {
        var end = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return end == 0 ? text : end < 0 ? text : text.AsSpan(0, end);
    }
}
