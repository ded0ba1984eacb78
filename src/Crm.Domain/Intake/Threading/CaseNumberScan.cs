using System.Text;

namespace Crm.Domain.Intake;

/// <summary>A case's number in a text: <c>C-</c> and six digits or more, as a word of its own.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it is over.</param>
/// <param name="Number">The number without what a line break put inside.</param>
internal readonly record struct CaseNumberScan(int Start, int End, string Number)
{
    private const int FewestDigits = 6;
    private const int MostDigits = 19;

    /// <summary>The numbers of a text: those in one piece, then those that a mail program broke over lines.</summary>
    public static IReadOnlyList<CaseNumberScan> Of(string text)
    {
        var (whole, broken) = (new List<CaseNumberScan>(), new List<CaseNumberScan>());
        for (var at = text.AsSpan().IndexOfAny('C', 'c'); at >= 0; at = Next(text, at + 1))
        {
            if (at > 0 && IsWord(text[at - 1]))
            {
                continue;
            }

            var piece = Read(text, at, false);
            if (piece is { } found)
            {
                whole.Add(found);
            }

            if (Read(text, at, true) is { } over && over != piece)
            {
                broken.Add(over);
            }
        }

        return [.. whole, .. broken];
    }

    private static CaseNumberScan? Read(string text, int start, bool acrossLines)
    {
        var at = Skip(text, start + 1, acrossLines);
        if (at >= text.Length || text[at] != '-')
        {
            return null;
        }

        at = Skip(text, at + 1, acrossLines);
        var number = new StringBuilder("C-");
        var end = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]) && number.Length < MostDigits + 2)
        {
            number.Append(text[at]);
            end = at + 1;
            at = Skip(text, end, acrossLines);
        }

        return number.Length >= FewestDigits + 2 && (end == text.Length || !IsWord(text[end])) ? new(start, end, number.ToString()) : null;
    }

    // A line break with the blanks and marks of quotation around it.
    private static int Skip(string text, int at, bool acrossLines)
    {
        var end = at;
        while (acrossLines && end < text.Length && (text[end] is ' ' or '\t' or '\r'))
        {
            end++;
        }

        if (!acrossLines || end >= text.Length || text[end] != '\n')
        {
            return at;
        }

        do
        {
            end++;
        }
        while (end < text.Length && (text[end] is ' ' or '\t' or '>'));
        return end;
    }

    private static int Next(string text, int from) => from < text.Length && text.AsSpan(from).IndexOfAny('C', 'c') is >= 0 and var step ? from + step : -1;

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '-';
}
