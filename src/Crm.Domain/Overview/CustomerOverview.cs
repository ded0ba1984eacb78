using Crm.Domain.Customers;
using Crm.Domain.Feedback;
using Crm.Domain.Insights;
using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Sales;
using Crm.Domain.Service;

namespace Crm.Domain.Overview;

/// <summary>Everything that is known of one customer, on one page: what the reader may see of it.</summary>
public sealed record CustomerOverview
{
    /// <summary>Who the customer is and how it is reached.</summary>
    public required CustomerProfile Customer { get; init; }

    /// <summary>The organisations of a person, the main one first, then present ones; empty for an organisation.</summary>
    public IReadOnlyList<OverviewMembership> Memberships { get; init; } = [];

    /// <summary>The newest people of an organisation, present ones only; null for a person.</summary>
    public Page<OrganisationMember>? People { get; init; }

    /// <summary>The newest cases that still need work; null where the service area is not in use.</summary>
    public Page<CaseSummary>? OpenCases { get; init; }

    /// <summary>The newest opportunities that are open; null where the sales area is not in use, and for outsiders.</summary>
    public Page<OpportunitySummary>? OpenOpportunities { get; init; }

    /// <summary>The newest orders; null where the orders area is not in use.</summary>
    public IReadOnlyList<OrderSummary>? Orders { get; init; }

    /// <summary>What the customer bought, by currency; null where the orders area is not in use.</summary>
    public IReadOnlyList<PurchaseTotal>? Purchases { get; init; }

    /// <summary>What the purchases say, for staff: segment, value, churn probability, next purchase, with model, parameters and data window; null where there are no figures or the insights area is not in use.</summary>
    public ExplainedInsight? Insight { get; init; }

    /// <summary>The segments that the customer is in, the newest stay first, for staff; null where the marketing area is not in use.</summary>
    public IReadOnlyList<SegmentStay>? Segments { get; init; }

    /// <summary>What the customer said last in surveys, for staff; null where it was never asked or the feedback area is not in use.</summary>
    public CustomerFeedback? Feedback { get; init; }

    /// <summary>Where consent stands, by purpose and channel, for all that the ledger names together; for staff with the entry that decides.</summary>
    public IReadOnlyList<ConsentState> Consents { get; init; } = [];

    /// <summary>How often, over which channels and when the customer was in contact, and how long it waited for answers.</summary>
    public required ContactStatistics Contacts { get; init; }

    /// <summary>A page of the timeline, newest first.</summary>
    public required Page<TimelineItem> Timeline { get; init; }
}
