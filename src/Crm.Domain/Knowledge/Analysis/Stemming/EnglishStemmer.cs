using System.Collections.Frozen;

namespace Crm.Domain.Knowledge;

/// <summary>English, after the description of the Snowball 3 English stemmer (Porter 2), snowballstem.org/algorithms/english.</summary>
internal sealed class EnglishStemmer : IStemmer
{
    private const string Vowels = "aeiouy";

    private static readonly string[] s_prefixes = ["gener", "commun", "arsen", "past", "univers", "later", "emerg", "organ", "inter"];

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> s_exceptions =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["skis"] = "ski", ["skies"] = "sky", ["idly"] = "idl", ["gently"] = "gentl", ["ugly"] = "ugli", ["early"] = "earli", ["only"] = "onli", ["singly"] = "singl",
            ["sky"] = "sky", ["news"] = "news", ["howe"] = "howe", ["atlas"] = "atlas", ["cosmos"] = "cosmos", ["bias"] = "bias", ["andes"] = "andes",
        }.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SuffixTable s_possessive = new(("' 's 's'", ""));
    private static readonly SuffixTable s_step1a = new(("sses", "ss"), ("ied ies", "i"), ("us ss", "keep"), ("s", "s"));
    private static readonly SuffixTable s_step1b = new(("eed eedly", "ee"), ("ed edly ingly", ""), ("ing", "ing"));
    private static readonly SuffixTable s_afterStep1b = new(("at bl iz", "e"), ("bb dd ff gg mm nn pp rr tt", "double"));
    private static readonly SuffixTable s_step2 = new(
        ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("abli", "able"), ("entli", "ent"), ("izer ization", "ize"), ("ational ation ator", "ate"),
        ("alism aliti alli", "al"), ("fulness fulli", "ful"), ("ousli ousness", "ous"), ("iveness iviti", "ive"), ("biliti bli", "ble"), ("ogist", "og"),
        ("lessli", "less"), ("ogi", "ogi"), ("li", "li"));

    private static readonly SuffixTable s_step3 = new(
        ("tional", "tion"), ("ational", "ate"), ("alize", "al"), ("icate iciti ical", "ic"), ("ful ness", ""), ("ative", "ative"));

    private static readonly SuffixTable s_step4 = new(("al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize", ""), ("ion", "ion"));

    public void Stem(ref StemWord word)
    {
        if (s_exceptions.TryGetValue(word.Text, out var exception))
        {
            word.Replace(word.Length, exception);
            return;
        }

        if (word.Length < 3)
        {
            return;
        }

        if (word[0] == '\'')
        {
            word.RemoveFirst();
            word.Cut(1);
        }

        MarkConsonantY(ref word);
        var p1 = FirstRegion(word);
        var p2 = word.Region(Vowels, p1);
        Step1a(ref word);
        Step1b(ref word, p1);
        if (word.Length > 2 && word[word.Length - 1] is 'y' or 'Y' && !Vowels.Contains(word[word.Length - 2]))
        {
            word[word.Length - 1] = 'i';
        }

        Step2(ref word, p1);
        Step3(ref word, p1, p2);
        Step4(ref word, p2);
        Step5(ref word, p1, p2);
        word.Substitute('Y', 'y');
    }

    private static void MarkConsonantY(ref StemWord word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] == 'y' && (i == 0 || Vowels.Contains(word[i - 1])))
            {
                word[i] = 'Y';
            }
        }
    }

    private static int FirstRegion(scoped in StemWord word)
    {
        foreach (var prefix in s_prefixes)
        {
            if (word.Text.StartsWith(prefix, StringComparison.Ordinal))
            {
                return prefix.Length;
            }
        }

        return word.Region(Vowels, 0);
    }

    private static bool IsShort(ReadOnlySpan<char> text)
    {
        static bool IsVowel(char letter) => Vowels.Contains(letter);
        var n = text.Length;
        return (n > 2 && !IsVowel(text[n - 1]) && text[n - 1] is not ('w' or 'x' or 'Y') && IsVowel(text[n - 2]) && !IsVowel(text[n - 3]))
            || (n == 2 && !IsVowel(text[1]) && IsVowel(text[0]))
            || text.EndsWith("past", StringComparison.Ordinal);
    }

    private static void Step1a(ref StemWord word)
    {
        s_possessive.Apply(0, ref word);
        if (!s_step1a.TryFind(word.Text, out var length, out var action))
        {
            return;
        }

        switch (action)
        {
            case "i":
                word.Replace(length, word.Length - length >= 2 ? "i" : "ie");
                break;
            case "s" when word.Length > 2 && word.Text[..^2].IndexOfAny(Vowels) >= 0:
                word.Cut(1);
                break;
            case "ss":
                word.Replace(length, action);
                break;
        }
    }

    private static void Step1b(ref StemWord word, int p1)
    {
        if (!s_step1b.TryFind(word.Text, out var length, out var action))
        {
            return;
        }

        var before = word.Text[..^length];
        if (action == "ee")
        {
            if (before is not ("proc" or "exc" or "succ") && before.Length >= p1)
            {
                word.Replace(length, action);
            }

            return;
        }

        if (action == "ing" && before.Length == 2 && before[1] == 'y' && !Vowels.Contains(before[0]))
        {
            word.Replace(4, "ie");
            return;
        }

        if (before.IndexOfAny(Vowels) < 0 || (action == "ing" && before is "inn" or "out" or "cann" or "herr" or "earr" or "even"))
        {
            return;
        }

        word.Cut(length);
        if (!s_afterStep1b.TryFind(word.Text, out _, out action))
        {
            action = word.Length == p1 && IsShort(word.Text) ? "e" : "";
        }

        if (action == "e")
        {
            word.Append('e');
        }
        else if (action == "double" && !(word.Length == 3 && word[0] is 'a' or 'e' or 'o'))
        {
            word.Cut(1);
        }
    }

    private static void Step2(ref StemWord word, int p1)
    {
        if (!s_step2.TryFind(word.Text, out var length, out var action) || word.Length - length < p1)
        {
            return;
        }

        var before = word.Length > length ? word[word.Length - length - 1] : ' ';
        switch (action)
        {
            case "ogi":
                word.Cut(before == 'l' ? 1 : 0);
                break;
            case "li":
                word.Cut("cdeghkmnrt".Contains(before) ? 2 : 0);
                break;
            default:
                word.Replace(length, action);
                break;
        }
    }

    private static void Step3(ref StemWord word, int p1, int p2)
    {
        if (!s_step3.TryFind(word.Text, out var length, out var action) || word.Length - length < p1)
        {
            return;
        }

        if (action != "ative")
        {
            word.Replace(length, action);
        }
        else
        {
            word.CutIn(p2, action);
        }
    }

    private static void Step4(ref StemWord word, int p2)
    {
        if (s_step4.TryFind(word.Text, out var length, out var action) && word.Length - length >= p2
            && (action.Length == 0 || (word.Length > length && word[word.Length - length - 1] is 's' or 't')))
        {
            word.Cut(length);
        }
    }

    private static void Step5(ref StemWord word, int p1, int p2)
    {
        var last = word.Length - 1;
        if (last < 0)
        {
            return;
        }

        if ((word[last] == 'e' && (last >= p2 || (last >= p1 && !IsShort(word.Text[..last])))) || (word[last] == 'l' && last >= p2 && last > 0 && word[last - 1] == 'l'))
        {
            word.Cut(1);
        }
    }
}
