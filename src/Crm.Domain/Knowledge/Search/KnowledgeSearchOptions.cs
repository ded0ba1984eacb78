namespace Crm.Domain.Knowledge;

/// <summary>How the search works.</summary>
public sealed class KnowledgeSearchOptions
{
    /// <summary>The memory that indexes may take together, in bytes. Those of other tenants go before a new one is kept; one always stays.</summary>
    /// <value>1 GiB by default.</value>
    public long MaxIndexBytes { get; set; } = 1L << 30;

    internal bool IsUsable => MaxIndexBytes > 0;
}
