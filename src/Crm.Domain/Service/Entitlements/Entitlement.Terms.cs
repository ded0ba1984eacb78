using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

public sealed partial class Entitlement
{
    /// <summary>Whether more can be added.</summary>
    /// <returns>The ruling; refused with <c>EntitlementRevoked</c>.</returns>
    public CrmRuling CanTopUp() => NotRevoked();

    /// <summary>Adds more.</summary>
    /// <param name="amount">How much; more than zero.</param>
    /// <param name="note">Why.</param>
    /// <param name="actorId">Id of who adds it.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The amount or the new total is out of its bounds, or a text is too long.</exception>
    /// <exception cref="CrmRuleException">It was revoked.</exception>
    public void TopUp(decimal amount, string? note, string actorId, Instant now)
    {
        CanTopUp().Demand();
        var more = Amount(amount, nameof(amount));
        var before = Total;
        Total = Amount(Total + more, nameof(amount));
        try
        {
            Write(EntitlementEntryKind.ToppedUp, more, null, note, actorId, now);
        }
        catch (ArgumentException)
        {
            Total = before;
            throw;
        }

        Raise(new EntitlementToppedUp(Id, CustomerId, more, Total - Used, now));
    }

    /// <summary>Whether the last day can be moved.</summary>
    /// <returns>The ruling; refused with <c>EntitlementRevoked</c>.</returns>
    public CrmRuling CanExtend() => NotRevoked();

    /// <summary>Moves the last day.</summary>
    /// <param name="until">The last day from now on; later than the one before.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The day is not later.</exception>
    /// <exception cref="CrmRuleException">It was revoked.</exception>
    public void Extend(LocalDate until, Instant now)
    {
        CanExtend().Demand();
        var before = ValidUntil;
        ValidUntil = Guard.Storable(until) > before ? until : throw new ArgumentException("A later day was expected.", nameof(until));
        Raise(new EntitlementExtended(Id, CustomerId, before, ValidUntil, now));
    }

    /// <summary>Whether it can be suspended.</summary>
    /// <returns>The ruling; refused with <c>EntitlementRevoked</c>, <c>EntitlementSuspended</c>.</returns>
    public CrmRuling CanSuspend() => NotRevoked().Then(Status == EntitlementStatus.Suspended ? CrmRuling.Refused(e => e.EntitlementSuspended(Id.ToString())) : CrmRuling.Permitted);

    /// <summary>Lets no new case be opened under it for the time being.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The reason is too long.</exception>
    /// <exception cref="CrmRuleException">It is suspended, or was revoked.</exception>
    public void Suspend(string? reason, Instant now)
    {
        CanSuspend().Demand();
        Become(EntitlementStatus.Suspended, reason, now);
    }

    /// <summary>Whether it can be resumed.</summary>
    /// <returns>The ruling; refused with <c>EntitlementRevoked</c>, <c>EntitlementNotSuspended</c>.</returns>
    public CrmRuling CanResume() => NotRevoked().Then(Status == EntitlementStatus.Active ? CrmRuling.Refused(e => e.EntitlementNotSuspended(Id.ToString())) : CrmRuling.Permitted);

    /// <summary>Lets cases be opened under it again.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not suspended.</exception>
    public void Resume(Instant now)
    {
        CanResume().Demand();
        Become(EntitlementStatus.Active, null, now);
    }

    /// <summary>Whether it can be revoked.</summary>
    /// <returns>The ruling; refused with <c>EntitlementRevoked</c>.</returns>
    public CrmRuling CanRevoke() => NotRevoked();

    /// <summary>Ends it for good. What was used stays in the account.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The reason is too long.</exception>
    /// <exception cref="CrmRuleException">It was revoked before.</exception>
    public void Revoke(string? reason, Instant now)
    {
        CanRevoke().Demand();
        Become(EntitlementStatus.Revoked, reason, now);
    }

    private CrmRuling NotRevoked() => Status == EntitlementStatus.Revoked ? CrmRuling.Refused(e => e.EntitlementRevoked(Id.ToString())) : CrmRuling.Permitted;

    private void Become(EntitlementStatus status, string? reason, Instant now)
    {
        var why = Guard.OptionalLine(reason, MaxReasonLength);
        Status = status;
        Raise(new EntitlementStatusChanged(Id, CustomerId, status, why, now));
    }
}
