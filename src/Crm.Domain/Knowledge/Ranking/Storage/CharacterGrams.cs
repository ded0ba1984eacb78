namespace Crm.Domain.Knowledge;

/// <summary>The four-letter pieces of a term between its borders: parts that a compound, a misspelt word and another form share.</summary>
internal static class CharacterGrams
{
    public const int Size = 4;

    private const char Border = '_';

    public static int Count(int termLength) => Math.Max(1, termLength + 2 - Size + 1);

    /// <summary>Writes the grams of the term, each as its four UTF-16 units in one number.</summary>
    public static int Write(ReadOnlySpan<char> term, Span<ulong> grams)
    {
        ulong gram = Border;
        var count = 0;
        for (var i = 0; i <= term.Length; i++)
        {
            gram = (gram << 16) | (i < term.Length ? term[i] : Border);
            if (i >= Size - 2)
            {
                grams[count++] = gram;
            }
        }

        if (count == 0)
        {
            grams[count++] = gram;
        }

        return count;
    }
}
