using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>A quote was written.</summary>
/// <param name="QuoteId">The quote.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="OpportunityId">The opportunity that it is to win.</param>
/// <param name="Total">What the customer pays.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.quote-drafted")]
public sealed record QuoteDrafted(QuoteId QuoteId, QuoteNumber Number, CustomerId CustomerId, OpportunityId? OpportunityId, Money Total, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => QuoteTimeline.Note("quote-drafted", $"{Number}: {Total}", Audience.Internal, QuoteId, CustomerId);
}

/// <summary>A draft of a quote was changed.</summary>
/// <param name="QuoteId">The quote.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Revision">The number of the revision.</param>
/// <param name="Total">What the customer pays.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.quote-rewritten")]
public sealed record QuoteRewritten(QuoteId QuoteId, QuoteNumber Number, CustomerId CustomerId, int Revision, Money Total, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => QuoteTimeline.Note("quote-rewritten", $"{Number}: {Total}", Audience.Internal, QuoteId, CustomerId);
}

/// <summary>A new revision of a quote was begun.</summary>
/// <param name="QuoteId">The quote.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Revision">The number of the revision.</param>
/// <param name="Total">What the customer pays.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.quote-revised")]
public sealed record QuoteRevised(QuoteId QuoteId, QuoteNumber Number, CustomerId CustomerId, int Revision, Money Total, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => QuoteTimeline.Note("quote-revised", $"{Number}/{Revision}: {Total}", Audience.Internal, QuoteId, CustomerId);
}

/// <summary>A quote was submitted: it may go out, or awaits approval.</summary>
/// <param name="QuoteId">The quote.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="NeedsApproval">Whether it awaits approval.</param>
/// <param name="Total">What the customer pays.</param>
/// <param name="By">Who did it.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.quote-submitted")]
public sealed record QuoteSubmitted(QuoteId QuoteId, QuoteNumber Number, CustomerId CustomerId, bool NeedsApproval, Money Total, string By, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => QuoteTimeline.Note("quote-submitted", $"{Number}: {Total}", Audience.Internal, QuoteId, CustomerId);
}

/// <summary>A quote may go out.</summary>
/// <param name="QuoteId">The quote.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="By">Who did it.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.quote-approved")]
public sealed record QuoteApproved(QuoteId QuoteId, QuoteNumber Number, CustomerId CustomerId, string By, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => QuoteTimeline.Note("quote-approved", Number.Value, Audience.Internal, QuoteId, CustomerId);
}

/// <summary>A quote was given back to its writer.</summary>
/// <param name="QuoteId">The quote.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="By">Who did it.</param>
/// <param name="Reason">Why.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.quote-rejected")]
public sealed record QuoteRejected(QuoteId QuoteId, QuoteNumber Number, CustomerId CustomerId, string By, string Reason, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => QuoteTimeline.Note("quote-rejected", $"{Number}: {Reason}", Audience.Internal, QuoteId, CustomerId);
}

/// <summary>A quote was sent to the customer.</summary>
/// <param name="QuoteId">The quote.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Revision">The number of the revision.</param>
/// <param name="Total">What the customer pays.</param>
/// <param name="ValidThrough">The last day on which it can be accepted.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.quote-sent")]
public sealed record QuoteSent(QuoteId QuoteId, QuoteNumber Number, CustomerId CustomerId, int Revision, Money Total, LocalDate ValidThrough, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => QuoteTimeline.Note("quote-sent", $"{Number}/{Revision}: {Total}", Audience.Customer, QuoteId, CustomerId);
}

/// <summary>A customer accepted a quote.</summary>
/// <param name="QuoteId">The quote.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="OpportunityId">The opportunity that it is to win.</param>
/// <param name="OrderId">The order that was placed.</param>
/// <param name="Total">What the customer pays.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.quote-accepted")]
public sealed record QuoteAccepted(QuoteId QuoteId, QuoteNumber Number, CustomerId CustomerId, OpportunityId? OpportunityId, OrderId OrderId, Money Total, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => QuoteTimeline.Note("quote-accepted", $"{Number}: {Total}", Audience.Customer, QuoteId, CustomerId);
}

/// <summary>A customer declined a quote.</summary>
/// <param name="QuoteId">The quote.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="OpportunityId">The opportunity that it is to win.</param>
/// <param name="Reason">Why.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.quote-declined")]
public sealed record QuoteDeclined(QuoteId QuoteId, QuoteNumber Number, CustomerId CustomerId, OpportunityId? OpportunityId, string? Reason, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => QuoteTimeline.Note("quote-declined", Number.Value, Audience.Customer, QuoteId, CustomerId);
}

/// <summary>A quote was taken back.</summary>
/// <param name="QuoteId">The quote.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Reason">Why.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.quote-withdrawn")]
public sealed record QuoteWithdrawn(QuoteId QuoteId, QuoteNumber Number, CustomerId CustomerId, string? Reason, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => QuoteTimeline.Note("quote-withdrawn", Number.Value, Audience.Customer, QuoteId, CustomerId);
}
