using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>A merge that was done.</summary>
/// <param name="Id">The merge.</param>
/// <param name="SurvivorId">Who stayed.</param>
/// <param name="AbsorbedId">Who went into the survivor.</param>
/// <param name="MergedAt">When.</param>
/// <param name="ActorName">Who did it.</param>
/// <param name="UndoneAt">When it was undone; null while it holds.</param>
public sealed record MergeSummary(MergeId Id, CustomerId SurvivorId, CustomerId AbsorbedId, Instant MergedAt, string ActorName, Instant? UndoneAt);
