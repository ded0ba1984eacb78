using Crm.Domain.Values;

namespace Crm.Domain.Interactions;

/// <summary>What a line that may say whose words follow has in it.</summary>
internal sealed class LineSigns
{
    private const int LongWord = 16;
    private const int NearDigit = 48;

    private readonly string _text;

    public LineSigns(string text)
    {
        // NFKC makes full-width digits and colons plain and turns NBSP into a blank.
        _text = FoldedText.Of(text);
        var body = _text.AsSpan().TrimEnd(" \t.:>*_-\u200B,;|=)");
        EndsInColon = _text.AsSpan().TrimEnd(" \t>*_-|=\u200B") is [.., ':'];
        HasMail = FindsMail(_text);
        EndsInMail = body.LastIndexOf('@') is > 0 and var at && body[at..].IndexOf(' ') < 0 && _text.AsSpan().TrimEnd(" \t:.*_-") is [.., '>' or ')' or ']'];
        FindDates();
        (WroteAt, WroteEnd) = FindWrote();
        var end = _text.AsSpan().TrimEnd(" \t.:>*_-\u200B|=").Length;
        EndsInWrote = WroteEnd >= 0 && WroteEnd >= end;
        BeginsWithDate = FindBeginning();
    }

    public string Text => _text;

    public bool EndsInColon { get; }

    public bool HasMail { get; }

    /// <summary>Whether the last thing, but for a colon, is an address in brackets.</summary>
    public bool EndsInMail { get; }

    public bool HasYear { get; private set; }

    public bool HasTime { get; private set; }

    public bool HasNumericDate { get; private set; }

    /// <summary>A date or a time of day, not just any number.</summary>
    public bool HasDate => HasYear || HasTime || HasNumericDate;

    public bool HasWrote => WroteAt >= 0;

    public bool EndsInWrote { get; }

    /// <summary>"On", "Am", "Le" or a weekday before a number, or a number.</summary>
    public bool BeginsWithDate { get; }

    public int WroteAt { get; }

    public int WroteEnd { get; }

    /// <summary>The verb.</summary>
    public ReadOnlySpan<char> Wrote => _text.AsSpan(WroteAt, WroteEnd - WroteAt);

    /// <summary>The word behind the verb.</summary>
    public ReadOnlySpan<char> AfterWrote
    {
        get
        {
            var rest = _text.AsSpan(WroteEnd).TrimStart(" ,:");
            var end = rest.IndexOfAny(" ,:;");
            return end < 0 ? rest : rest[..end];
        }
    }

    /// <summary>The word before the verb.</summary>
    public ReadOnlySpan<char> BeforeWrote
    {
        get
        {
            var rest = _text.AsSpan(0, WroteAt).TrimEnd(" ,");
            return rest[(rest.LastIndexOf(' ') + 1)..];
        }
    }

    private static bool FindsMail(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('@'); at >= 0 && at < text.Length - 1;)
        {
            var host = text[(at + 1)..];
            var end = host.IndexOfAny(" <>()[],;\"'");
            host = end < 0 ? host : host[..end];
            if (at > 0 && !char.IsWhiteSpace(text[at - 1]) && host.IndexOf('.') > 0)
            {
                return true;
            }

            var next = text[(at + 1)..].IndexOf('@');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    private void FindDates()
    {
        var runs = 0;
        var separators = 0;
        for (var i = 0; i < _text.Length;)
        {
            if (!char.IsAsciiDigit(_text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < _text.Length && char.IsAsciiDigit(_text[i]))
            {
                i++;
            }

            var length = i - start;
            HasYear |= length == 4 && (_text[start] == '1' && _text[start + 1] == '9' || _text[start] == '2' && _text[start + 1] == '0');
            var next = i < _text.Length ? _text[i] : ' ';
            HasTime |= length <= 2 && next is ':' or '.' or 'h' or '時' or '时' or '点' or '點' && TwoDigits(i + 1) || length <= 2 && next is ' ' && IsHalf(i + 1);
            runs = start > 0 && _text[start - 1] is '.' or '/' or '-' && separators > 0 ? runs + 1 : 1;
            separators = next is '.' or '/' or '-' ? 1 : 0;
            HasNumericDate |= runs >= 3 && length is 2 or 4;
        }
    }

    private bool TwoDigits(int at) => at + 1 < _text.Length && char.IsAsciiDigit(_text[at]) && char.IsAsciiDigit(_text[at + 1])
        && (at + 2 >= _text.Length || !char.IsAsciiDigit(_text[at + 2]));

    // 8 pm
    private bool IsHalf(int at) => at < _text.Length
        && (_text.AsSpan(at).StartsWith("am", StringComparison.Ordinal) || _text.AsSpan(at).StartsWith("pm", StringComparison.Ordinal));

    private (int At, int End) FindWrote()
    {
        var found = (At: -1, End: -1);
        var text = _text.AsSpan();
        for (var from = 0; from < text.Length;)
        {
            var at = text[from..].IndexOfAny(QuoteHeaderWords.AnyWrote);
            if (at < 0)
            {
                break;
            }

            at += from;
            foreach (var word in QuoteHeaderWords.Wrote)
            {
                var end = at + word.Length;
                if (text[at..].StartsWith(word, StringComparison.Ordinal) && end > found.End && IsWord(at, end))
                {
                    found = (at, end);
                }
            }

            from = at + 1;
        }

        return found;
    }

    // Chinese and Japanese have no blanks between words.
    private bool IsWord(int at, int end) =>
        _text[at] > '\u2E7F' || _text[end - 1] > '\u2E7F'
        || ((at == 0 || !char.IsLetterOrDigit(_text[at - 1])) && (end == _text.Length || !char.IsLetterOrDigit(_text[end])));

    private bool FindBeginning()
    {
        var text = _text.AsSpan().TrimStart(" \t\"'(<[-*_>|");
        if (text.IsEmpty)
        {
            return false;
        }

        if (char.IsAsciiDigit(text[0]))
        {
            return true;
        }

        foreach (var on in QuoteHeaderWords.On)
        {
            if (text.StartsWith(on, StringComparison.Ordinal) && (text[0] > '\u2E7F' || (text.Length > on.Length && text[on.Length] is ' ' or ',' or '.' or '/' or ':'))
                && text.Slice(on.Length, Math.Min(NearDigit, text.Length - on.Length)).IndexOfAnyInRange('0', '9') >= 0)
            {
                return true;
            }
        }

        if (text.StartsWith("in message ", StringComparison.Ordinal) || text.StartsWith("in article ", StringComparison.Ordinal))
        {
            return true;
        }

        // A weekday: "вт, 5 янв.", "søn. 30. apr.", "понедельник 5".
        var blank = text.IndexOf(' ');
        return blank is > 0 and <= LongWord && blank + 1 < text.Length && char.IsAsciiDigit(text[blank + 1]) && char.IsLetter(text[0]);
    }
}
