using System.Runtime.InteropServices;

namespace Crm.Domain.Knowledge;

/// <summary>How far the changes of a tenant have come that the search has to know.</summary>
/// <param name="Source">Names the database and the tenant in it.</param>
/// <param name="Change">The number of the last change.</param>
/// <param name="Sight">What the reader sees of it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct KnowledgeSearchPosition(string Source, long Change, KnowledgeSearchSight Sight);

/// <summary>What a reader sees of the changes of others.</summary>
public enum KnowledgeSearchSight
{
    /// <summary>Everything that is committed.</summary>
    Committed,

    /// <summary>What was committed when its transaction began to read, perhaps.</summary>
    Snapshot,

    /// <summary>Changes of its own transaction that nobody else sees yet.</summary>
    Uncommitted,
}
