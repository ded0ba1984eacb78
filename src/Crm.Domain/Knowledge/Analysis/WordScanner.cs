using System.Globalization;
using System.Text;

namespace Crm.Domain.Knowledge;

/// <summary>Finds the words of a text: runs of letters, digits and their marks, in scripts without blanks pairs of letters.</summary>
internal ref struct WordScanner(ReadOnlySpan<char> text, bool keepsApostrophes)
{
    /// <summary>Longer words are cut: they are addresses and keys, not words.</summary>
    public const int MaxWord = 64;

    private readonly ReadOnlySpan<char> _text = text;
    private int _at;
    private bool _afterPair;

    public int Start { get; private set; }

    public int Length { get; private set; }

    /// <summary>Moves to the next word.</summary>
    public bool Next()
    {
        while (_at < _text.Length)
        {
            var letter = LetterAt(_at, out var size);
            if (!letter)
            {
                _at += size;
                continue;
            }

            Start = _at;
            if (IsWithoutBlanks(_text[_at]))
            {
                _at += size;
                if (_at < _text.Length && LetterAt(_at, out var next) && IsWithoutBlanks(_text[_at]))
                {
                    size += next;
                }
                else if (_afterPair)
                {
                    // The last letter is in the pair before it.
                    _afterPair = false;
                    continue;
                }

                _afterPair = size > _at - Start;
                Length = size;
                return true;
            }

            SkipWord();
            Length = Math.Min(_at - Start, MaxWord);
            Length -= char.IsHighSurrogate(_text[Start + Length - 1]) ? 1 : 0;
            return true;
        }

        return false;
    }

    private void SkipWord()
    {
        while (_at < _text.Length)
        {
            if (LetterAt(_at, out var size))
            {
                if (IsWithoutBlanks(_text[_at]))
                {
                    return;
                }
            }
            else if (!(size == 1 && IsInner(_at)))
            {
                return;
            }

            _at += size;
        }
    }

    // Marks belong to the letter before them; an apostrophe or soft hyphen between letters belongs to the word.
    private readonly bool IsInner(int at) =>
        _text[at] == '\u00AD' || _text[at] == '\u200C' || _text[at] == '\u200D'
        || (keepsApostrophes && _text[at] is '\'' or '’' or 'ʼ' && at + 1 < _text.Length && LetterAt(at + 1, out _));

    private readonly bool LetterAt(int at, out int size)
    {
        var first = _text[at];
        size = 1;
        if (first < 0x80)
        {
            return char.IsAsciiLetterOrDigit(first);
        }

        if (Rune.DecodeFromUtf16(_text[at..], out var rune, out size) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.LetterNumber or UnicodeCategory.DecimalDigitNumber => true,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => true,
            _ => Rune.IsLetter(rune),
        };
    }

    // Thai, Lao, Burmese, Khmer, kana, Han and its extensions in surrogates.
    private static bool IsWithoutBlanks(char letter) =>
        letter is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF')
            or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uD840' and <= '\uD88F');
}
