namespace Crm.Domain.Knowledge;

/// <summary>
/// Cuts texts of one language into the terms by which they are found. Hosts register their own for languages that need one;
/// it takes the place of a built-in one for the same language.
/// </summary>
/// <remarks>Used by many threads at once.</remarks>
public interface ITextAnalyser
{
    /// <summary>The language it reads, as the primary subtag of BCP 47 in lower case, such as <c>it</c>.</summary>
    string Language { get; }

    /// <summary>Which edition of the analyser this is. Raise it whenever it cuts the same text differently: stored terms of another edition are made anew.</summary>
    int Version { get; }

    /// <summary>Adds the terms of a text in the order of the text. Words that say nothing are left out.</summary>
    /// <param name="text">The text; never null, of any length, perhaps ill-formed.</param>
    /// <param name="terms">Where the terms are added.</param>
    void Analyse(string text, ICollection<TextTerm> terms);
}
