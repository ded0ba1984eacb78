using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

public sealed partial class Entitlement
{
    /// <summary>Whether a new case can be opened under it.</summary>
    /// <param name="customerId">The customer who asks.</param>
    /// <param name="organisationId">The organisation on whose behalf.</param>
    /// <param name="sku">The product that the case is about.</param>
    /// <param name="today">The day, in the business's own time zone.</param>
    /// <returns>The ruling; refused with <c>EntitlementForOtherCustomer</c>, <c>EntitlementForOtherProduct</c>, <c>EntitlementRevoked</c>,
    /// <c>EntitlementSuspended</c>, <c>EntitlementNotValid</c>, <c>EntitlementExhausted</c>.</returns>
    public CrmRuling CanCover(CustomerId customerId, CustomerId? organisationId, string? sku, LocalDate today) =>
        CustomerId != customerId && CustomerId != organisationId ? CrmRuling.Refused(e => e.EntitlementForOtherCustomer(Id.ToString()))
        : Sku is not null && !string.Equals(Sku, sku, StringComparison.Ordinal) ? CrmRuling.Refused(e => e.EntitlementForOtherProduct(Id.ToString(), Sku))
        : NotRevoked() is { IsPermitted: false } revoked ? revoked
        : Status == EntitlementStatus.Suspended ? CrmRuling.Refused(e => e.EntitlementSuspended(Id.ToString()))
        : today < ValidFrom || today > ValidUntil ? CrmRuling.Refused(e => e.EntitlementNotValid(Id.ToString(), ValidFrom.ToString("uuuu-MM-dd", null), ValidUntil.ToString("uuuu-MM-dd", null)))
        : IsExhausted && WhenExhausted == EntitlementExhaustion.Refuse ? CrmRuling.Refused(e => e.EntitlementExhausted(Id.ToString()))
        : CrmRuling.Permitted;

    /// <summary>Whether a use can still be counted: of a case that was opened under it, whatever the day and however much is left.</summary>
    /// <returns>The ruling; refused with <c>EntitlementRevoked</c>.</returns>
    public CrmRuling CanUse() => NotRevoked();

    /// <summary>Counts a case, or hours of work on one. What goes beyond the total is counted as excess.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="amount">How much; more than zero.</param>
    /// <param name="note">Why.</param>
    /// <param name="actorId">Id of who says so.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The amount is out of its bounds, or a text is too long.</exception>
    /// <exception cref="CrmRuleException">It was revoked.</exception>
    public void Use(ServiceCaseId caseId, decimal amount, string? note, string actorId, Instant now)
    {
        CanUse().Demand();
        Guard.NotEmpty(caseId);
        Account(EntitlementEntryKind.Used, Amount(amount, nameof(amount)), caseId, note, actorId, now);
    }

    /// <summary>Whether so much can be given back.</summary>
    /// <param name="amount">How much.</param>
    /// <returns>The ruling; refused with <c>EntitlementUseExceeded</c>.</returns>
    public CrmRuling CanGiveBack(decimal amount) => amount > Used
        ? CrmRuling.Refused(e => e.EntitlementUseExceeded(Id.ToString()))
        : CrmRuling.Permitted;

    /// <summary>Takes back a use that does not count in the end.</summary>
    /// <param name="caseId">The case that had used it.</param>
    /// <param name="amount">How much; more than zero.</param>
    /// <param name="note">Why.</param>
    /// <param name="actorId">Id of who says so.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The amount is out of its bounds, or a text is too long.</exception>
    /// <exception cref="CrmRuleException">So much was not used.</exception>
    public void GiveBack(ServiceCaseId caseId, decimal amount, string? note, string actorId, Instant now)
    {
        CanGiveBack(amount).Demand();
        Guard.NotEmpty(caseId);
        Account(EntitlementEntryKind.GivenBack, Amount(amount, nameof(amount)), caseId, note, actorId, now);
    }

    private void Account(EntitlementEntryKind kind, decimal amount, ServiceCaseId caseId, string? note, string actorId, Instant now)
    {
        var before = Used;
        Used += kind == EntitlementEntryKind.Used ? amount : -amount;
        try
        {
            Write(kind, amount, caseId, note, actorId, now);
        }
        catch (ArgumentException)
        {
            Used = before;
            throw;
        }

        Raise(new EntitlementUsed(Id, CustomerId, caseId, kind, Unit, amount, Total - Used, now));
    }
}
