using Crm.Domain.Customers;
using Crm.Domain.Insights;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Orders;
using Crm.Domain.Service;
using NodaTime;

namespace Crm.Samples.Console.Story;

/// <summary>What the story made and found.</summary>
internal sealed record TourRecord
{
    public required string Database { get; init; }

    public required ShopOpening Shop { get; init; }

    public required Customer Customer { get; init; }

    public required Order Order { get; init; }

    public required TourSearch GuestSearch { get; init; }

    public required TourSearch PortalSearch { get; init; }

    /// <summary>Whether a guest could read what the signed-in customer found.</summary>
    public required bool GuestReadsPortalArticle { get; init; }

    public required Interaction ArticleView { get; init; }

    public required Interaction Call { get; init; }

    /// <summary>What the agent sees when the call comes in.</summary>
    public required AgentView AgentSees { get; init; }

    public required ServiceCase Case { get; init; }

    /// <summary>When the first answer was due, by what the desk promises.</summary>
    public required Instant? FirstResponseDue { get; init; }

    /// <summary>When the solution was due.</summary>
    public required Instant? ResolutionDue { get; init; }

    public required ServiceVisit Visit { get; init; }

    public required KnowledgeItem NewArticle { get; init; }

    /// <summary>What readers say of the new article, after the customer voted.</summary>
    public required KnowledgeVoteCount Rating { get; init; }

    /// <summary>The guest's search, after the new article.</summary>
    public required TourSearch SearchAgain { get; init; }

    /// <summary>What the customer is worth, as the refresh of all purchases in the database wrote it.</summary>
    public required CustomerInsight Value { get; init; }
}
