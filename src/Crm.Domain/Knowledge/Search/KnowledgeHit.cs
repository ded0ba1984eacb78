using System.Net;
using Crm.Domain.Values;

namespace Crm.Domain.Knowledge;

/// <summary>An item that answers a search.</summary>
/// <param name="Id">The item.</param>
/// <param name="Title">Its title.</param>
/// <param name="Language">Its language.</param>
/// <param name="Score">How well it fits; comparable within one search only.</param>
/// <param name="SnippetHtml">The part of it that answers best, as HTML whose only tags are <c>mark</c> around words of the question.</param>
public sealed record KnowledgeHit(KnowledgeItemId Id, string Title, LanguageTag Language, double Score, string SnippetHtml)
{
    /// <summary>The part of it that answers best, as plain text.</summary>
    public string Snippet => WebUtility.HtmlDecode(
        SnippetHtml.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal));
}
