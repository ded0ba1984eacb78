using System.Runtime.InteropServices;

namespace Crm.Domain.Knowledge;

/// <summary>What an index found.</summary>
/// <param name="Matches">The best documents first; equal ones by key.</param>
/// <param name="Terms">The terms that were looked for, with what each says, for <see cref="KnowledgeSnippet"/>.</param>
/// <param name="Corrections">Words of the question that the readable documents do not have, with the term that was taken in their place.</param>
public sealed record KnowledgeIndexAnswer(
    IReadOnlyList<KnowledgeIndexMatch> Matches, IReadOnlyDictionary<string, double> Terms, IReadOnlyDictionary<string, string> Corrections)
{
    internal static KnowledgeIndexAnswer None { get; } = new([], new Dictionary<string, double>(), new Dictionary<string, string>());
}

/// <summary>A document that was found.</summary>
/// <param name="Key">The document.</param>
/// <param name="Score">How well it fits; comparable within one answer only.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct KnowledgeIndexMatch(Guid Key, double Score);
