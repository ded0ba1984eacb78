using Crm.Domain.Values;

namespace Crm.Domain.Interactions;

/// <summary>Finds the lines that say whose words follow: "On …, Name wrote:", over up to five lines, whatever the order of their parts.</summary>
internal static class QuoteHeaders
{
    private const int MaxLines = 5;
    private const int MaxLine = 400;
    private const int MaxHeader = 500;
    private const int MaxPlain = 120;
    private const int MaxAbbreviation = 4;

    public static void Mark(ReplyLines lines)
    {
        var lastText = LastText(lines);
        for (var i = 0; i < lines.Count; i++)
        {
            if (IsCandidate(lines, i))
            {
                var first = First(lines, i, lastText);
                for (var line = first; line <= i; line++)
                {
                    lines.Kinds[line] = ReplyLineKind.Header;
                }
            }
        }
    }

    private static int LastText(ReplyLines lines)
    {
        var last = lines.Count - 1;
        while (last >= 0 && lines.Kinds[last] is not ReplyLineKind.Text)
        {
            last--;
        }

        return last;
    }

    private static bool IsOpen(ReplyLines lines, int index) => !lines.IsCode[index] && lines.Kinds[index] is ReplyLineKind.Text or ReplyLineKind.Quote && lines[index].Length <= MaxLine;

    // Only lines that end like a header line are looked at twice.
    private static bool IsCandidate(ReplyLines lines, int index)
    {
        if (!IsOpen(lines, index))
        {
            return false;
        }

        var line = LineText.Trim(lines[index]);
        var end = line.TrimEnd(" \t>*_-|=");
        var hasWrote = line.ContainsAny(QuoteHeaderWords.AnyWrote);
        return hasWrote
            || (end is [.., ':' or '\uFF1A'] && (line.Contains('@') || line.ContainsAnyInRange('0', '9')))
            || (line is [.., '>' or ')' or ']'] && line.Contains('@'))
            || (line.StartsWith("20", StringComparison.Ordinal) && line.Contains("GMT", StringComparison.Ordinal))
            || line.StartsWith("Posted by", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Where the header that ends in this line begins; behind it when there is none.</summary>
    private static int First(ReplyLines lines, int last, int lastText)
    {
        var next = lines.NextFilled(last);
        var isQuoted = QuoteMarks.IsQuoted(lines[last]);
        var beforeQuote = next < lines.Count && lines.Kinds[next] == ReplyLineKind.Quote;
        var text = "";
        var weak = last + 1;
        for (var first = last; first >= 0 && last - first < MaxLines; first--)
        {
            if (first < last && lines.Kinds[first] == ReplyLineKind.Blank && IsRest(text))
            {
                continue;
            }

            if (first < last && !Continues(lines, first, isQuoted))
            {
                break;
            }

            text = Content(lines[first]) + (text.Length == 0 ? "" : " ") + text;
            if (text.Length > MaxHeader)
            {
                break;
            }

            var signs = new LineSigns(text);
            if (IsHeader(signs, beforeQuote, isQuoted))
            {
                if (signs.BeginsWithDate)
                {
                    return first;
                }

                // What stands above a whole header is the author's, unless a header begins there.
                weak = weak > last ? first : weak;
            }
            else if (first == last && beforeQuote && !isQuoted && last >= lastText && IsPlainHeader(signs) && (last == 0 || lines.Kinds[last - 1] != ReplyLineKind.Text))
            {
                weak = last;
            }
        }

        return WithName(lines, weak, last);
    }

    // "<name@host> wrote:" and "wrote:" go with a line above, though a blank one be between.
    private static bool IsRest(string text) => text is ['<', ..] || QuoteHeaderWords.Wrote.Any(word => text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && text.Length <= word.Length + 2);

    // A name that was wrapped off its address.
    private static int WithName(ReplyLines lines, int first, int last) =>
        first <= last && first > 0 && lines.Kinds[first - 1] == ReplyLineKind.Text && Content(lines[first]) is ['<', ..]
            && lines[first - 1].Length <= MaxPlain / 2 && (first == 1 || lines.Kinds[first - 2] == ReplyLineKind.Blank) && !EndsSentence(LineText.Trim(lines[first - 1]))
            ? first - 1
            : first;

    private static bool Continues(ReplyLines lines, int index, bool isQuoted) =>
        IsOpen(lines, index) && QuoteMarks.IsQuoted(lines[index]) == isQuoted && !EndsSentence(LineText.Trim(lines[index]))
        && MailFieldNames.Of(lines[index], out _) is MailField.None;

    private static bool EndsSentence(ReadOnlySpan<char> line) => line switch
    {
        [.., '!' or '?' or '。' or '！' or '？' or ':' or '\uFF1A'] => true,
        // "a. m.", "Fr.", "kl." go on.
        [.., '.'] => line.Length - 2 - line[..^1].LastIndexOfAny(' ', '.') > MaxAbbreviation,
        _ => false,
    };

    /// <summary>The line without the marks before it.</summary>
    private static string Content(ReadOnlySpan<char> line) => LineText.Trim(LineText.Trim(line).TrimStart(">|*_- \t")).ToString();

    private static bool IsHeader(LineSigns signs, bool beforeQuote, bool isQuoted)
    {
        var isLikely = beforeQuote && !isQuoted;
        return signs.EndsInWrote ? EndsLikeHeader(signs, isLikely)
            : signs.HasWrote ? HasVerbInside(signs, isLikely)
            : HasNoVerb(signs, isLikely);
    }

    private static bool EndsLikeHeader(LineSigns signs, bool isLikely)
    {
        if (IsAuthor(signs.BeforeWrote) && !isLikely)
        {
            return false;
        }

        var isSpoken = QuoteHeaderWords.Spoken.Contains(signs.Wrote.ToString());
        return signs.HasDate && signs.BeginsWithDate
            || (signs.HasMail && !isSpoken && (signs.EndsInColon || isLikely))
            || (signs.HasMail && (signs.EndsInColon || signs.BeforeWrote is [.., '>' or ')']))
            || (signs.HasDate && signs.EndsInColon && isLikely)
            || (signs.BeginsWithDate && isLikely && signs.EndsInColon)
            || (signs.Text.Contains(" via ", StringComparison.Ordinal) && !isSpoken && (signs.EndsInColon || isLikely));
    }

    private static bool HasVerbInside(LineSigns signs, bool isLikely) =>
        (signs.HasMail && signs.Text.Contains("wrote in message", StringComparison.Ordinal))
        || (signs.EndsInMail && signs.HasDate && signs.BeginsWithDate && !IsAuthor(signs.BeforeWrote) && !IsAuthor(signs.AfterWrote))
        || (signs.EndsInColon && !IsAuthor(signs.AfterWrote) && !IsAuthor(signs.BeforeWrote) && signs.HasDate
            && ((signs.BeginsWithDate && (signs.HasMail || isLikely || signs.Text.Length - signs.WroteEnd <= MaxPlain / 2)) || signs.HasMail || (signs.HasTime && isLikely) || (signs.HasTime && (signs.HasYear || signs.HasNumericDate))));

    private static bool HasNoVerb(LineSigns signs, bool isLikely)
    {
        var text = signs.Text.AsSpan();
        if (text.IsEmpty)
        {
            return false;
        }

        return (signs.HasDate && signs.EndsInMail && signs.BeginsWithDate && (signs.EndsInColon || isLikely || (char.IsAsciiDigit(text[0]) && (signs.HasYear || signs.HasNumericDate))))
            || (signs.HasDate && signs.HasMail && signs.EndsInColon && isLikely)
            || (signs.HasYear && signs.HasTime && signs.BeginsWithDate && signs.EndsInColon && isLikely)
            || (char.IsAsciiDigit(text[0]) && signs.HasYear && signs.HasTime && text.Length <= MaxPlain && text.Contains(" gmt", StringComparison.Ordinal))
            || (text.StartsWith("posted by ", StringComparison.Ordinal) && signs.HasNumericDate && text.Length <= MaxPlain && char.IsAsciiDigit(text[^1]))
            || (signs.EndsInColon && (signs.HasMail || isLikely) && IsQuoting(signs.Text));
    }

    private static bool IsQuoting(string text) => QuoteHeaderWords.Quoting.Any(words => text.StartsWith(words, StringComparison.Ordinal));

    private static bool IsAuthor(ReadOnlySpan<char> word)
    {
        foreach (var author in QuoteHeaderWords.Author)
        {
            if (word.SequenceEqual(author))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Name wrote:" above a quotation with which the mail ends.</summary>
    private static bool IsPlainHeader(LineSigns signs) => signs.HasWrote && signs.EndsInColon && signs.Text.Length <= MaxPlain && !IsAuthor(signs.BeforeWrote);
}
