namespace Crm.Domain.Knowledge;

/// <summary>
/// The edits from one term to others: letters put in, left out, exchanged, and neighbours swapped, each stretch edited once. A column of
/// the table is kept in the bits of a number (Hyyrö 2003, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances").
/// </summary>
internal readonly ref struct EditDistance
{
    /// <summary>Longer terms have no place in the bits.</summary>
    public const int MaxLength = 64;

    private readonly ReadOnlySpan<char> _letters;
    private readonly ReadOnlySpan<ulong> _places;
    private readonly int _length;

    /// <param name="term">The term, of 1 to 64 letters.</param>
    /// <param name="letters">Room for as many letters.</param>
    /// <param name="places">Room for as many numbers.</param>
    public EditDistance(ReadOnlySpan<char> term, Span<char> letters, Span<ulong> places)
    {
        var distinct = 0;
        for (var i = 0; i < term.Length; i++)
        {
            var letter = letters[..distinct].IndexOf(term[i]);
            if (letter < 0)
            {
                letter = distinct++;
                (letters[letter], places[letter]) = (term[i], 0);
            }

            places[letter] |= 1UL << i;
        }

        _letters = letters[..distinct];
        _places = places;
        _length = term.Length;
    }

    /// <summary>The number of edits to another term.</summary>
    public int To(ReadOnlySpan<char> other)
    {
        var last = 1UL << (_length - 1);
        var (up, down, same, before) = (ulong.MaxValue, 0UL, 0UL, 0UL);
        var edits = _length;
        foreach (var letter in other)
        {
            var at = _letters.IndexOf(letter);
            var places = at < 0 ? 0 : _places[at];
            var swapped = ((~same & places) << 1) & before;
            same = (((places & up) + up) ^ up) | places | down | swapped;
            var more = down | ~(same | up);
            var less = same & up;
            edits += (more & last) != 0 ? 1 : (less & last) != 0 ? -1 : 0;
            more = (more << 1) | 1;
            less <<= 1;
            (up, down, before) = (less | ~(same | more), more & same, places);
        }

        return edits;
    }
}
