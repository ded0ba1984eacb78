using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>What an opportunity is called or about changed.</summary>
/// <param name="OpportunityId">The opportunity.</param>
/// <param name="Name">Its name since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.opportunity-described")]
public sealed record OpportunityDescribed(OpportunityId OpportunityId, string Name, Instant OccurredAt) : ICrmEvent;

/// <summary>It was said what is to be done next.</summary>
/// <param name="OpportunityId">The opportunity.</param>
/// <param name="NextStep">The step; null for nothing.</param>
/// <param name="Due">By which day.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.opportunity-next-step-planned")]
public sealed record OpportunityNextStepPlanned(OpportunityId OpportunityId, string? NextStep, LocalDate? Due, Instant OccurredAt) : ICrmEvent;

/// <summary>What an opportunity would bring changed.</summary>
/// <param name="OpportunityId">The opportunity.</param>
/// <param name="Before">The amount before.</param>
/// <param name="Amount">The amount since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.opportunity-amount-changed")]
public sealed record OpportunityAmountChanged(OpportunityId OpportunityId, Money? Before, Money? Amount, Instant OccurredAt) : ICrmEvent;

/// <summary>The day on which an opportunity is expected to close changed.</summary>
/// <param name="OpportunityId">The opportunity.</param>
/// <param name="Before">The day before.</param>
/// <param name="CloseDate">The day since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.opportunity-close-date-changed")]
public sealed record OpportunityCloseDateChanged(OpportunityId OpportunityId, LocalDate? Before, LocalDate? CloseDate, Instant OccurredAt) : ICrmEvent;

/// <summary>A probability was set by hand, or left to the stage again.</summary>
/// <param name="OpportunityId">The opportunity.</param>
/// <param name="ManualProbability">What was set, as a fraction; null for the stage's.</param>
/// <param name="Probability">What holds since, as a fraction.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.opportunity-estimated")]
public sealed record OpportunityEstimated(OpportunityId OpportunityId, decimal? ManualProbability, decimal Probability, Instant OccurredAt) : ICrmEvent;

/// <summary>The chance of an opportunity was learned from closed ones.</summary>
/// <param name="OpportunityId">The opportunity.</param>
/// <param name="LearnedProbability">What was learned, as a fraction; null for nothing.</param>
/// <param name="Probability">What holds since, as a fraction.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.opportunity-chance-learned")]
public sealed record OpportunityChanceLearned(OpportunityId OpportunityId, decimal? LearnedProbability, decimal Probability, Instant OccurredAt) : ICrmEvent;

/// <summary>It was said how an opportunity is counted on, or left to the stage again.</summary>
/// <param name="OpportunityId">The opportunity.</param>
/// <param name="Override">What was said; null for the stage's.</param>
/// <param name="Category">What holds since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.opportunity-categorised")]
public sealed record OpportunityCategorised(OpportunityId OpportunityId, ForecastCategory? Override, ForecastCategory Category, Instant OccurredAt) : ICrmEvent;

/// <summary>An opportunity was given to somebody.</summary>
/// <param name="OpportunityId">The opportunity.</param>
/// <param name="FormerOwnerId">Who answered for it before.</param>
/// <param name="OwnerId">Who answers for it since.</param>
/// <param name="TeamId">The team since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.opportunity-assigned")]
public sealed record OpportunityAssigned(OpportunityId OpportunityId, string? FormerOwnerId, string? OwnerId, string? TeamId, Instant OccurredAt) : ICrmEvent;

/// <summary>A person was added to a buying centre.</summary>
/// <param name="OpportunityId">The opportunity.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Role">The part it plays.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.opportunity-contact-added")]
public sealed record OpportunityContactAdded(OpportunityId OpportunityId, CustomerId PersonId, BuyingRole Role, Instant OccurredAt) : ICrmEvent;

/// <summary>The part that a person plays in a purchase changed.</summary>
/// <param name="OpportunityId">The opportunity.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Role">The part it plays since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.opportunity-contact-described")]
public sealed record OpportunityContactDescribed(OpportunityId OpportunityId, CustomerId PersonId, BuyingRole Role, Instant OccurredAt) : ICrmEvent;

/// <summary>A person was taken out of a buying centre.</summary>
/// <param name="OpportunityId">The opportunity.</param>
/// <param name="PersonId">The person.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.opportunity-contact-removed")]
public sealed record OpportunityContactRemoved(OpportunityId OpportunityId, CustomerId PersonId, Instant OccurredAt) : ICrmEvent;

/// <summary>Somebody else wants to sell.</summary>
/// <param name="OpportunityId">The opportunity.</param>
/// <param name="Name">The competitor.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.opportunity-competitor-added")]
public sealed record OpportunityCompetitorAdded(OpportunityId OpportunityId, string Name, Instant OccurredAt) : ICrmEvent;

/// <summary>A competitor is out.</summary>
/// <param name="OpportunityId">The opportunity.</param>
/// <param name="Name">The competitor.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.opportunity-competitor-removed")]
public sealed record OpportunityCompetitorRemoved(OpportunityId OpportunityId, string Name, Instant OccurredAt) : ICrmEvent;
