using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.SelfService;

public sealed partial class ChangeRequest
{
    /// <summary>Whether staff can approve it.</summary>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>ChangeRequestStatusUnfit</c>.</returns>
    public CrmRuling CanApprove(Instant now) => Waits(now, ChangeRequestStatus.AwaitingApproval);

    /// <summary>Staff approves, and the change is made.</summary>
    /// <param name="by">Who approves.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It does not wait for staff.</exception>
    public void Approve(Actor by, Instant now)
    {
        ArgumentNullException.ThrowIfNull(by);
        CanApprove(now).Demand();
        Settle(ChangeRequestStatus.Applied, now);
        DecidedById = by.Id;
        Raise(new ChangeApplied(Id, CustomerId, Domain, now));
    }

    /// <summary>Whether staff can refuse it.</summary>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>ChangeRequestStatusUnfit</c>.</returns>
    public CrmRuling CanReject(Instant now) => Waits(now, ChangeRequestStatus.AwaitingApproval, ChangeRequestStatus.AwaitingCode);

    /// <summary>Staff refuses it.</summary>
    /// <param name="reason">Why, in words for the customer; one line of at most 500 characters.</param>
    /// <param name="by">Who refuses.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">There is no reason, or it is too long or has control characters.</exception>
    /// <exception cref="CrmRuleException">It does not wait.</exception>
    public void Reject(string reason, Actor by, Instant now)
    {
        ArgumentNullException.ThrowIfNull(by);
        CanReject(now).Demand();
        Reason = Guard.Line(reason, MaxReasonLength);
        Settle(ChangeRequestStatus.Rejected, now);
        DecidedById = by.Id;
        Raise(new ChangeRejected(Id, CustomerId, Domain, now));
    }

    /// <summary>Whether the customer can take it back.</summary>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>ChangeRequestStatusUnfit</c>.</returns>
    public CrmRuling CanWithdraw(Instant now) => Waits(now, ChangeRequestStatus.AwaitingApproval, ChangeRequestStatus.AwaitingCode);

    /// <summary>The customer takes it back.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It does not wait.</exception>
    public void Withdraw(Instant now)
    {
        CanWithdraw(now).Demand();
        Settle(ChangeRequestStatus.Withdrawn, now);
        Raise(new ChangeWithdrawn(Id, CustomerId, Domain, now));
    }

    /// <summary>Whether its time is over.</summary>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>ChangeRequestStatusUnfit</c>.</returns>
    public CrmRuling CanExpire(Instant now)
    {
        var status = Status;
        return IsOpen && now >= ExpiresAt ? CrmRuling.Permitted : CrmRuling.Refused(e => e.ChangeRequestStatusUnfit(e.NameOf(status)));
    }

    /// <summary>Notes that its time is over.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It does not wait, or its time is not over.</exception>
    public void Expire(Instant now)
    {
        CanExpire(now).Demand();
        Settle(ChangeRequestStatus.Expired, now);
        Raise(new ChangeExpired(Id, CustomerId, Domain, now));
    }
}
