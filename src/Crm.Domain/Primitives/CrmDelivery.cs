namespace Crm.Domain.Primitives;

/// <summary>Identity of one event on its way to a handler.</summary>
/// <param name="EventId">Id of the stored event: the same in every repetition.</param>
/// <param name="EventName">Stored name, such as <c>service.case-opened</c>.</param>
/// <param name="AggregateId">The aggregate that raised it.</param>
/// <param name="AggregateVersion">The aggregate's version after the act.</param>
/// <param name="Attempt">1 for the first delivery.</param>
/// <param name="CorrelationId">Correlation id of the scope that saved the act, if it had one.</param>
public sealed record CrmDelivery(Guid EventId, string EventName, Guid AggregateId, long AggregateVersion, int Attempt, string? CorrelationId);
