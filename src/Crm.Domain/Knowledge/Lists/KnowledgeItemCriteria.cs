using Crm.Domain.Values;

namespace Crm.Domain.Knowledge;

/// <summary>Which items their writers list.</summary>
public sealed record KnowledgeItemCriteria
{
    /// <summary>Every item.</summary>
    public static KnowledgeItemCriteria All { get; } = new();

    /// <summary>Items in one status, as the clock says.</summary>
    /// <value>Null by default: any status.</value>
    public KnowledgeStatus? Status { get; init; }

    /// <summary>Items that wait for a review, or of which something does that was written since they were published.</summary>
    /// <value>False by default: those that do not, too.</value>
    public bool InReview { get; init; }

    /// <summary>Items that are trusted so far, as the last act said.</summary>
    /// <value>Null by default: any.</value>
    public KnowledgeConfidence? Confidence { get; init; }

    /// <summary>Items for one audience.</summary>
    /// <value>Null by default: any.</value>
    public Audience? Audience { get; init; }

    /// <summary>Items of one kind.</summary>
    /// <value>Null by default: any.</value>
    public KnowledgeKind? Kind { get; init; }

    /// <summary>Items about one product, by its stock-keeping unit.</summary>
    /// <value>Null by default: any product or none.</value>
    public string? Sku { get; init; }

    /// <summary>Translations whose original has published a later version than the one from which they were made.</summary>
    /// <value>False by default: other items too.</value>
    public bool Stale { get; init; }

    /// <summary>The translations of one item.</summary>
    /// <value>Null by default: any item.</value>
    public KnowledgeItemId? TranslationOf { get; init; }

    /// <summary>Words of the title, so that nobody begins anew what somebody is at.</summary>
    /// <value>Null by default: any.</value>
    public string? Text { get; init; }
}
