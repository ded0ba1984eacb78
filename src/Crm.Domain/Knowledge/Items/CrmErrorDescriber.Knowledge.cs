namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>The item is not published, nor to be.</summary>
    /// <param name="key">The item.</param>
    /// <returns>The error.</returns>
    public virtual CrmError KnowledgeItemNotPublished(string key) =>
        Error(nameof(KnowledgeItemNotPublished), "Knowledge item {0} is not published.", "knowledgeItem", key);

    /// <summary>Nothing of the item came due by the clock.</summary>
    /// <param name="key">The item.</param>
    /// <returns>The error.</returns>
    public virtual CrmError KnowledgeItemNotDue(string key) => Error(nameof(KnowledgeItemNotDue), "Nothing of knowledge item {0} is due.", "knowledgeItem", key);

    /// <summary>What few may change is published out of a review.</summary>
    /// <param name="key">The item.</param>
    /// <returns>The error.</returns>
    public virtual CrmError KnowledgeReviewMissing(string key) =>
        Error(nameof(KnowledgeReviewMissing), "Knowledge item {0} is published after a review only.", "knowledgeItem", key);

    /// <summary>What few may change is published by somebody else than who wrote it.</summary>
    /// <param name="key">The item.</param>
    /// <returns>The error.</returns>
    public virtual CrmError KnowledgeReviewOwn(string key) =>
        Error(nameof(KnowledgeReviewOwn), "Knowledge item {0} is published by somebody else than its last author.", "knowledgeItem", key);

    /// <summary>The actor's licence is not enough.</summary>
    /// <param name="needed">Name of the licence that is needed.</param>
    /// <returns>The error.</returns>
    public virtual CrmError KnowledgeLicenceTooLow(string needed) => Error(nameof(KnowledgeLicenceTooLow), "This needs the licence {0}.", null, needed);

    /// <summary>The item's confidence does not allow this.</summary>
    /// <param name="from">Name of its confidence.</param>
    /// <param name="to">Name of the wanted confidence.</param>
    /// <returns>The error.</returns>
    public virtual CrmError KnowledgeConfidenceNotAllowed(string from, string to) =>
        Error(nameof(KnowledgeConfidenceNotAllowed), "The confidence in the knowledge item cannot go from {0} to {1}.", "confidence", from, to);

    /// <summary>There is no such version of the item.</summary>
    /// <param name="number">The version.</param>
    /// <returns>The error.</returns>
    public virtual CrmError KnowledgeVersionNotFound(int number) => Error(nameof(KnowledgeVersionNotFound), "The knowledge item has no version {0}.", "version", number);

    /// <summary>The item has no such file.</summary>
    /// <param name="number">The file.</param>
    /// <returns>The error.</returns>
    public virtual CrmError KnowledgeFileNotFound(int number) => Error(nameof(KnowledgeFileNotFound), "The knowledge item has no file {0}.", "file", number);

    /// <summary>The item is a translation, and originals are translated.</summary>
    /// <param name="key">The item.</param>
    /// <returns>The error.</returns>
    public virtual CrmError KnowledgeItemIsTranslation(string key) =>
        Error(nameof(KnowledgeItemIsTranslation), "Knowledge item {0} is a translation itself.", "knowledgeItem", key);

    /// <summary>The item has a translation into that language, or is written in it.</summary>
    /// <param name="key">The item.</param>
    /// <param name="language">The language.</param>
    /// <returns>The error.</returns>
    public virtual CrmError KnowledgeTranslationExists(string key, string language) =>
        Error(nameof(KnowledgeTranslationExists), "Knowledge item {0} is there in {1} already.", "language", key, language);

    /// <summary>A manual is no part of a manual.</summary>
    /// <param name="key">The item.</param>
    /// <returns>The error.</returns>
    public virtual CrmError KnowledgePartIsManual(string key) => Error(nameof(KnowledgePartIsManual), "Knowledge item {0} is a manual itself.", "knowledgeItem", key);

    /// <summary>Only a manual has parts.</summary>
    /// <param name="key">The item.</param>
    /// <returns>The error.</returns>
    public virtual CrmError KnowledgeManualNotOne(string key) => Error(nameof(KnowledgeManualNotOne), "Knowledge item {0} is no manual.", "manual", key);

    /// <summary>The replacement is replaced by the item itself.</summary>
    /// <param name="key">The replacement.</param>
    /// <returns>The error.</returns>
    public virtual CrmError KnowledgeReplacementCircular(string key) =>
        Error(nameof(KnowledgeReplacementCircular), "Knowledge item {0} leads back to the one that it would replace.", "replacement", key);

    /// <summary>There is no such category.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError KnowledgeCategoryNotFound(string key) => Error(nameof(KnowledgeCategoryNotFound), "There is no category {0}.", "category", key);

    /// <summary>The category still has categories or items below it.</summary>
    /// <param name="name">The category.</param>
    /// <returns>The error.</returns>
    public virtual CrmError KnowledgeCategoryInUse(string name) => Error(nameof(KnowledgeCategoryInUse), "Category {0} is not empty.", "category", name);

    /// <summary>The category would stand below itself, or too deep.</summary>
    /// <param name="name">The category.</param>
    /// <returns>The error.</returns>
    public virtual CrmError KnowledgeCategoryMisplaced(string name) =>
        Error(nameof(KnowledgeCategoryMisplaced), "Category {0} cannot stand there: below itself, or too deep.", "parent", name);

    /// <summary>There are too many categories.</summary>
    /// <param name="most">How many there may be.</param>
    /// <returns>The error.</returns>
    public virtual CrmError KnowledgeCategoriesFull(int most) => Error(nameof(KnowledgeCategoriesFull), "There are at most {0} categories.", "category", most);
}
