namespace Crm.Domain.Knowledge;

/// <summary>Swedish, after the description of the Snowball 3 stemmer, snowballstem.org/algorithms/swedish.</summary>
internal sealed class SwedishStemmer : IStemmer
{
    private const string Vowels = "aeiouyäåö";

    private static readonly SuffixTable s_main = new(
        ("a arna erna heterna orna ad e ade ande arne are aste en anden aren heten ern ar er heter or as arnas ernas ornas es ades andes ens arens hetens erns "
        + "at andet het ast", ""), ("s", "s"), ("et", "et"));

    // Words in -et whose ending is no article: frihet, societet, alfabet, kapacitet, paket and their like.
    private static readonly SuffixTable s_noArticle = new(
        ("h iet uit fab cit dit alit ilit mit nit pit rit sit tit ivit kvit xit kom rak pak stak", ""));

    private static readonly SuffixTable s_pairs = new(("dd gd nn dt gt kt tt", ""));
    private static readonly SuffixTable s_other = new(("lig ig els", ""), ("öst", "ös"), ("fullt", "full"));

    public void Stem(ref StemWord word)
    {
        var p1 = word.Length < 3 ? word.Length : Math.Max(3, word.Region(Vowels, 0));
        CutEnding(ref word, p1);
        if (s_pairs.TryFindIn(p1, word, out _, out _))
        {
            word.Cut(1);
        }

        if (s_other.TryFindIn(p1, word, out var length, out var action)
            && (action != "ös" || (word.Length > length && "iklnprtuv".Contains(word[word.Length - length - 1]))))
        {
            word.Replace(length, action);
        }
    }

    private static void CutEnding(ref StemWord word, int p1)
    {
        if (!s_main.TryFindIn(p1, word, out var length, out var action))
        {
            return;
        }

        switch (action)
        {
            case "s" when word.EndsWith("ets") && IsArticle(word.Text[..^3]):
                word.Cut(3);
                break;
            case "s" when word.Length > 1 && "bcdfghjklmnoprtvy".Contains(word[word.Length - 2]):
                word.Cut(1);
                break;
            case "et" when IsArticle(word.Text[..^2]):
            case "":
                word.Cut(length);
                break;
        }
    }

    /// <summary>Whether <c>et</c> behind this text is the definite article.</summary>
    private static bool IsArticle(ReadOnlySpan<char> text) => text.Length > 2 && !Vowels.Contains(text[^1]) && Vowels.Contains(text[^2]) && !s_noArticle.TryFind(text, out _, out _);
}
