using Crm.Domain.Values;

namespace Crm.Domain.Knowledge;

/// <summary>An item that answers a search.</summary>
/// <param name="Id">The item.</param>
/// <param name="Title">Its title.</param>
/// <param name="Language">Its language.</param>
/// <param name="Score">How well it fits; comparable within one search only.</param>
/// <param name="Snippet">The summary, or the beginning of the body, as plain text.</param>
public sealed record KnowledgeHit(KnowledgeItemId Id, string Title, LanguageTag Language, double Score, string Snippet);
