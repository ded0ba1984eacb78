using System.Text;

namespace Crm.Domain.Knowledge;

/// <summary>
/// The terms of a title and a body in their order, packed: what is stored beside a published version so that indexes are loaded
/// without reading texts again. Frequencies and positions follow from the order.
/// </summary>
public static class TermVector
{
    /// <summary>The most terms that are kept of a title and of a body; what follows is not searched.</summary>
    public const int MaxTerms = 200_000;

    /// <summary>The most terms of <see cref="OfWeighted"/>; the heaviest are kept.</summary>
    public const int MaxWeightedTerms = 200;

    /// <summary>The heaviest weight of a term: certainty.</summary>
    public const int MaxWeight = 1_000;

    internal const byte Format = 1;

    internal const byte WeightedFormat = 2;

    /// <summary>Packs the terms of a text.</summary>
    /// <param name="analyser">The analyser of its language.</param>
    /// <param name="title">The title or question.</param>
    /// <param name="body">The answer as plain text.</param>
    /// <returns>The packed terms.</returns>
    public static byte[] Of(ITextAnalyser analyser, string title, string body)
    {
        ArgumentNullException.ThrowIfNull(analyser);
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(body);
        var (ofTitle, ofBody) = (Terms(analyser, title), Terms(analyser, body));
        var distinct = ofTitle.Concat(ofBody).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var places = new Dictionary<string, int>(distinct.Count, StringComparer.Ordinal);
        var bytes = new List<byte>(16 + (distinct.Count * 6) + ofBody.Count) { Format };
        PackedBytes.Write(bytes, analyser.Version);
        PackedBytes.Write(bytes, distinct.Count);
        var before = string.Empty;
        foreach (var term in distinct)
        {
            places.Add(term, places.Count);
            WriteTerm(bytes, before, term);
            before = term;
        }

        foreach (var field in (List<string>[])[ofTitle, ofBody])
        {
            PackedBytes.Write(bytes, field.Count);
            foreach (var term in field)
            {
                PackedBytes.Write(bytes, places[term]);
            }
        }

        return [.. bytes];
    }

    /// <summary>Packs terms with weights: what readers asked before an item helped them.</summary>
    /// <param name="terms">
    /// The terms, as the analyser of the item's language makes them, and how much the evidence for each counts in thousandths: 1000·n/(n + 5)
    /// for n readers whom the item helped after they asked so. Weights below 1 are left out, those above <see cref="MaxWeight"/> count as that;
    /// of a term that comes twice the heavier weight counts.
    /// </param>
    /// <returns>The packed terms; null when none is left.</returns>
    public static byte[]? OfWeighted(IEnumerable<(string Term, int Weight)> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var kept = terms.Where(t => t.Weight >= 1 && t.Term.Length is > 0 and <= 2 * WordScanner.MaxWord)
            .GroupBy(t => t.Term, StringComparer.Ordinal).Select(g => (Term: g.Key, Weight: Math.Min(MaxWeight, g.Max(t => t.Weight))))
            .OrderByDescending(t => t.Weight).ThenBy(t => t.Term, StringComparer.Ordinal).Take(MaxWeightedTerms)
            .OrderBy(t => t.Term, StringComparer.Ordinal).ToList();
        if (kept.Count == 0)
        {
            return null;
        }

        var bytes = new List<byte>(4 + (kept.Count * 10)) { WeightedFormat };
        PackedBytes.Write(bytes, kept.Count);
        var before = string.Empty;
        foreach (var (term, weight) in kept)
        {
            WriteTerm(bytes, before, term);
            PackedBytes.Write(bytes, weight);
            before = term;
        }

        return [.. bytes];
    }

    /// <summary>Whether packed terms were made by this edition of the analyser.</summary>
    /// <param name="vector">The packed terms.</param>
    /// <param name="analyser">The analyser of their language.</param>
    /// <returns>False when they have to be made anew.</returns>
    public static bool IsCurrent(ReadOnlySpan<byte> vector, ITextAnalyser analyser)
    {
        ArgumentNullException.ThrowIfNull(analyser);
        var at = 1;
        return vector.Length > 2 && vector[0] == Format && PackedBytes.ReadChecked(vector, ref at) == analyser.Version;
    }

    private static List<string> Terms(ITextAnalyser analyser, string text)
    {
        var found = new List<TextTerm>(text.Length / 6);
        analyser.Analyse(text, found);
        return [.. found.Take(MaxTerms).Select(t => t.Term).Where(t => t.Length is > 0 and <= 2 * WordScanner.MaxWord)];
    }

    private static void WriteTerm(List<byte> bytes, string before, string term)
    {
        var shared = before.AsSpan().CommonPrefixLength(term);
        if (shared > 0 && char.IsHighSurrogate(term[shared - 1]))
        {
            shared--;
        }

        var rest = Encoding.UTF8.GetBytes(term[shared..]);
        PackedBytes.Write(bytes, shared);
        PackedBytes.Write(bytes, rest.Length);
        bytes.AddRange(rest);
    }
}
