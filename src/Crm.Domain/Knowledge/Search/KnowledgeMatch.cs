using System.Runtime.InteropServices;

namespace Crm.Domain.Knowledge;

/// <summary>An item in a ranking.</summary>
/// <param name="Id">The item.</param>
/// <param name="Score">How well it fits; comparable within one ranking only.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct KnowledgeMatch(KnowledgeItemId Id, double Score);
