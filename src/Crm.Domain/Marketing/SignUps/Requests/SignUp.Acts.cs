using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Marketing;

public sealed partial class SignUp
{
    /// <summary>Whether the visitor can be asked to confirm.</summary>
    /// <returns>The ruling; refused with <c>SignUpNotInStatus</c>.</returns>
    public CrmRuling CanAsk() => MustBe(SignUpStatus.Submitted);

    /// <summary>Notes that the confirmation was sent.</summary>
    /// <param name="tokenHash">The hash of the token in it.</param>
    /// <param name="recorded">The customer who was recorded before the confirmation; null for none.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It was asked, refused or expired before.</exception>
    public void Ask(string tokenHash, CustomerId? recorded, Instant now)
    {
        ArgumentException.ThrowIfNullOrEmpty(tokenHash);
        CanAsk().Demand();
        (Status, TokenHash, AskedAt, CustomerId, IsNewCustomer) = (SignUpStatus.Asked, tokenHash, now, recorded, recorded is not null);
        Raise(new SignUpAsked(Id, FormId, recorded, now));
    }

    /// <summary>Whether it can be refused.</summary>
    /// <returns>The ruling; refused with <c>SignUpNotInStatus</c>.</returns>
    public CrmRuling CanRefuse() => CanAsk();

    /// <summary>Refuses it: no confirmation is sent, and what was said is gone. The visitor does not hear of it.</summary>
    /// <param name="reason">The code of the reason.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It was asked, refused or expired before.</exception>
    public void Refuse(string reason, Instant now)
    {
        CanRefuse().Demand();
        Reason = Guard.Line(reason, MaxReasonLength);
        Forget(SignUpStatus.Refused);
        Raise(new SignUpRefused(Id, FormId, Reason, now));
    }

    /// <summary>Whether it can be confirmed.</summary>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>OptInExpired</c>, <c>OptInAlreadyConfirmed</c>, <c>SignUpNotInStatus</c>.</returns>
    public CrmRuling CanConfirm(Instant now) => Status switch
    {
        SignUpStatus.Confirmed or SignUpStatus.Completed => CrmRuling.Refused(e => e.OptInAlreadyConfirmed()),
        SignUpStatus.Expired => CrmRuling.Refused(e => e.OptInExpired()),
        SignUpStatus.Asked => now < ExpiresAt ? CrmRuling.Permitted : CrmRuling.Refused(e => e.OptInExpired()),
        _ => MustBe(SignUpStatus.Asked),
    };

    /// <summary>The visitor confirms, once.</summary>
    /// <param name="proof">What proves it; null for nothing but the token.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It was confirmed before, its time is over, or nobody was asked.</exception>
    public void Confirm(string? proof, Instant now)
    {
        CanConfirm(now).Demand();
        (Status, ConfirmedAt, Proof, DueAt) = (SignUpStatus.Confirmed, now, Guard.OptionalLine(proof, MaxProofLength), null);
        Raise(new SignUpConfirmed(Id, FormId, now));
    }

    /// <summary>Whether what follows the confirmation can be noted as done.</summary>
    /// <returns>The ruling; refused with <c>SignUpNotInStatus</c>.</returns>
    public CrmRuling CanComplete() => MustBe(SignUpStatus.Confirmed);

    /// <summary>Notes that what follows the confirmation is done.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="isNew">Whether the customer was recorded because of it.</param>
    /// <param name="campaign">The campaign that the form belongs to.</param>
    /// <param name="problems">Codes of what could not be done, with commas; null where everything was.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not confirmed, or everything is done.</exception>
    public void Complete(CustomerId customerId, bool isNew, string? campaign, string? problems, Instant now)
    {
        CanComplete().Demand();
        (CustomerId, IsNewCustomer, Reason) = (Guard.NotEmpty(customerId), isNew, Guard.OptionalLine(problems, MaxReasonLength));
        Status = SignUpStatus.Completed;
        Raise(new SignUpCompleted(Id, FormId, customerId, isNew, campaign, now));
    }

    /// <summary>Whether its time is over.</summary>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>SignUpNotInStatus</c>.</returns>
    public CrmRuling CanExpire(Instant now) => (Status is SignUpStatus.Submitted or SignUpStatus.Asked) && now >= ExpiresAt
        ? CrmRuling.Permitted
        : CrmRuling.Refused(e => e.SignUpNotInStatus(e.NameOf(Status)));

    /// <summary>Ends it: what was said is gone.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">Its time is not over, or it was confirmed or refused.</exception>
    public void Expire(Instant now)
    {
        CanExpire(now).Demand();
        Forget(SignUpStatus.Expired);
        Raise(new SignUpExpired(Id, FormId, now));
    }

    // The hash of the token stays, so that whoever comes late is told so.
    private void Forget(SignUpStatus status) => (Status, DueAt, Email, Answers, Agreed, Language) = (status, null, null, null, null, null);

    private CrmRuling MustBe(SignUpStatus status) => Status == status ? CrmRuling.Permitted : CrmRuling.Refused(e => e.SignUpNotInStatus(e.NameOf(Status)));
}
