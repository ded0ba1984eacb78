namespace Crm.Samples.Console.Story;

/// <summary>The story as JSON; every id and number is found again by <c>crm … show</c> on the same database.</summary>
internal static class TourDocument
{
    public static object Of(TourRecord tour) => new
    {
        tour.Database,
        Imported = tour.Shop,
        Customer = tour.Customer.Id,
        CustomerName = tour.Customer.DisplayName,
        Product = tour.Case.Sku,
        Order = tour.Order.Number.Value,
        OrderTotal = tour.Order.Total,
        GuestSearch = new { tour.GuestSearch.Query, tour.GuestSearch.Article, tour.GuestSearch.Title },
        PortalSearch = new { tour.PortalSearch.Query, tour.PortalSearch.Article, tour.PortalSearch.Title, tour.GuestReadsPortalArticle },
        ArticleView = tour.ArticleView.Id,
        Call = tour.Call.Id,
        AgentSees = new
        {
            Product = tour.AgentSees.LatestPurchase.Sku, tour.AgentSees.LatestPurchase.PurchasedOn, tour.AgentSees.Purchases, tour.AgentSees.ViewedArticles,
        },
        Case = new
        {
            Number = tour.Case.Number.Value,
            tour.Case.Id,
            Product = tour.Case.Sku,
            Order = tour.Order.Number.Value,
            ViewedArticles = tour.Case.ViewedArticles.Select(a => a.KnowledgeItemId),
            tour.Case.Status,
            tour.Case.OpenedAt,
            tour.FirstResponseDue,
            tour.ResolutionDue,
            tour.Case.FirstRespondedAt,
            tour.Case.ResolvedAt,
        },
        Visit = tour.Visit.Number.Value,
        NewArticle = tour.NewArticle.Id,
        Rating = new { Article = tour.NewArticle.Id, Vote = "helpful", tour.Rating.Helpful, tour.Rating.Unhelpful },
        SearchAgain = new { tour.SearchAgain.Query, tour.SearchAgain.Hits },
        Value = new
        {
            PAlive = tour.Value.AliveProbability,
            tour.Value.LifetimeValue,
            NextPurchase = tour.Value.NextPurchaseOn,
            tour.Value.OverdueSince,
            tour.Value.ExpectedPurchases,
            TourAnalysis.HorizonWeeks,
            tour.Value.Frequency,
            Total = tour.Value.Spent,
            RfmCell = tour.Value.Cell,
            RfmSegment = tour.Value.Segment,
            tour.Value.AsOf,
            Run = tour.Value.RunId,
        },
    };
}
