namespace Crm.Domain.Knowledge;

/// <summary>What kind of answer a knowledge item is.</summary>
public enum KnowledgeKind
{
    /// <summary>Steps that lead to an aim.</summary>
    HowTo,

    /// <summary>A question as it is asked, and its answer.</summary>
    Faq,

    /// <summary>From a symptom to its cause and its cure.</summary>
    Troubleshooting,

    /// <summary>A whole with parts, which are items of their own.</summary>
    Manual,

    /// <summary>A fault that is known and not yet removed, with a way around it.</summary>
    KnownError,
}
