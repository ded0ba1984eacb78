using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

public sealed partial class Lead
{
    /// <summary>Where it stands.</summary>
    public LeadStatus Status { get; private set; }

    /// <summary>Why nothing will come of it.</summary>
    public string? DisqualifiedFor { get; private set; }

    /// <summary>Who answers for it; null while it waits in a queue or nowhere.</summary>
    public string? OwnerId { get; private set; }

    /// <summary>The queue that it waits in or was given out of.</summary>
    public LeadQueueId? QueueId { get; private set; }

    /// <summary>When it was given to its owner.</summary>
    public Instant? AssignedAt { get; private set; }

    /// <summary>When it was converted.</summary>
    public Instant? ConvertedAt { get; private set; }

    /// <summary>The person that it became.</summary>
    public CustomerId? PersonId { get; private set; }

    /// <summary>The organisation that it became.</summary>
    public CustomerId? OrganisationId { get; private set; }

    /// <summary>The opportunity that it became.</summary>
    public OpportunityId? OpportunityId { get; private set; }

    /// <summary>Whether it can be put in another status.</summary>
    /// <param name="status">The status.</param>
    /// <returns>The ruling; refused with <c>LeadConverted</c>, <c>LeadTransitionNotAllowed</c>.</returns>
    public CrmRuling CanMoveTo(LeadStatus status) => WhileUnconverted() is { IsPermitted: false } refused ? refused
        : status is LeadStatus.Working or LeadStatus.Nurturing && status != Status ? CrmRuling.Permitted
        : CrmRuling.Refused(e => e.LeadTransitionNotAllowed(DisplayName, e.NameOf(Status), e.NameOf(status)));

    /// <summary>Puts it in another status: work on it, or keep it warm. A disqualified one is taken up again by it.</summary>
    /// <param name="status">Working or nurturing.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is converted, in the status, or the status is reached by another act.</exception>
    public void MoveTo(LeadStatus status, Instant now)
    {
        CanMoveTo(status).Demand();
        var before = Status;
        (Status, DisqualifiedFor) = (status, null);
        Raise(new LeadMoved(Id, DisplayName, before, Status, now));
    }

    /// <summary>Whether it can be disqualified.</summary>
    /// <returns>The ruling; refused with <c>LeadConverted</c>, <c>LeadTransitionNotAllowed</c>.</returns>
    public CrmRuling CanDisqualify() => WhileUnconverted() is { IsPermitted: false } refused ? refused
        : Status != LeadStatus.Disqualified ? CrmRuling.Permitted
        : CrmRuling.Refused(e => e.LeadTransitionNotAllowed(DisplayName, e.NameOf(Status), e.NameOf(Status)));

    /// <summary>Says that nothing will come of it.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is converted or disqualified.</exception>
    /// <exception cref="ArgumentException">The reason is empty or too long.</exception>
    public void Disqualify(string reason, Instant now)
    {
        CanDisqualify().Demand();
        DisqualifiedFor = Guard.Line(reason, MaxReasonLength);
        Status = LeadStatus.Disqualified;
        Raise(new LeadDisqualified(Id, DisplayName, DisqualifiedFor, now));
    }

    /// <summary>Whether it can be given to somebody.</summary>
    /// <returns>The ruling; refused with <c>LeadConverted</c>.</returns>
    public CrmRuling CanAssign() => WhileUnconverted();

    /// <summary>Gives it to somebody.</summary>
    /// <param name="ownerId">Who answers for it since; null to put it back in its queue, or nowhere.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is converted.</exception>
    /// <exception cref="ArgumentException">The id is too long.</exception>
    public void Assign(string? ownerId, Instant now)
    {
        CanAssign().Demand();
        var (before, owner) = (OwnerId, Guard.OptionalLine(ownerId, Actor.MaxIdLength));
        (OwnerId, AssignedAt) = (owner, owner is null ? null : now);
        Raise(new LeadAssigned(Id, DisplayName, before, OwnerId, QueueId, now));
    }

    /// <summary>Whether it can be put in a queue.</summary>
    /// <returns>The ruling; refused with <c>LeadConverted</c>.</returns>
    public CrmRuling CanEnqueue() => WhileUnconverted();

    /// <summary>Puts it in a queue, where it waits for an owner.</summary>
    /// <param name="queueId">The queue.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is converted.</exception>
    public void Enqueue(LeadQueueId queueId, Instant now)
    {
        CanEnqueue().Demand();
        (QueueId, OwnerId, AssignedAt) = (Guard.NotEmpty(queueId), null, null);
        Raise(new LeadEnqueued(Id, DisplayName, queueId, now));
    }

    /// <summary>Whether it can be converted.</summary>
    /// <returns>The ruling; refused with <c>LeadConverted</c>, <c>LeadTransitionNotAllowed</c> where it is disqualified.</returns>
    public CrmRuling CanConvert() => WhileUnconverted() is { IsPermitted: false } refused ? refused
        : Status != LeadStatus.Disqualified ? CrmRuling.Permitted
        : CrmRuling.Refused(e => e.LeadTransitionNotAllowed(DisplayName, e.NameOf(Status), e.NameOf(LeadStatus.Converted)));

    /// <summary>Becomes customers, and perhaps an opportunity; it is not changed any more. Called by <see cref="LeadConverter"/>, which makes them.</summary>
    /// <param name="personId">The person; null where there is none.</param>
    /// <param name="organisationId">The organisation; null where there is none.</param>
    /// <param name="opportunityId">The opportunity; null where there is none.</param>
    /// <param name="ownerId">Who answers for it.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is converted or disqualified.</exception>
    /// <exception cref="ArgumentException">It becomes nobody.</exception>
    internal void Convert(CustomerId? personId, CustomerId? organisationId, OpportunityId? opportunityId, string ownerId, Instant now)
    {
        CanConvert().Demand();
        if (personId is null && organisationId is null)
        {
            throw new ArgumentException("A lead becomes a person, an organisation or both.", nameof(personId));
        }

        (PersonId, OrganisationId, OpportunityId, OwnerId) = (personId, organisationId, opportunityId, ownerId);
        _contacts.Clear();
        (Status, ConvertedAt, AssignedAt) = (LeadStatus.Converted, now, AssignedAt ?? now);
        Raise(new LeadBecameCustomers(Id, DisplayName, PersonId, OrganisationId, OpportunityId, now));
    }
}
