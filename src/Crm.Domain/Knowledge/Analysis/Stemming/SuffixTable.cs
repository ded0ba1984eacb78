using System.Collections.Frozen;

namespace Crm.Domain.Knowledge;

/// <summary>Endings with what becomes of each: the text that takes its place, or a rule that the stemmer knows.</summary>
internal sealed class SuffixTable
{
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _actions;
    private readonly int _longest;

    /// <param name="groups">Endings separated by blanks, and what becomes of them.</param>
    public SuffixTable(params (string Suffixes, string Action)[] groups)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (suffixes, action) in groups)
        {
            foreach (var suffix in suffixes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                all[suffix] = action;
                _longest = Math.Max(_longest, suffix.Length);
            }
        }

        _actions = all.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The longest ending of the text; false when it has none.</summary>
    public bool TryFind(ReadOnlySpan<char> text, out int length, out string action)
    {
        for (length = Math.Min(_longest, text.Length); length > 0; length--)
        {
            if (_actions.TryGetValue(text[^length..], out action!))
            {
                return true;
            }
        }

        action = string.Empty;
        return false;
    }

    /// <summary>The longest ending of the part of the word from <paramref name="region"/> on.</summary>
    public bool TryFindIn(int region, scoped in StemWord word, out int length, out string action) =>
        TryFind(word.Text[Math.Min(region, word.Length)..], out length, out action);

    /// <summary>Replaces the longest ending when that begins at or after <paramref name="region"/>.</summary>
    public bool Apply(int region, ref StemWord word)
    {
        if (!TryFind(word.Text, out var length, out var action) || word.Length - length < region)
        {
            return false;
        }

        word.Replace(length, action);
        return true;
    }
}
