namespace Crm.Domain.Knowledge;

/// <summary>Italian, after the description of the Snowball 3 stemmer, snowballstem.org/algorithms/italian.</summary>
internal sealed class ItalianStemmer : IStemmer
{
    private const string Vowels = "aeiouàèìòù";

    private static readonly SuffixTable s_pronouns = new((
        "ci gli la le li lo mi ne si ti vi sene gliela gliele glieli glielo gliene mela mele meli melo mene tela tele teli telo tene "
        + "cela cele celi celo cene vela vele veli velo vene", ""));

    private static readonly SuffixTable s_beforePronoun = new(("ando endo", ""), ("ar er ir", "e"));

    private static readonly SuffixTable s_standard = new(
        ("anza anze ico ici ica ice iche ichi ismo ismi abile abili ibile ibili ista iste isti istà istè istì oso osi osa ose mente atrice atrici ante anti", ""),
        ("azione azioni atore atori", "ic"), ("logia logie", "log"), ("uzione uzioni usione usioni", "u"), ("enza enze", "ente"),
        ("amento amenti imento imenti", "rv"), ("amente", "r1"), ("ità", "ità"), ("ivo ivi iva ive", "at"));

    private static readonly SuffixTable s_beforeAmente = new(("iv", "at"), ("os ic abil", ""));
    private static readonly SuffixTable s_beforeIta = new(("abil ic iv", ""));

    private static readonly SuffixTable s_verbs = new((
        "ammo ando ano are arono asse assero assi assimo ata ate ati ato ava avamo avano avate avi avo emmo enda ende endi endo erà erai eranno ere erebbe "
        + "erebbero erei eremmo eremo ereste eresti erete erò erono essero ete eva evamo evano evate evi evo iamo immo irà irai iranno ire irebbe irebbero "
        + "irei iremmo iremo ireste iresti irete irò irono isca iscano isce isci isco iscono issero ita ite iti ito iva ivamo ivano ivate ivi ivo ono uta ute "
        + "uti uto ar ir", ""));

    public void Stem(ref StemWord word)
    {
        MakeAccentsGrave(ref word);
        word.MarkSemivowels(Vowels);
        var pv = word.Text.StartsWith("divan", StringComparison.Ordinal) ? 5 : word.RomanceRegion(Vowels);
        var p1 = word.Region(Vowels, 0);
        var p2 = word.Region(Vowels, p1);
        CutPronoun(ref word, pv);
        if (!CutStandard(ref word, pv, p1, p2) && s_verbs.TryFindIn(pv, word, out var length, out _))
        {
            word.Cut(length);
        }

        CutVowels(ref word, pv);
        word.Substitute('I', 'i');
        word.Substitute('U', 'u');
    }

    private static void MakeAccentsGrave(ref StemWord word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            word[i] = word[i] switch
            {
                'á' => 'à',
                'é' => 'è',
                'í' => 'ì',
                'ó' => 'ò',
                'ú' => 'ù',
                'u' when i > 0 && word[i - 1] == 'q' => 'U',
                var letter => letter,
            };
        }
    }

    private static void CutPronoun(ref StemWord word, int pv)
    {
        if (s_pronouns.TryFind(word.Text, out var pronoun, out _) && s_beforePronoun.TryFind(word.Text[..^pronoun], out var length, out var action)
            && word.Length - pronoun - length >= pv)
        {
            word.Replace(pronoun, action);
        }
    }

    private static bool CutStandard(ref StemWord word, int pv, int p1, int p2)
    {
        if (!s_standard.TryFind(word.Text, out var length, out var action)
            || word.Length - length < action switch { "rv" => pv, "r1" => p1, _ => p2 })
        {
            return false;
        }

        var keeps = action is "log" or "u" or "ente";
        word.Replace(length, keeps ? action : string.Empty);
        switch (action)
        {
            case "ic":
                word.CutIn(p2, "ic");
                break;
            case "r1" when s_beforeAmente.TryFind(word.Text, out length, out var more) && word.Length - length >= p2:
                word.Cut(length);
                if (more.Length > 0)
                {
                    word.CutIn(p2, more);
                }

                break;
            case "ità":
                s_beforeIta.Apply(p2, ref word);
                break;
            case "at" when word.CutIn(p2, "at"):
                word.CutIn(p2, "ic");
                break;
        }

        return true;
    }

    private static void CutVowels(ref StemWord word, int pv)
    {
        if (word.Length > 0 && word.Length - 1 >= pv && "aeioàèìò".Contains(word[word.Length - 1]))
        {
            word.Cut(1);
            word.CutIn(pv, "i");
        }

        if (word.Length - 2 >= pv && (word.EndsWith("ch") || word.EndsWith("gh")))
        {
            word.Cut(1);
        }
    }
}
