using System.Globalization;
using System.Text;

namespace Crm.Domain.Knowledge;

/// <summary>Takes the marks off Latin and Greek letters, save those that a language counts as letters of their own.</summary>
internal static class DiacriticFolding
{
    public static string Fold(ReadOnlySpan<char> word, string kept)
    {
        if (!word.ContainsAnyExceptInRange('\0', '\x7F'))
        {
            return word.ToString();
        }

        var folded = new StringBuilder(word.Length + 2);
        foreach (var letter in word)
        {
            if (letter < 0x80 || letter > 0x1FFF || letter is >= '\u0400' and < '\u1E00' || kept.Contains(letter))
            {
                folded.Append(letter);
            }
            else
            {
                Append(letter, folded);
            }
        }

        return folded.ToString();
    }

    private static void Append(char letter, StringBuilder folded)
    {
        switch (letter)
        {
            case 'ß':
                folded.Append("ss");
                return;
            case 'æ':
                folded.Append("ae");
                return;
            case 'œ':
                folded.Append("oe");
                return;
            case 'ø':
                folded.Append('o');
                return;
            case 'đ' or 'ð':
                folded.Append('d');
                return;
            case 'ł':
                folded.Append('l');
                return;
            case 'ı':
                folded.Append('i');
                return;
        }

        foreach (var part in letter.ToString().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(part);
            }
        }
    }
}
