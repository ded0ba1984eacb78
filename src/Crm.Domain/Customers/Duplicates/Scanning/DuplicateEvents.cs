using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>A scan began.</summary>
/// <param name="ScanId">The scan.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.duplicate-scan-begun")]
public sealed record DuplicateScanBegun(DuplicateScanId ScanId, Instant OccurredAt) : ICrmEvent;

/// <summary>A scan went through some more customers.</summary>
/// <param name="ScanId">The scan.</param>
/// <param name="Customers">Customers it went through so far.</param>
/// <param name="Pairs">Pairs it found so far.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.duplicate-scan-advanced")]
public sealed record DuplicateScanAdvanced(DuplicateScanId ScanId, long Customers, long Pairs, Instant OccurredAt) : ICrmEvent;

/// <summary>A scan went through all customers.</summary>
/// <param name="ScanId">The scan.</param>
/// <param name="Customers">Customers it went through.</param>
/// <param name="Pairs">Pairs it found.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.duplicate-scan-finished")]
public sealed record DuplicateScanFinished(DuplicateScanId ScanId, long Customers, long Pairs, Instant OccurredAt) : ICrmEvent;

/// <summary>Two customers were found to be probably the same.</summary>
/// <param name="PairId">The pair.</param>
/// <param name="FirstId">One customer.</param>
/// <param name="SecondId">The other.</param>
/// <param name="Score">Probability that they are the same.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.duplicate-pair-found")]
public sealed record DuplicatePairFound(DuplicatePairId PairId, CustomerId FirstId, CustomerId SecondId, double Score, Instant OccurredAt) : ICrmEvent;

/// <summary>Somebody looked and said that the two are not the same.</summary>
/// <param name="PairId">The pair.</param>
/// <param name="FirstId">One customer.</param>
/// <param name="SecondId">The other.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.duplicate-pair-dismissed")]
public sealed record DuplicatePairDismissed(DuplicatePairId PairId, CustomerId FirstId, CustomerId SecondId, Instant OccurredAt) : ICrmEvent;

/// <summary>The two are in question again.</summary>
/// <param name="PairId">The pair.</param>
/// <param name="FirstId">One customer.</param>
/// <param name="SecondId">The other.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.duplicate-pair-reopened")]
public sealed record DuplicatePairReopened(DuplicatePairId PairId, CustomerId FirstId, CustomerId SecondId, Instant OccurredAt) : ICrmEvent;
