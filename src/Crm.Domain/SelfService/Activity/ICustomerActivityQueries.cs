using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.SelfService;

/// <summary>Reads what happened around a customer together with who did it, without tracking.</summary>
public interface ICustomerActivityQueries
{
    /// <summary>Reads a page of what happened, newest first.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="audiences">The audiences whose rows are read.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The page.</returns>
    Task<Page<CustomerActivity>> PageAsync(CustomerId id, IReadOnlyList<Audience> audiences, PageRequest page, CancellationToken cancellationToken);
}

/// <summary>Something that happened around a customer, and who did it.</summary>
/// <param name="Id">The row.</param>
/// <param name="At">When.</param>
/// <param name="Kind">Kind of happening.</param>
/// <param name="Text">One line for people.</param>
/// <param name="Reference">The record to open for more.</param>
/// <param name="ActorKind">What kind of principal did it.</param>
/// <param name="ActorId">Id of who did it.</param>
/// <param name="ActorName">Name of who did it.</param>
public sealed record CustomerActivity(Guid Id, Instant At, string Kind, string Text, SubjectReference? Reference, ActorKind ActorKind, string ActorId, string ActorName);
