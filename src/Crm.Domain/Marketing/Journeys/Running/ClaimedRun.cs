using Crm.Domain.Customers;

namespace Crm.Domain.Marketing;

/// <summary>A run that is due and that this process alone may take on for a while.</summary>
/// <param name="Id">The run.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="JourneyKey">The journey.</param>
/// <param name="Chain">The rules of automation that led there.</param>
public sealed record ClaimedRun(JourneyRunId Id, CustomerId CustomerId, string JourneyKey, string? Chain);
