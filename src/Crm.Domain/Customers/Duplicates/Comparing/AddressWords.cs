using System.Collections.Frozen;
using Crm.Domain.Values;

namespace Crm.Domain.Customers;

/// <summary>Brings streets and names of organisations into comparison form: usual short forms, no legal forms, house number apart.</summary>
internal static class AddressWords
{
    // Words that streets are called by, and their usual short forms, in several languages; points of the compass; ordinals.
    private static readonly FrozenDictionary<string, string> s_short = Pairs(
        "street st,str st,strasse st,strada st,avenue ave,av ave,avenida ave,avda ave,boulevard blvd,boul blvd,bd blvd,bulevardul blvd,bvd blvd,road rd,drive dr,place pl," +
        "platz pl,piazza pl,pza pl,plaza pl,court ct,lane ln,crescent cres,cr cres,circuit cct,circle cir,square sq,highway hwy,parkway pkwy,pky pkwy,terrace tce,ter tce," +
        "close cl,grove gr,gardens gdns,viale vle,corso cso,calle cl,c cl,rue r,chemin ch,gatan gat,gata gat,vagen vag,weg wg,allee al,north n,south s,east e,west w,northeast ne," +
        "northwest nw,southeast se,southwest sw,mount mt,saint st,first 1st,second 2nd,third 3rd,fourth 4th,fifth 5th,sixth 6th,seventh 7th,eighth 8th,ninth 9th,tenth 10th," +
        "eleventh 11th,twelfth 12th,apartment apt,suite ste,floor fl,building bldg,post po,number no");

    private static readonly FrozenDictionary<string, string> s_none = FrozenDictionary<string, string>.Empty;

    // What says in which form a company exists, not which company it is, and the small words between.
    private static readonly FrozenSet<string> s_forms = ("inc incorporated corp corporation co company ltd limited llc llp lp plc gmbh mbh ag kg kgaa ohg ug se sa sas sarl sl slu srl srls spa snc sc " +
        "scarl bv nv ab aps as asa oy oyj kft zrt sro doo ev eg ek pfa pty the and und et of y e i ed och og de la le di")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A name of an organisation without what many share.</summary>
    public static string Organisation(string text)
    {
        var words = Words(text, s_none);
        var telling = words.Where(w => !s_forms.Contains(w)).ToList();
        return string.Join(' ', telling.Count > 0 ? telling : words);
    }

    /// <summary>A street; the house number is taken out where it stands at the beginning or the end.</summary>
    public static (string Street, string Number) Street(string text)
    {
        // What follows says where to look for the house, and others leave it out.
        var words = Words(text, s_short).TakeWhile((w, i) => i < 2 || w is not ("between" or "near" or "opposite")).ToList();
        var number = string.Empty;
        if (words.Count > 1 && IsHouse(words[0]))
        {
            number = words[0];
            words.RemoveAt(0);
        }
        else if (words.Count > 1 && IsHouse(words[^1]))
        {
            number = words[^1];
            words.RemoveAt(words.Count - 1);
        }

        return (string.Join(' ', words), number);
    }

    /// <summary>A house number: <c>12 A</c> becomes <c>12a</c>; of <c>12-14</c> both stay.</summary>
    public static string House(string text)
    {
        var words = Words(text, s_none);
        return words.Count == 2 && words[1].Length == 1 && char.IsAsciiLetter(words[1][0]) ? words[0] + words[1] : string.Join(' ', words);
    }

    /// <summary>The words in short form; letters that stand alone one after the other are one word.</summary>
    private static List<string> Words(string text, FrozenDictionary<string, string> shorts)
    {
        var words = new List<string>();
        var wasLetter = false;
        foreach (var written in ComparisonKey.Words(WithoutApostrophes(text)))
        {
            var word = shorts.GetValueOrDefault(written, Suffix(written, shorts));
            var isLetter = shorts.Count == 0 && word.Length == 1 && char.IsLetter(word[0]);
            if (isLetter && wasLetter)
            {
                words[^1] += word;
            }
            else
            {
                words.Add(word);
            }

            wasLetter = isLetter;
        }

        return words;
    }

    // Hauptstrasse and Hauptstr., written as one word.
    private static string Suffix(string word, FrozenDictionary<string, string> shorts) =>
        shorts.Count > 0 && word.Length > 7 && word.EndsWith("strasse", StringComparison.Ordinal) ? word[..^4] : word;

    private static string WithoutApostrophes(string text) => text.AsSpan().IndexOfAny("'’`´") < 0 ? text : string.Concat(text.Where(c => c is not ('\'' or '’' or '`' or '´')));

    private static bool IsHouse(string word) => char.IsAsciiDigit(word[0])
        && !(word.Length > 2 && word.AsSpan(word.Length - 2) is "st" or "nd" or "rd" or "th");

    private static FrozenDictionary<string, string> Pairs(string text) => text.Split(',')
        .Select(p => p.Split(' ')).ToFrozenDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
}
