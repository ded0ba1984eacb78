using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Partners;

public sealed partial class DealRegistration
{
    /// <summary>Where it stands.</summary>
    public DealRegistrationStatus Status { get; private set; }

    /// <summary>When it was submitted last.</summary>
    public Instant? SubmittedAt { get; private set; }

    /// <summary>When it was closed.</summary>
    public Instant? ClosedAt { get; private set; }

    /// <summary>Why it was returned, rejected or refused.</summary>
    public string? Reason { get; private set; }

    /// <summary>The registration that it repeats.</summary>
    public DealRegistrationId? DuplicateOfId { get; private set; }

    /// <summary>Whether it can be submitted.</summary>
    /// <returns>The ruling; refused with <c>DealTransitionNotAllowed</c> unless it is a draft or returned.</returns>
    public CrmRuling CanSubmit() => While(DealRegistrationStatus.Submitted, DealRegistrationStatus.Draft, DealRegistrationStatus.Returned);

    /// <summary>Submits it to the staff.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is neither a draft nor returned.</exception>
    public void Submit(Instant now)
    {
        CanSubmit().Demand();
        (Status, SubmittedAt, Reason) = (DealRegistrationStatus.Submitted, now, null);
        Raise(new DealSubmitted(Id, PartnerId, Title, now));
    }

    /// <summary>Whether its review can begin.</summary>
    /// <returns>The ruling; refused with <c>DealTransitionNotAllowed</c> unless it is submitted.</returns>
    public CrmRuling CanReview() => While(DealRegistrationStatus.UnderReview, DealRegistrationStatus.Submitted);

    /// <summary>Begins its review.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not submitted.</exception>
    public void Review(Instant now)
    {
        CanReview().Demand();
        Status = DealRegistrationStatus.UnderReview;
        Raise(new DealReviewBegun(Id, PartnerId, now));
    }

    /// <summary>Whether it can be said who the prospect is.</summary>
    /// <returns>The ruling; refused with <c>DealTransitionNotAllowed</c> unless it is submitted or under review.</returns>
    public CrmRuling CanIdentify() => While(Status, DealRegistrationStatus.Submitted, DealRegistrationStatus.UnderReview);

    /// <summary>Says which customer the prospect is.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is neither submitted nor under review.</exception>
    public void Identify(CustomerId customerId, Instant now)
    {
        CanIdentify().Demand();
        CustomerId = Guard.NotEmpty(customerId);
        Raise(new DealCustomerIdentified(Id, PartnerId, customerId, now));
    }

    /// <summary>Whether it can be returned.</summary>
    /// <returns>The ruling; refused with <c>DealTransitionNotAllowed</c> unless it is under review.</returns>
    public CrmRuling CanReturn() => While(DealRegistrationStatus.Returned, DealRegistrationStatus.UnderReview);

    /// <summary>Returns it to the partner, who completes it.</summary>
    /// <param name="reason">What is missing; the partner reads it.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not under review.</exception>
    /// <exception cref="ArgumentException">The reason is empty or too long.</exception>
    public void Return(string reason, Instant now)
    {
        CanReturn().Demand();
        Reason = Guard.Line(reason, MaxReasonLength);
        Status = DealRegistrationStatus.Returned;
        Raise(new DealReturned(Id, PartnerId, Reason, now));
    }

    /// <summary>Whether it can be rejected.</summary>
    /// <returns>The ruling; refused with <c>DealTransitionNotAllowed</c> unless it is submitted or under review.</returns>
    public CrmRuling CanReject() => While(DealRegistrationStatus.Rejected, DealRegistrationStatus.Submitted, DealRegistrationStatus.UnderReview);

    /// <summary>Rejects it.</summary>
    /// <param name="reason">Why; the partner reads it.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is neither submitted nor under review.</exception>
    /// <exception cref="ArgumentException">The reason is empty or too long.</exception>
    public void Reject(string reason, Instant now)
    {
        CanReject().Demand();
        Reason = Guard.Line(reason, MaxReasonLength);
        Close(DealRegistrationStatus.Rejected, now);
        Raise(new DealRejected(Id, PartnerId, null, Reason, now));
    }

    /// <summary>Whether it can be closed as a duplicate.</summary>
    /// <param name="ofId">The registration that it repeats.</param>
    /// <returns>The ruling; refused with <c>DealTransitionNotAllowed</c> unless it is submitted or under review, <c>DealRegistrationNotFound</c> where it would repeat itself.</returns>
    public CrmRuling CanMarkDuplicate(DealRegistrationId ofId) => While(DealRegistrationStatus.Duplicate, DealRegistrationStatus.Submitted, DealRegistrationStatus.UnderReview)
        .Then(ofId == Id ? CrmRuling.Refused(e => e.DealRegistrationNotFound(ofId.ToString())) : CrmRuling.Permitted);

    /// <summary>Closes it as a duplicate.</summary>
    /// <param name="ofId">The registration that it repeats; the partner does not read which.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is neither submitted nor under review, or would repeat itself.</exception>
    public void MarkDuplicate(DealRegistrationId ofId, Instant now)
    {
        CanMarkDuplicate(ofId).Demand();
        DuplicateOfId = Guard.NotEmpty(ofId);
        Close(DealRegistrationStatus.Duplicate, now);
        Raise(new DealMarkedDuplicate(Id, PartnerId, ofId, now));
    }

    /// <summary>Whether the partner can take it back.</summary>
    /// <returns>The ruling; refused with <c>DealTransitionNotAllowed</c> once it is closed.</returns>
    public CrmRuling CanWithdraw() => While(
        DealRegistrationStatus.Withdrawn,
        DealRegistrationStatus.Draft,
        DealRegistrationStatus.Submitted,
        DealRegistrationStatus.UnderReview,
        DealRegistrationStatus.Returned,
        DealRegistrationStatus.PendingApproval,
        DealRegistrationStatus.Approved);

    /// <summary>The partner takes it back; what was its alone is back on the market.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is closed.</exception>
    public void Withdraw(Instant now)
    {
        CanWithdraw().Demand();
        Close(DealRegistrationStatus.Withdrawn, now);
        Raise(new DealWithdrawn(Id, PartnerId, now));
    }

    private CrmRuling While(DealRegistrationStatus to, params ReadOnlySpan<DealRegistrationStatus> states)
    {
        var from = Status;
        return states.Contains(from) ? CrmRuling.Permitted : CrmRuling.Refused(e => e.DealTransitionNotAllowed(e.NameOf(from), e.NameOf(to)));
    }

    private void Close(DealRegistrationStatus status, Instant now)
    {
        (Status, ClosedAt, DueAt, ExtensionThrough) = (status, now, null, null);
        foreach (var open in _approvals.Where(a => a.DecidedAt is null))
        {
            open.Decide(null, null, now);
        }

        _claims.Clear();
    }
}
