namespace Crm.Domain.Knowledge;

/// <summary>A word of a question, as its keyed hash alone. Part of <see cref="KnowledgeSession"/>.</summary>
public sealed class QuestionWord
{
    private QuestionWord()
    {
    }

    internal QuestionWord(Guid questionId, Guid word, KnowledgeReaderId reader) => (QuestionId, Word, Reader) = (questionId, word, reader);

    /// <summary>The question.</summary>
    public Guid QuestionId { get; private set; }

    /// <summary>The word's keyed hash, see <see cref="KnowledgeReaders.OfWord"/>.</summary>
    public Guid Word { get; private set; }

    /// <summary>The reader's keyed hash.</summary>
    public KnowledgeReaderId Reader { get; private set; }
}
