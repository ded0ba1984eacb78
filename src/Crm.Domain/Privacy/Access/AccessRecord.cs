using Crm.Domain.Access;
using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Privacy;

/// <summary>Somebody read a customer.</summary>
/// <param name="Id">The note.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="At">When.</param>
/// <param name="ActorKind">What kind of principal read.</param>
/// <param name="ActorId">Id of who read.</param>
/// <param name="ActorName">Name of who read.</param>
/// <param name="Act">What was read, such as <c>customers.find</c> or <c>privacy.export</c>.</param>
public sealed record AccessRecord(Guid Id, CustomerId CustomerId, Instant At, ActorKind ActorKind, string ActorId, string ActorName, string Act);
