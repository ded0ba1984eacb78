namespace Crm.Domain.Knowledge;

/// <summary>A word while it is being stemmed. It never grows beyond its first length.</summary>
internal ref struct StemWord(Span<char> text)
{
    private readonly Span<char> _text = text;

    public int Length { get; private set; } = text.Length;

    public readonly ReadOnlySpan<char> Text => _text[..Length];

    public readonly char this[int at]
    {
        get => _text[at];
        set => _text[at] = value;
    }

    public readonly bool EndsWith(string suffix) => Text.EndsWith(suffix, StringComparison.Ordinal);

    /// <summary>Whether the text before the last <paramref name="cut"/> letters ends so.</summary>
    public readonly bool EndsWith(string suffix, int cut) => cut <= Length && _text[..(Length - cut)].EndsWith(suffix, StringComparison.Ordinal);

    public void Cut(int count) => Length -= count;

    public void Append(char letter) => _text[Length++] = letter;

    public void Replace(int count, string with)
    {
        Length -= count;
        with.CopyTo(_text[Length..]);
        Length += with.Length;
    }

    public readonly void RemoveFirst()
    {
        _text[1..Length].CopyTo(_text);
    }

    /// <summary>Cuts the ending when it is there and begins at or after <paramref name="region"/>.</summary>
    public bool CutIn(int region, string suffix)
    {
        if (!EndsWith(suffix) || Length - suffix.Length < region)
        {
            return false;
        }

        Cut(suffix.Length);
        return true;
    }

    /// <summary>The place behind the first letter from <paramref name="from"/> on that is in <paramref name="letters"/>, or is not; the length when there is none.</summary>
    public readonly int Past(string letters, bool isIn, int from)
    {
        for (var i = from; i < Length; i++)
        {
            if (letters.Contains(_text[i]) == isIn)
            {
                return i + 1;
            }
        }

        return Length;
    }

    /// <summary>The region R1 of the Snowball descriptions, seen from <paramref name="from"/>: behind the first consonant that follows a vowel.</summary>
    public readonly int Region(string vowels, int from) => Past(vowels, isIn: false, Past(vowels, isIn: true, from));

    /// <summary>The region RV of the Romance languages.</summary>
    public readonly int RomanceRegion(string vowels)
    {
        if (Length < 2)
        {
            return Length;
        }

        return (vowels.Contains(_text[0]), vowels.Contains(_text[1])) switch
        {
            (_, false) => Past(vowels, isIn: true, 2),
            (true, true) => Past(vowels, isIn: false, 2),
            _ => Math.Min(3, Length),
        };
    }

    /// <summary>Writes u and i between vowels in upper case, which makes them consonants.</summary>
    public readonly void MarkSemivowels(string vowels)
    {
        for (var i = 1; i + 1 < Length; i++)
        {
            if (_text[i] is 'u' or 'i' && vowels.Contains(_text[i - 1]) && vowels.Contains(_text[i + 1]))
            {
                _text[i] = char.ToUpperInvariant(_text[i]);
            }
        }
    }

    public readonly void Substitute(char from, char to) => _text[..Length].Replace(from, to);
}
