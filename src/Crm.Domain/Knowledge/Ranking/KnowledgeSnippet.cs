using System.Text;

namespace Crm.Domain.Knowledge;

/// <summary>The part of a text that answers a question best, with the words of the question marked.</summary>
public static class KnowledgeSnippet
{
    /// <summary>Cuts a snippet as HTML. The text is encoded first and marked then, so that the only tags in it are <c>mark</c>.</summary>
    /// <param name="analyser">The analyser of the text's language.</param>
    /// <param name="text">Plain text; what looks like a tag in it is shown as text.</param>
    /// <param name="terms">The terms with what each says, see <see cref="KnowledgeIndexAnswer.Terms"/>.</param>
    /// <param name="length">About how many characters, at least 20; words are not cut where there are blanks.</param>
    /// <returns>The snippet; the beginning of the text when no term is in it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is less than 20.</exception>
    public static string Html(ITextAnalyser analyser, string text, IReadOnlyDictionary<string, double> terms, int length = 200)
    {
        ArgumentNullException.ThrowIfNull(analyser);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 20);
        var all = new List<TextTerm>();
        analyser.Analyse(text, all);
        var hits = all.Where(t => terms.ContainsKey(t.Term)).ToList();
        var (start, end) = Bounds(text, Best(hits, terms, length), length);
        var html = new StringBuilder(start > 0 ? "… " : "");
        var at = start;
        foreach (var hit in hits)
        {
            if (hit.Start >= at && hit.Start + hit.Length <= end)
            {
                Append(html, text, at, hit.Start);
                html.Append("<mark>");
                Append(html, text, hit.Start, hit.Start + hit.Length);
                html.Append("</mark>");
                at = hit.Start + hit.Length;
            }
        }

        Append(html, text, at, end);
        return html.Append(end < text.Length ? " …" : "").ToString();
    }

    /// <summary>The stretch with the most said by different terms; of equal ones the first.</summary>
    private static (int Start, int End) Best(List<TextTerm> hits, IReadOnlyDictionary<string, double> terms, int length)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var (best, bestValue, value, first) = ((0, 0), 0.0, 0.0, 0);
        for (var last = 0; last < hits.Count; last++)
        {
            value += Change(counts, hits[last].Term, 1) == 1 ? terms[hits[last].Term] : 0;
            for (; hits[last].Start + hits[last].Length - hits[first].Start > length && first < last; first++)
            {
                value -= Change(counts, hits[first].Term, -1) == 0 ? terms[hits[first].Term] : 0;
            }

            if (value > bestValue + 1e-9)
            {
                (best, bestValue) = ((hits[first].Start, hits[last].Start + hits[last].Length), value);
            }
        }

        return best;
    }

    private static int Change(Dictionary<string, int> counts, string term, int change) => counts[term] = counts.GetValueOrDefault(term) + change;

    /// <summary>The stretch with room around it, moved to blanks.</summary>
    private static (int Start, int End) Bounds(string text, (int Start, int End) found, int length)
    {
        var start = Math.Max(0, Math.Min(found.Start - ((length - (found.End - found.Start)) / 2), text.Length - length));
        start = found.Start < length / 2 ? 0 : start;
        var end = Math.Min(text.Length, Math.Max(found.End, start + length));
        if (start > 0)
        {
            var blank = text.IndexOfAny([' ', '\n', '\t'], start, Math.Max(0, found.Start - start));
            start = blank >= 0 ? blank + 1 : start;
        }

        if (end < text.Length)
        {
            var blank = text.LastIndexOfAny([' ', '\n', '\t'], end, end - Math.Max(found.End, start) + 1);
            end = blank > start && blank >= found.End ? blank : end;
        }

        start += start > 0 && start < text.Length && char.IsLowSurrogate(text[start]) ? 1 : 0;
        end -= end > 0 && end < text.Length && char.IsLowSurrogate(text[end]) ? 1 : 0;
        return (start, end);
    }

    private static void Append(StringBuilder html, string text, int start, int end)
    {
        foreach (var letter in text.AsSpan(start, end - start))
        {
            // Line breaks become blanks; other control characters, and those that turn the direction of writing, have no place in a line.
            _ = letter switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                '\n' or '\r' or '\t' => html.Append(' '),
                (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => html,
                _ => char.IsControl(letter) ? html : html.Append(letter),
            };
        }
    }
}
