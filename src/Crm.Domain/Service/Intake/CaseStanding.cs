using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>What somebody who sorts messages must know of a case.</summary>
/// <param name="Id">The case.</param>
/// <param name="Number">The number people quote.</param>
/// <param name="CustomerId">The customer who asks.</param>
/// <param name="OrganisationId">The organisation on whose behalf.</param>
/// <param name="Subject">What is wrong.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Category">What that means, whatever the status is called.</param>
/// <param name="Priority">How urgent it is.</param>
/// <param name="Channel">The channel over which the customer asked.</param>
/// <param name="ClosedAt">When it was closed; null while it is not.</param>
/// <param name="IsErased">Whether the personal data of its customer were erased: nobody can be answered any more.</param>
public sealed record CaseStanding(
    ServiceCaseId Id,
    CaseNumber Number,
    CustomerId CustomerId,
    CustomerId? OrganisationId,
    string Subject,
    CaseStatus Status,
    CaseCategory Category,
    CasePriority Priority,
    ChannelKey? Channel,
    Instant? ClosedAt,
    bool IsErased)
{
    /// <summary>Whether the case could be open again, were it closed; no where the host lets no open status follow its own.</summary>
    /// <value>True by default.</value>
    public bool CanReopen { get; init; } = true;

    /// <summary>Whether it takes no more messages of its customer, who rated it.</summary>
    public bool IsLocked { get; init; }

    internal static CaseStanding Of(ServiceCase found, bool isErased, CaseStatusCatalog statuses) =>
        new(found.Id, found.Number, found.CustomerId, found.OrganisationId, found.Subject, found.Status, found.Category, found.Priority, found.Channel, found.ClosedAt, isErased)
        {
            IsLocked = found.LockedAt is not null,
            CanReopen = found.Category != CaseCategory.Closed || found.CanReopen(statuses),
        };
}
