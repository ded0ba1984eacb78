using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>A word that enough different readers used in questions, so that it says nothing about any of them.</summary>
public sealed class KnowledgeWord
{
    private KnowledgeWord() => (Language, Term) = (null!, null!);

    internal KnowledgeWord(Guid word, string language, string term, Instant since) =>
        (Id, Word, Language, Term, Since) = (Version7.Create(since), word, language, term, since);

    /// <summary>Its id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Its keyed hash, see <see cref="KnowledgeReaders.OfWord"/>.</summary>
    public Guid Word { get; private set; }

    /// <summary>Its language, as the primary subtag.</summary>
    public string Language { get; private set; }

    /// <summary>The word as the analyser of the language cuts it.</summary>
    public string Term { get; private set; }

    /// <summary>When it became known.</summary>
    public Instant Since { get; private set; }
}
