namespace Crm.Domain.Interactions;

/// <summary>A word by which a statement is found, in comparison form. Part of <see cref="CustomerStatement"/>.</summary>
public sealed class StatementWord
{
    /// <summary>Longest word that is told apart; longer ones are cut.</summary>
    public const int MaxLength = 64;

    private StatementWord() => Word = null!;

    internal StatementWord(string word) => Word = word;

    /// <summary>The word.</summary>
    public string Word { get; private set; }

    /// <summary>The words of a text, each once.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The words in comparison form (<see cref="Values.ComparisonKey"/>), cut to <see cref="MaxLength"/>.</returns>
    public static IReadOnlyList<string> Of(string text) =>
        [.. Values.ComparisonKey.Words(text).Select(w => w.Length <= MaxLength ? w : w[..(char.IsHighSurrogate(w[MaxLength - 1]) ? MaxLength - 1 : MaxLength)]).Distinct(StringComparer.Ordinal)];
}
