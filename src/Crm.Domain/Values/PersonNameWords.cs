using System.Collections.Frozen;

namespace Crm.Domain.Values;

/// <summary>Words that tell the parts of a European name apart. Few on purpose: each that is also a name would do harm.</summary>
internal static class PersonNameWords
{
    private static readonly FrozenSet<string> s_prefixes = Set(
        "mr mrs ms miss mx sir dame lord lady hon dr drs prof rev fr col gen lt capt maj adm sgt cardinal bishop senator " +
        "herr frau fräulein mag dipling sra srta dott dottssa ing avv sig sigra sigrina mme mlle");

    private static readonly FrozenSet<string> s_givenNameTitles = Set("sir dame");

    private static readonly FrozenSet<string> s_suffixes = Set("jr sr ii iii iv phd md mba esq dds cpa bsc msc qc kc mp clu cfp");

    private static readonly FrozenSet<string> s_particles = Set(
        "van von vom zu zum zur de del della delle dello dei degli di da dal dalla dos du des la der den ter ten af av st mac ben");

    // Names too when they stand with a capital letter: Le, Al, Das.
    private static readonly FrozenSet<string> s_lowerCaseParticles = Set("le lo al el bin ibn do das santa san");

    private static readonly FrozenSet<string> s_connectors = Set("y i und");

    /// <summary>What encloses a nickname.</summary>
    public static ReadOnlySpan<(char Open, char Close)> NicknameMarks =>
        new[] { ('"', '"'), ('“', '”'), ('„', '“'), ('(', ')'), ('\'', '\'') };

    public static bool IsPrefix(string word) => s_prefixes.Contains(Plain(word));

    public static bool IsGivenNameTitle(string word) => s_givenNameTitles.Contains(Plain(word));

    public static bool IsSuffix(string word) => s_suffixes.Contains(Plain(word));

    public static bool IsParticle(string word) => s_particles.Contains(Plain(word)) || s_lowerCaseParticles.Contains(word);

    public static bool IsConnector(string word) => s_connectors.Contains(word);

    /// <summary>Two to six capital letters: CLU, M.P.</summary>
    public static bool LooksLikeCredential(string word)
    {
        var letters = word.Replace(".", string.Empty, StringComparison.Ordinal);
        return IsSuffix(word) || (letters.Length is >= 2 and <= 6 && letters.All(char.IsAsciiLetterUpper));
    }

    private static string Plain(string word) => word.Replace(".", string.Empty, StringComparison.Ordinal).ToLowerInvariant();

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
