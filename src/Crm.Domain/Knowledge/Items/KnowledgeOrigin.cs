using Crm.Domain.Primitives;

namespace Crm.Domain.Knowledge;

/// <summary>Where a knowledge item comes from, and who looks after it.</summary>
public sealed record KnowledgeOrigin
{
    /// <summary>The record it comes from, such as a resolved case.</summary>
    public SubjectReference? Source { get; init; }

    /// <summary>Of a translation: the original.</summary>
    public KnowledgeItemId? TranslationOf { get; init; }

    /// <summary>Who may change it.</summary>
    /// <value><see cref="KnowledgeGovernance.Experience"/> by default.</value>
    public KnowledgeGovernance Governance { get; init; }
}
