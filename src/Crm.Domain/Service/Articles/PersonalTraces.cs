using System.Text.RegularExpressions;

namespace Crm.Domain.Service;

/// <summary>
/// Finds in a text what names or reaches a person of a case: mail addresses and telephone numbers of anybody, and the names and numbers that
/// the case itself knows. It is a safeguard for whoever writes, not a judgement: what it does not find may be personal all the same.
/// </summary>
internal sealed partial class PersonalTraces(IEnumerable<string?> known)
{
    private const int ShortestName = 3;
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(2);

    private readonly List<Regex> _known =
    [
        .. known.OfType<string>().SelectMany(Parts).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(p => p.Length)
            .Select(p => new Regex($@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(p)}(?![\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, s_limit)),
    ];

    /// <summary>The pieces of the text, each once, as they stand in it.</summary>
    public IReadOnlyList<string> In(string? text)
    {
        var found = new List<Match>();
        foreach (var pattern in string.IsNullOrEmpty(text) ? [] : Patterns)
        {
            // The name in a mail address is a part of it, not another piece.
            var earlier = found.ToList();
            found.AddRange(pattern.Matches(text!).Where(m => !earlier.Exists(f => m.Index < f.Index + f.Length && f.Index < m.Index + m.Length)));
        }

        return [.. found.OrderBy(m => m.Index).Select(m => m.Value).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The text without them.</summary>
    public string Without(string text, string omission) => Patterns.Aggregate(text, (left, pattern) => pattern.Replace(left, omission));

    private IEnumerable<Regex> Patterns => _known.Prepend(Number()).Prepend(Address());

    // A name alone too: "Dear Anna" names Anna Rossi.
    private static IEnumerable<string> Parts(string name) => name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(p => p.Length >= ShortestName).Prepend(name.Trim()).Where(p => p.Length >= ShortestName);

    [GeneratedRegex(@"[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+", RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Address();

    // A plus or a zero, then at least seven more digits in groups: articles of products seldom begin so, telephone numbers do.
    [GeneratedRegex(@"(?<![\p{L}\p{N}.,])(?:\+|0)\d(?:[\s().\-/]{0,2}\d){6,14}(?![\p{L}\p{N}])", RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Number();
}
