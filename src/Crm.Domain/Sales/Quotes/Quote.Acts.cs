using Crm.Domain.Access;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using NodaTime;
using NodaTime.Text;

namespace Crm.Domain.Sales;

public sealed partial class Quote
{
    /// <summary>Whether the draft can be written anew.</summary>
    /// <returns>The ruling; refused with <c>QuoteTransitionNotAllowed</c>.</returns>
    public CrmRuling CanRewrite() => Only(QuoteStatus.Draft, QuoteStatus.Draft);

    /// <summary>Writes the current revision anew.</summary>
    /// <param name="terms">What holds for the whole.</param>
    /// <param name="lines">What is offered.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">There is no line, currencies differ, or a quantity, price or percentage is not acceptable.</exception>
    /// <exception cref="CrmRuleException">It is no draft.</exception>
    public void Rewrite(QuoteTerms terms, IReadOnlyList<PricedQuoteLine> lines, Instant now)
    {
        CanRewrite().Demand();
        Write(Revision, terms, lines, now);
        Raise(new QuoteRewritten(Id, Number, CustomerId, Revision, Total, now));
    }

    /// <summary>Whether a new revision can be begun.</summary>
    /// <returns>The ruling; refused with <c>QuoteTransitionNotAllowed</c> for a draft, one that awaits approval, and one that is accepted.</returns>
    public CrmRuling CanRevise() => Status is QuoteStatus.Approved or QuoteStatus.Sent or QuoteStatus.Declined or QuoteStatus.Withdrawn ? CrmRuling.Permitted : NotAllowed(QuoteStatus.Draft);

    /// <summary>Begins a new revision as a draft: what the customer has can no longer be accepted.</summary>
    /// <param name="terms">What holds for the whole.</param>
    /// <param name="lines">What is offered.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">There is no line, currencies differ, or a quantity, price or percentage is not acceptable.</exception>
    /// <exception cref="CrmRuleException">It cannot be revised.</exception>
    public void Revise(QuoteTerms terms, IReadOnlyList<PricedQuoteLine> lines, Instant now)
    {
        CanRevise().Demand();
        Write(Revision + 1, terms, lines, now);
        (Status, SubmittedBy, ApprovedBy, Reason, DecidedAt, TokenHash) = (QuoteStatus.Draft, null, null, null, null, null);
        Raise(new QuoteRevised(Id, Number, CustomerId, Revision, Total, now));
    }

    /// <summary>Whether it can be submitted.</summary>
    /// <returns>The ruling; refused with <c>QuoteTransitionNotAllowed</c>.</returns>
    public CrmRuling CanSubmit() => Only(QuoteStatus.Draft, QuoteStatus.AwaitingApproval);

    /// <summary>Submits the draft: it may go out, or awaits approval.</summary>
    /// <param name="needsApproval">Whether it is beyond what its writer may promise.</param>
    /// <param name="by">Who submits it.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is no draft.</exception>
    public void Submit(bool needsApproval, string by, Instant now)
    {
        CanSubmit().Demand();
        (Status, SubmittedBy, Reason) = (needsApproval ? QuoteStatus.AwaitingApproval : QuoteStatus.Approved, Guard.Line(by, Actor.MaxIdLength), null);
        Raise(new QuoteSubmitted(Id, Number, CustomerId, needsApproval, Total, SubmittedBy, now));
    }

    /// <summary>Whether somebody can decide on it.</summary>
    /// <param name="by">Who decides.</param>
    /// <returns>The ruling; refused with <c>QuoteTransitionNotAllowed</c>, or <c>QuoteOwnApproval</c> for who submitted it.</returns>
    public CrmRuling CanDecide(string by) => Status != QuoteStatus.AwaitingApproval ? NotAllowed(QuoteStatus.Approved)
        : string.Equals(by, SubmittedBy, StringComparison.Ordinal) ? CrmRuling.Refused(e => e.QuoteOwnApproval(Number.Value))
        : CrmRuling.Permitted;

    /// <summary>Lets it go out.</summary>
    /// <param name="by">Who decides; not who submitted it.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It does not await approval, or the decision is somebody else's.</exception>
    public void Approve(string by, Instant now)
    {
        CanDecide(by).Demand();
        (Status, ApprovedBy) = (QuoteStatus.Approved, Guard.Line(by, Actor.MaxIdLength));
        Raise(new QuoteApproved(Id, Number, CustomerId, ApprovedBy, now));
    }

    /// <summary>Gives it back to its writer.</summary>
    /// <param name="by">Who decides; not who submitted it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It does not await approval, or the decision is somebody else's.</exception>
    public void Reject(string by, string reason, Instant now)
    {
        CanDecide(by).Demand();
        (Status, Reason, SubmittedBy) = (QuoteStatus.Draft, Guard.Line(reason, MaxReasonLength), null);
        Raise(new QuoteRejected(Id, Number, CustomerId, by, Reason, now));
    }

    /// <summary>Whether it can be sent.</summary>
    /// <param name="today">The day in the business's own time zone.</param>
    /// <returns>The ruling; refused with <c>QuoteTransitionNotAllowed</c>, or <c>QuoteExpired</c> when its last day is over.</returns>
    public CrmRuling CanSend(LocalDate today) => Status != QuoteStatus.Approved ? NotAllowed(QuoteStatus.Sent) : today > ValidThrough ? Over() : CrmRuling.Permitted;

    /// <summary>Sends it to the customer.</summary>
    /// <param name="tokenHash">The hash of the token with which the customer answers.</param>
    /// <param name="today">The day in the business's own time zone.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not approved, or its last day is over.</exception>
    public void Send(string tokenHash, LocalDate today, Instant now)
    {
        CanSend(today).Demand();
        (Status, TokenHash, Current.SentAt) = (QuoteStatus.Sent, Guard.Line(tokenHash, 64), now);
        Raise(new QuoteSent(Id, Number, CustomerId, Revision, Total, ValidThrough, now));
    }

    /// <summary>Whether the customer can accept it.</summary>
    /// <param name="today">The day in the business's own time zone.</param>
    /// <returns>The ruling; refused with <c>QuoteTransitionNotAllowed</c> or <c>QuoteExpired</c>.</returns>
    public CrmRuling CanAccept(LocalDate today) => Status != QuoteStatus.Sent ? NotAllowed(QuoteStatus.Accepted) : today > ValidThrough ? Over() : CrmRuling.Permitted;

    /// <summary>The customer accepts it.</summary>
    /// <param name="orderId">The order that was placed.</param>
    /// <param name="today">The day in the business's own time zone.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not with the customer, or its last day is over.</exception>
    public void Accept(OrderId orderId, LocalDate today, Instant now)
    {
        CanAccept(today).Demand();
        (Status, OrderId, DecidedAt) = (QuoteStatus.Accepted, Guard.NotEmpty(orderId), now);
        Raise(new QuoteAccepted(Id, Number, CustomerId, OpportunityId, orderId, Total, now));
    }

    /// <summary>Whether the customer can decline it. After its last day too: a no is worth knowing.</summary>
    /// <returns>The ruling; refused with <c>QuoteTransitionNotAllowed</c>.</returns>
    public CrmRuling CanDecline() => Only(QuoteStatus.Sent, QuoteStatus.Declined);

    /// <summary>The customer declines it.</summary>
    /// <param name="reason">Why, in the customer's words.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not with the customer.</exception>
    public void Decline(string? reason, Instant now)
    {
        CanDecline().Demand();
        (Status, Reason, DecidedAt) = (QuoteStatus.Declined, Guard.OptionalLine(reason, MaxReasonLength), now);
        Raise(new QuoteDeclined(Id, Number, CustomerId, OpportunityId, Reason, now));
    }

    /// <summary>Whether it can be withdrawn.</summary>
    /// <returns>The ruling; refused with <c>QuoteTransitionNotAllowed</c> once it is decided.</returns>
    public CrmRuling CanWithdraw() => Status is QuoteStatus.Accepted or QuoteStatus.Declined or QuoteStatus.Withdrawn ? NotAllowed(QuoteStatus.Withdrawn) : CrmRuling.Permitted;

    /// <summary>Takes it back.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is decided.</exception>
    public void Withdraw(string? reason, Instant now)
    {
        CanWithdraw().Demand();
        (Status, Reason, DecidedAt, TokenHash) = (QuoteStatus.Withdrawn, Guard.OptionalLine(reason, MaxReasonLength), now, null);
        Raise(new QuoteWithdrawn(Id, Number, CustomerId, Reason, now));
    }

    private CrmRuling Only(QuoteStatus from, QuoteStatus to) => Status == from ? CrmRuling.Permitted : NotAllowed(to);

    private CrmRuling Over() => CrmRuling.Refused(e => e.QuoteExpired(Number.Value, LocalDatePattern.Iso.Format(ValidThrough)));

    private CrmRuling NotAllowed(QuoteStatus next) => CrmRuling.Refused(e => e.QuoteTransitionNotAllowed(Number.Value, e.NameOf(Status), e.NameOf(next)));
}
