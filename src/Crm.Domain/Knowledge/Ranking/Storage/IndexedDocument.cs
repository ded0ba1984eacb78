using System.Runtime.InteropServices;
using Crm.Domain.Values;

namespace Crm.Domain.Knowledge;

/// <summary>A document of an index. Its terms are numbers of the vocabulary in the order of the text, the title first.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct IndexedDocument(Guid Key, byte[] Terms, int TitleLength, int BodyLength, int TitleGrams, int BodyGrams, Audience Audience, bool IsQuestion);

/// <summary>When a document is found, in ticks since the Unix epoch.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Validity(long From, long Until)
{
    public static Validity Always { get; } = new(long.MinValue, long.MaxValue);
}

/// <summary>Sums over the documents of some audiences.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FieldTotals(int Documents, long Title, long Body, long TitleGrams, long BodyGrams)
{
    public FieldTotals Plus(in IndexedDocument document, int sign) => new(
        Documents + sign, Title + (sign * document.TitleLength), Body + (sign * document.BodyLength), TitleGrams + (sign * document.TitleGrams),
        BodyGrams + (sign * document.BodyGrams));

    public static FieldTotals operator +(FieldTotals first, FieldTotals second) => new(
        first.Documents + second.Documents, first.Title + second.Title, first.Body + second.Body, first.TitleGrams + second.TitleGrams, first.BodyGrams + second.BodyGrams);
}
