namespace Crm.Domain.Knowledge;

/// <summary>A term of a text and the place of the word that it stands for.</summary>
/// <param name="Term">The term: a word, reduced to what all its forms share.</param>
/// <param name="Start">Where the word begins, in UTF-16 units.</param>
/// <param name="Length">How long the word is, in UTF-16 units.</param>
public readonly record struct TextTerm(string Term, int Start, int Length);
