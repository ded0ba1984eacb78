using Crm.Domain.Knowledge;

namespace Crm.Samples.Console.Service;

/// <summary>A knowledge item that the customer had read before asking.</summary>
internal sealed record CaseArticle(KnowledgeItemId Article, string? Title);
