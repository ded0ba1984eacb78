namespace Crm.Domain.Knowledge;

/// <summary>Spanish, after the description of the Snowball 3 stemmer, snowballstem.org/algorithms/spanish.</summary>
internal sealed class SpanishStemmer : IStemmer
{
    private const string Vowels = "aeiouáéíóúü";

    private static readonly SuffixTable s_pronouns = new(("me se sela selo selas selos la le lo las les los nos", ""));
    private static readonly SuffixTable s_beforePronoun = new(
        ("iéndo", "iendo"), ("ándo", "ando"), ("ár", "ar"), ("ér", "er"), ("ír", "ir"), ("ando iendo ar er ir", "keep"), ("yendo", "u"));

    private static readonly SuffixTable s_standard = new(
        ("anza anzas ico ica icos icas ismo ismos able ables ible ibles ista istas oso osa osos osas amiento amientos imiento imientos", ""),
        ("adora ador ación adoras adores aciones ante antes ancia ancias acion", "ic"), ("logía logías", "log"), ("ución uciones ucion", "u"),
        ("encia encias", "ente"), ("amente", "r1"), ("mente", "mente"), ("idad idades", "idad"), ("iva ivo ivas ivos", "at"));

    private static readonly SuffixTable s_beforeAmente = new(("iv", "at"), ("os ic ad", ""));
    private static readonly SuffixTable s_beforeMente = new(("ante able ible", ""));
    private static readonly SuffixTable s_beforeIdad = new(("abil ic iv", ""));
    private static readonly SuffixTable s_yVerbs = new(("ya ye yan yen yeron yendo yo yó yas yes yais yamos", ""));

    private static readonly SuffixTable s_verbs = new(
        ("en es éis emos", "g"),
        ("arían arías arán arás aríais aría aréis aríamos aremos ará aré erían erías erán erás eríais ería eréis eríamos eremos erá eré "
        + "irían irías irán irás iríais iría iréis iríamos iremos irá iré aba ada ida ía ara iera ad ed id ase iese aste iste an aban ían aran ieran asen "
        + "iesen aron ieron ado ido ando iendo ió ar er ir as abas adas idas ías aras ieras ases ieses ís áis abais íais arais ierais aseis ieseis asteis "
        + "isteis ados idos amos ábamos íamos imos áramos iéramos iésemos ásemos", ""));

    private static readonly SuffixTable s_residual = new(("os a o á í ó", ""), ("e é", "u"));

    public void Stem(ref StemWord word)
    {
        var pv = word.RomanceRegion(Vowels);
        var p1 = word.Region(Vowels, 0);
        var p2 = word.Region(Vowels, p1);
        CutPronoun(ref word, pv);
        if (!CutStandard(ref word, p1, p2))
        {
            CutVerb(ref word, pv);
        }

        if (s_residual.TryFind(word.Text, out var length, out var action) && word.Length - length >= pv)
        {
            word.Cut(length);
            if (action == "u" && word.EndsWith("gu"))
            {
                word.CutIn(pv, "u");
            }
        }

        Unaccent(ref word);
    }

    private static void CutPronoun(ref StemWord word, int pv)
    {
        if (!s_pronouns.TryFind(word.Text, out var pronoun, out _) || !s_beforePronoun.TryFind(word.Text[..^pronoun], out var length, out var action)
            || word.Length - pronoun - length < pv || (action == "u" && !word.EndsWith("u", pronoun + length)))
        {
            return;
        }

        if (action is "keep" or "u")
        {
            word.Cut(pronoun);
        }
        else
        {
            word.Replace(pronoun + length, action);
        }
    }

    private static bool CutStandard(ref StemWord word, int p1, int p2)
    {
        if (!s_standard.TryFind(word.Text, out var length, out var action) || word.Length - length < (action == "r1" ? p1 : p2))
        {
            return false;
        }

        var keeps = action is "log" or "u" or "ente";
        word.Replace(length, keeps ? action : string.Empty);
        switch (action)
        {
            case "ic" or "at":
                word.CutIn(p2, action);
                break;
            case "r1" when s_beforeAmente.TryFind(word.Text, out length, out var more) && word.Length - length >= p2:
                word.Cut(length);
                if (more.Length > 0)
                {
                    word.CutIn(p2, more);
                }

                break;
            case "mente":
                s_beforeMente.Apply(p2, ref word);
                break;
            case "idad":
                s_beforeIdad.Apply(p2, ref word);
                break;
        }

        return true;
    }

    private static void CutVerb(ref StemWord word, int pv)
    {
        if (s_yVerbs.TryFindIn(pv, word, out var length, out _) && word.EndsWith("u", length))
        {
            word.Cut(length);
        }
        else if (s_verbs.TryFindIn(pv, word, out length, out var action))
        {
            word.Cut(action == "g" && word.EndsWith("gu", length) ? length + 1 : length);
        }
    }

    private static void Unaccent(ref StemWord word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            word[i] = word[i] switch
            {
                'á' => 'a',
                'é' => 'e',
                'í' => 'i',
                'ó' => 'o',
                'ú' => 'u',
                var letter => letter,
            };
        }
    }
}
