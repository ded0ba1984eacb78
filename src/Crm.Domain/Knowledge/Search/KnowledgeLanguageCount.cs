using System.Runtime.InteropServices;
using Crm.Domain.Values;

namespace Crm.Domain.Knowledge;

/// <summary>How many items of a language an audience has.</summary>
/// <param name="Language">The primary subtag in lower case.</param>
/// <param name="Audience">The audience.</param>
/// <param name="Count">How many.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct KnowledgeLanguageCount(string Language, Audience Audience, int Count);
