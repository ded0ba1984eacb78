namespace Crm.Domain.Knowledge;

/// <summary>What became of a line from one version to another.</summary>
public enum KnowledgeDiffKind
{
    /// <summary>It is in both.</summary>
    Same,

    /// <summary>It is in the earlier one alone.</summary>
    Removed,

    /// <summary>It is in the later one alone.</summary>
    Added,
}
