using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>
/// What a published item is to the search: its packed terms and what searches are narrowed by. One row for each item that is or was
/// published, written by the save that changes the item; one that is no longer published stays without terms, so that every reader
/// hears of it.
/// </summary>
public sealed class KnowledgeSearchDocument
{
    private const char Separator = '\n';

    private KnowledgeSearchDocument()
    {
    }

    /// <summary>The item.</summary>
    public KnowledgeItemId ItemId { get; private set; }

    /// <summary>The language of its terms, as a primary subtag in lower case; null when it is no longer published.</summary>
    public string? Language { get; private set; }

    /// <summary>Who may find it.</summary>
    public Audience Audience { get; private set; }

    /// <summary>Whether its title is a question and its body the answer, so that the title decides.</summary>
    public bool IsQuestion { get; private set; }

    /// <summary>What searches can be narrowed to, one in a line.</summary>
    public string Facets { get; private set; } = string.Empty;

    /// <summary>When it begins to be found; null: always.</summary>
    public Instant? ValidFrom { get; private set; }

    /// <summary>When it is no longer found; null: never.</summary>
    public Instant? ValidUntil { get; private set; }

    /// <summary>Its terms, see <see cref="TermVector.Of"/>; null when it is no longer published.</summary>
    public byte[]? Vector { get; private set; }

    /// <summary>The edition of the analyser that made its terms.</summary>
    public int AnalyserVersion { get; private set; }

    /// <summary>
    /// What readers asked before it helped them, see <see cref="TermVector.OfWeighted"/>; null when nothing is known. It outlives
    /// changes of the item.
    /// </summary>
    public byte[]? Asked { get; private set; }

    /// <summary>Tells whether the row still says what the item says.</summary>
    public long Fingerprint { get; private set; }

    /// <summary>The number of the change that wrote it: whoever has seen a number of the tenant has seen every row up to it.</summary>
    public long Change { get; private set; }

    /// <summary>What an item is to the search now.</summary>
    /// <param name="item">The item.</param>
    /// <param name="analysers">The analysers.</param>
    /// <returns>The row, not yet numbered; without terms when the item is not published.</returns>
    public static KnowledgeSearchDocument Of(KnowledgeItem item, TextAnalysers analysers)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(analysers);
        var source = KnowledgeSearchSource.Of(item);
        if (source is null)
        {
            return Gone(item);
        }

        var analyser = analysers.For(source.Language);
        return new KnowledgeSearchDocument
        {
            ItemId = item.Id,
            Language = source.Language,
            Audience = source.Audience,
            IsQuestion = source.IsQuestion,
            Facets = string.Join(Separator, source.Facets),
            ValidFrom = source.ValidFrom,
            ValidUntil = source.ValidUntil,
            Vector = TermVector.Of(analyser, source.Title, source.PlainBody()),
            AnalyserVersion = analyser.Version,
            Fingerprint = FingerprintOf(source, analyser),
        };
    }

    /// <summary>The row of an item that is removed.</summary>
    /// <param name="item">The item.</param>
    /// <returns>The row without terms, not yet numbered.</returns>
    public static KnowledgeSearchDocument Gone(KnowledgeItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new KnowledgeSearchDocument { ItemId = item.Id, Audience = item.Audience };
    }

    /// <summary>The fingerprint of the row that <see cref="Of"/> would make, without reading texts word by word.</summary>
    /// <param name="item">The item.</param>
    /// <param name="analysers">The analysers.</param>
    /// <returns>The fingerprint; 0 when the item is not published.</returns>
    public static long FingerprintOf(KnowledgeItem item, TextAnalysers analysers)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(analysers);
        return KnowledgeSearchSource.Of(item) is { } source ? FingerprintOf(source, analysers.For(source.Language)) : 0;
    }

    /// <summary>The row as the index takes it.</summary>
    /// <returns>The entry; null when the row has no terms.</returns>
    public KnowledgeIndexEntry? ToEntry() => Vector is null
        ? null
        : new KnowledgeIndexEntry(ItemId.Value, Vector, Audience)
        {
            IsQuestion = IsQuestion,
            Facets = Facets.Length == 0 ? [] : Facets.Split(Separator),
            ValidFrom = ValidFrom,
            ValidUntil = ValidUntil,
            Asked = Asked,
        };

    internal KnowledgeSearchDocument WithAsked(KnowledgeSearchDocument stored)
    {
        Asked = stored.Asked;
        return this;
    }

    private static long FingerprintOf(KnowledgeSearchSource source, ITextAnalyser analyser)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> numbers = stackalloc byte[8];
        foreach (var number in (ReadOnlySpan<long>)[
            analyser.Version, (long)source.Audience, source.IsQuestion ? 1 : 0, source.ValidFrom?.ToUnixTimeTicks() ?? long.MinValue, source.ValidUntil?.ToUnixTimeTicks() ?? long.MaxValue])
        {
            BinaryPrimitives.WriteInt64LittleEndian(numbers, number);
            hash.AppendData(numbers);
        }

        foreach (var text in (string[])[source.Language, .. source.Facets, source.Title, source.Body])
        {
            BinaryPrimitives.WriteInt64LittleEndian(numbers, text.Length);
            hash.AppendData(numbers);
            hash.AppendData(Encoding.UTF8.GetBytes(text));
        }

        // 0 stands for no text.
        var print = BinaryPrimitives.ReadInt64LittleEndian(hash.GetHashAndReset());
        return print == 0 ? 1 : print;
    }
}
