using Crm.Domain.Knowledge;
using Crm.Domain.Orders;

namespace Crm.Samples.Console.Story;

/// <summary>What the agent sees of the caller: the latest purchase and the articles that the caller read on the web.</summary>
internal sealed record AgentView(int CallersFound, PurchaseFact LatestPurchase, int Purchases, IReadOnlyList<KnowledgeItemId> ViewedArticles);
