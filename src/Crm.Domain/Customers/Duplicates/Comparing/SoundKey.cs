using System.Text;

namespace Crm.Domain.Customers;

/// <summary>
/// A rough key of how a European name sounds: consonants in groups that languages and ears confuse, without vowels except at the
/// beginning. Letters of other alphabets stand for themselves.
/// </summary>
internal static class SoundKey
{
    private const int MaxLength = 6;

    /// <summary>The key of a folded word; empty for one without letters.</summary>
    public static string Of(string word)
    {
        var key = new StringBuilder(MaxLength);
        for (var i = 0; i < word.Length && key.Length < MaxLength; i++)
        {
            var sound = At(word, i);
            if (sound == '\0' || (key.Length > 0 && key[^1] == sound && !(i > 0 && IsVowel(word[i - 1]))))
            {
                continue;
            }

            key.Append(sound);
        }

        return key.ToString();
    }

    private static char At(string word, int i)
    {
        var next = i + 1 < word.Length ? word[i + 1] : '\0';
        var last = i > 0 ? word[i - 1] : '\0';
        switch (word[i])
        {
            case 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'j':
                return i == 0 ? 'a' : '\0';
            case 'h':
                return '\0';
            case 'p' when next == 'h':
                return 'f';
            case 'b' or 'p':
                return 'p';
            case 'd' or 't':
                return 't';
            case 'f' or 'v' or 'w':
                return 'f';
            case 'c' when next is 'e' or 'i' or 'y' || (next == 'h' && last == 's'):
                return 's';
            case 'c' or 'g' or 'k' or 'q':
                return 'k';
            case 's' or 'x' or 'z':
                return 's';
            case 'm' or 'n':
                return 'n';
            default:
                return char.IsLetterOrDigit(word[i]) ? word[i] : '\0';
        }
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
