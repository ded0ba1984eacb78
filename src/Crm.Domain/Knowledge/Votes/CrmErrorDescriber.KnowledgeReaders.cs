namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>The host gave no secret under which readers are hashed, so nothing is kept of them.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError KnowledgeReaderSecretMissing() =>
        Error(nameof(KnowledgeReaderSecretMissing), "Nothing is kept of readers: KnowledgeReading.ReaderSecret is not set.", "reader");

    /// <summary>A guest came without a key by which it is known again.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError KnowledgeReaderUnknown() => Error(nameof(KnowledgeReaderUnknown), "The reader is not known: a guest needs a key.", "reader");

    /// <summary>The reader has not voted on the item.</summary>
    /// <param name="key">The item.</param>
    /// <returns>The error.</returns>
    public virtual CrmError KnowledgeVoteNotFound(string key) => Error(nameof(KnowledgeVoteNotFound), "The reader has not voted on knowledge item {0}.", "knowledgeItem", key);

    /// <summary>The reader says that already.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError KnowledgeVoteUnchanged() => Error(nameof(KnowledgeVoteUnchanged), "The reader has voted so already.", "vote");
}
