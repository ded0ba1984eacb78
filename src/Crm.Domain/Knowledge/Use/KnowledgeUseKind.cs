namespace Crm.Domain.Knowledge;

/// <summary>How an item served a record, such as a case.</summary>
public enum KnowledgeUseKind
{
    /// <summary>Staff solved it with the item.</summary>
    Used,

    /// <summary>A reply to the customer cites the item.</summary>
    Cited,

    /// <summary>The item was written out of it.</summary>
    Source,
}
