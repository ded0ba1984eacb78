namespace Crm.Domain.Knowledge;

/// <summary>Romanian, after the description of the Snowball 3 stemmer, snowballstem.org/algorithms/romanian. Letters with cedilla count as those with comma.</summary>
internal sealed class RomanianStemmer : IStemmer
{
    private const string Vowels = "aeiouâîă";

    private static readonly SuffixTable s_articles = new(
        ("ul ului", ""), ("aua", "a"), ("ea ele elor", "e"), ("ii iua iei iile iilor ilor", "i"), ("ile", "ile"), ("atei", "at"), ("ație ația", "ați"));

    private static readonly SuffixTable s_combined = new(
        ("abilitate abilitati abilităi abilități", "abil"), ("ibilitate", "ibil"), ("ivitate ivitati ivităi ivități", "iv"),
        ("icitate icitati icităi icități icator icatori iciv iciva icive icivi icivă ical icala icale icali icală", "ic"),
        ("ativ ativa ative ativi ativă ațiune atoare ator atori ătoare ător ători", "at"), ("itiv itiva itive itivi itivă ițiune itoare itor itori", "it"));

    private static readonly SuffixTable s_standard = new(
        ("at ata ată ati ate ut uta ută uti ute it ita ită iti ite ic ica ice ici ică abil abila abile abili abilă ibil ibila ibile ibili ibilă "
        + "oasa oasă oase os osi oși ant anta ante anti antă ator atori itate itati ităi ități iv iva ive ivi ivă", ""),
        ("iune iuni", "t"), ("ism isme ist ista iste isti istă iști", "ist"));

    private static readonly SuffixTable s_verbs = new(
        ("are ere ire âre ind ând indu ându eze ească ez ezi ează esc ești ește ăsc ăști ăște am ai au eam eai ea eați eau iam iai ia iați iau ui "
        + "ași arăm arăți ară uși urăm urăți ură iși irăm irăți iră âi âși ârăm ârăți âră asem aseși ase aserăm aserăți aseră isem iseși ise iserăm iserăți "
        + "iseră âsem âseși âse âserăm âserăți âseră usem useși use userăm userăți useră", "after"),
        ("ăm ați em eți im iți âm âți seși serăm serăți seră sei se sesem seseși sese seserăm seserăți seseră", ""));

    private static readonly SuffixTable s_vowels = new(("a e i ie ă", ""));

    public void Stem(ref StemWord word)
    {
        word.Substitute('ş', 'ș');
        word.Substitute('ţ', 'ț');
        word.MarkSemivowels(Vowels);
        var pv = word.RomanceRegion(Vowels);
        var p1 = word.Region(Vowels, 0);
        var p2 = word.Region(Vowels, p1);
        CutArticle(ref word, p1);
        var isCut = false;
        while (s_combined.Apply(p1, ref word))
        {
            isCut = true;
        }

        if (!(CutStandard(ref word, p2) || isCut))
        {
            CutVerb(ref word, pv);
        }

        s_vowels.Apply(pv, ref word);
        word.Substitute('I', 'i');
        word.Substitute('U', 'u');
    }

    private static void CutArticle(ref StemWord word, int p1)
    {
        if (s_articles.TryFind(word.Text, out var length, out var action) && word.Length - length >= p1 && !(action == "ile" && word.EndsWith("ab", length)))
        {
            word.Replace(length, action == "ile" ? "i" : action);
        }
    }

    private static bool CutStandard(ref StemWord word, int p2)
    {
        if (!s_standard.TryFind(word.Text, out var length, out var action) || word.Length - length < p2 || (action == "t" && !word.EndsWith("ț", length)))
        {
            return false;
        }

        word.Replace(action == "t" ? length + 1 : length, action);
        return true;
    }

    private static void CutVerb(ref StemWord word, int pv)
    {
        if (!s_verbs.TryFindIn(pv, word, out var length, out var action))
        {
            return;
        }

        var before = word.Length - length - 1;
        if (action.Length == 0 || (before >= pv && (word[before] == 'u' || !Vowels.Contains(word[before]))))
        {
            word.Cut(length);
        }
    }
}
