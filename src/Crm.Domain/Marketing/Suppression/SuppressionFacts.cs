using Crm.Domain.Customers;
using Crm.Domain.Privacy;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>What is known of the customers of a question.</summary>
internal sealed record SuppressionFacts(
    IReadOnlyDictionary<CustomerId, ContactDecision> Decisions,
    IReadOnlySet<CustomerId> Excluded,
    IReadOnlyList<TakenSending> Taken,
    IReadOnlyDictionary<CustomerId, SendingProfile> Profiles,
    ILookup<CustomerId, LocalDate> Counted,
    DateTimeZone BusinessZone);
