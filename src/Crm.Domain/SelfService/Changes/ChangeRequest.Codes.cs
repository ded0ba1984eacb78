using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.SelfService;

public sealed partial class ChangeRequest
{
    /// <summary>How many wrong codes end it.</summary>
    public const int MaxAttempts = 5;

    /// <summary>How many codes are sent at most.</summary>
    public const int MaxCodes = 3;

    /// <summary>The address that the code goes to: the one by which the customer was reached before. Null where no code is wanted any more.</summary>
    public string? CodeAddress { get; private set; }

    /// <summary>The number of the code that counts; the ones before do not.</summary>
    public int CodeNumber { get; private set; }

    /// <summary>How many more wrong codes it bears.</summary>
    public int AttemptsLeft { get; private set; }

    /// <summary>Code of what kept the code from being sent, so that staff decides; null where nothing did.</summary>
    public string? Obstacle { get; private set; }

    /// <summary>Whether a code can be entered.</summary>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>ChangeRequestStatusUnfit</c>.</returns>
    public CrmRuling CanConfirm(Instant now) => Waits(now, ChangeRequestStatus.AwaitingCode);

    /// <summary>The right code was entered, and the change is made.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It waits for no code, or not any more.</exception>
    public void Confirm(Instant now)
    {
        CanConfirm(now).Demand();
        Settle(ChangeRequestStatus.Applied, now);
        Raise(new ChangeApplied(Id, CustomerId, Domain, now));
    }

    /// <summary>Whether a wrong code can be noted.</summary>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>ChangeRequestStatusUnfit</c>.</returns>
    public CrmRuling CanMistake(Instant now) => Waits(now, ChangeRequestStatus.AwaitingCode);

    /// <summary>A wrong code was entered; the last one that it bears ends it.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It waits for no code, or not any more.</exception>
    public void Mistake(Instant now)
    {
        CanMistake(now).Demand();
        AttemptsLeft--;
        if (AttemptsLeft == 0)
        {
            Settle(ChangeRequestStatus.Rejected, now);
        }

        Raise(new ChangeCodeMistaken(Id, CustomerId, Domain, AttemptsLeft, now));
    }

    /// <summary>Whether another code can be sent.</summary>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>ChangeRequestStatusUnfit</c>, <c>ChangeCodesUsedUp</c>.</returns>
    public CrmRuling CanRenewCode(Instant now) => Waits(now, ChangeRequestStatus.AwaitingCode)
        .Then(CodeNumber < MaxCodes ? CrmRuling.Permitted : CrmRuling.Refused(e => e.ChangeCodesUsedUp()));

    /// <summary>Another code is sent, and the one before does not count any more. Wrong ones count on.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It waits for no code, or all were sent.</exception>
    public void RenewCode(Instant now)
    {
        CanRenewCode(now).Demand();
        CodeNumber++;
        Raise(new ChangeCodeRenewed(Id, CustomerId, Domain, CodeNumber, now));
    }

    /// <summary>Whether staff can decide instead, since no code can be sent.</summary>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>ChangeRequestStatusUnfit</c>.</returns>
    public CrmRuling CanHandToStaff(Instant now) => Waits(now, ChangeRequestStatus.AwaitingCode);

    /// <summary>No code could be sent, so staff decides.</summary>
    /// <param name="obstacle">Code of what stood in the way.</param>
    /// <param name="lifetime">How long it waits for staff.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It waits for no code, or not any more.</exception>
    public void HandToStaff(string obstacle, Duration lifetime, Instant now)
    {
        CanHandToStaff(now).Demand();
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lifetime, Duration.Zero);
        (Obstacle, ExpiresAt) = (Guard.Line(obstacle, 100), Guard.Storable(now + lifetime));
        (Status, DueAt, CodeAddress, AttemptsLeft) = (ChangeRequestStatus.AwaitingApproval, ExpiresAt, null, 0);
        Raise(new ChangeHandedToStaff(Id, CustomerId, Domain, Obstacle, now));
    }
}
