namespace Crm.Domain.Knowledge;

/// <summary>Reduces a word of one language, in lower case and composed, to its stem.</summary>
internal interface IStemmer
{
    void Stem(ref StemWord word);
}
