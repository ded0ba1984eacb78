using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using NodaTime;

namespace Crm.Domain.Partners;

public sealed partial class DealRegistration
{
    /// <summary>Most approvers of one decision.</summary>
    public const int MaxApprovers = 20;

    private readonly List<DealApproval> _approvals = [];
    private readonly List<DealClaim> _claims = [];

    /// <summary>When it was approved.</summary>
    public Instant? ApprovedAt { get; private set; }

    /// <summary>When its exclusive right ends; null unless it is approved.</summary>
    public Instant? DueAt { get; private set; }

    /// <summary>Through which day the partner wants its exclusive right to last instead; null where it does not, or that is decided.</summary>
    public LocalDate? ExtensionThrough { get; private set; }

    /// <summary>The opportunity that it became.</summary>
    public OpportunityId? OpportunityId { get; private set; }

    /// <summary>Those who decide or decided, in their order.</summary>
    public IReadOnlyList<DealApproval> Approvals => [.. _approvals.OrderBy(a => a.Step)];

    /// <summary>What is the partner's alone; nothing unless it is approved.</summary>
    public IReadOnlyList<DealClaim> Claims => _claims;

    /// <summary>Who decides next; null where nobody does.</summary>
    public string? NextApproverId => Next?.ApproverId;

    private DealApproval? Next => _approvals.Where(a => a.DecidedAt is null).MinBy(a => a.Step);

    /// <summary>Whether approvers can be asked: for it, or for its extension.</summary>
    /// <returns>The ruling; refused with <c>DealTransitionNotAllowed</c> unless it is under review or an extension is wanted, <c>DealCustomerUnknown</c>, <c>DealApprovalPending</c>.</returns>
    public CrmRuling CanRequestApproval() => Next is not null ? CrmRuling.Refused(e => e.DealApprovalPending())
        : Status == DealRegistrationStatus.Approved && ExtensionThrough is not null ? CrmRuling.Permitted
        : While(DealRegistrationStatus.PendingApproval, DealRegistrationStatus.UnderReview).Then(CustomerId is null ? CrmRuling.Refused(e => e.DealCustomerUnknown()) : CrmRuling.Permitted);

    /// <summary>Asks approvers, who decide one after the other; one refusal is enough.</summary>
    /// <param name="approvers">The approvers, in their order; 1 to <see cref="MaxApprovers"/>, each once.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not under review, its customer is not known, or approvers are asked already.</exception>
    /// <exception cref="ArgumentException">There is no approver, there are too many, or one is named twice.</exception>
    public void RequestApproval(IReadOnlyList<string> approvers, Instant now)
    {
        CanRequestApproval().Demand();
        ArgumentNullException.ThrowIfNull(approvers);
        List<string> asked = [.. approvers.Select(a => Guard.Line(a, Actor.MaxIdLength, nameof(approvers)))];
        if (asked.Count is 0 or > MaxApprovers || asked.Distinct(StringComparer.Ordinal).Count() < asked.Count)
        {
            throw new ArgumentException($"1 to {MaxApprovers} approvers decide, each once.", nameof(approvers));
        }

        var (step, isExtension) = (_approvals.Count, Status == DealRegistrationStatus.Approved);
        _approvals.AddRange(asked.Select(a => new DealApproval(++step, isExtension, a)).ToList());
        Status = isExtension ? Status : DealRegistrationStatus.PendingApproval;
        Raise(new DealApprovalRequested(Id, PartnerId, asked[0], isExtension, now));
    }

    /// <summary>Whether an approver can decide.</summary>
    /// <param name="approverId">The approver.</param>
    /// <returns>The ruling; refused with <c>DealApprovalMissing</c> where nobody is asked, <c>DealApproverWrong</c> where it is somebody else's turn.</returns>
    public CrmRuling CanDecide(string approverId) => Next is not { } next ? CrmRuling.Refused(e => e.DealApprovalMissing())
        : next.ApproverId != approverId ? CrmRuling.Refused(e => e.DealApproverWrong(approverId)) : CrmRuling.Permitted;

    /// <summary>
    /// An approver approves. When the last one does, the deal is the partner's alone through the last day of its period, or of its longer period.
    /// Whether others stand against that is asked before; see <see cref="DealApprovals"/>.
    /// </summary>
    /// <param name="approverId">The approver.</param>
    /// <param name="dueAt">When the day after the last one begins.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not the approver's turn, or the period is over.</exception>
    public void Approve(string approverId, Instant dueAt, Instant now)
    {
        CanApprove(approverId, dueAt, now).Demand();
        var step = Next!;
        step.Decide(true, null, now);
        if (Next is { } further)
        {
            Raise(new DealStepApproved(Id, PartnerId, step.ApproverId, further.ApproverId, now));
            return;
        }

        if (step.IsExtension)
        {
            Through = ExtensionThrough!.Value;
        }

        (Status, ApprovedAt, DueAt, ExtensionThrough) = (DealRegistrationStatus.Approved, ApprovedAt ?? now, Guard.Storable(dueAt), null);
        Claim();
        Raise(new DealApproved(Id, PartnerId, CustomerId!.Value, Through, step.IsExtension, now));
    }

    /// <summary>Whether an approver can approve.</summary>
    /// <param name="approverId">The approver.</param>
    /// <param name="dueAt">When the day after the last one begins.</param>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>DealApprovalMissing</c>, <c>DealApproverWrong</c>, <c>DealPeriodOver</c>.</returns>
    public CrmRuling CanApprove(string approverId, Instant dueAt, Instant now) => CanDecide(approverId).Then(dueAt > now ? CrmRuling.Permitted : CrmRuling.Refused(e => e.DealPeriodOver()));

    /// <summary>An approver refuses: the registration is rejected; of an approved one, the period stays as it is.</summary>
    /// <param name="approverId">The approver.</param>
    /// <param name="reason">Why; the partner reads it.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not the approver's turn.</exception>
    /// <exception cref="ArgumentException">The reason is empty or too long.</exception>
    public void Refuse(string approverId, string reason, Instant now)
    {
        CanDecide(approverId).Demand();
        var words = Guard.Line(reason, MaxReasonLength);
        var step = Next!;
        step.Decide(false, words, now);
        Reason = words;
        if (!step.IsExtension)
        {
            Close(DealRegistrationStatus.Rejected, now);
            Raise(new DealRejected(Id, PartnerId, step.ApproverId, words, now));
            return;
        }

        foreach (var open in _approvals.Where(a => a.DecidedAt is null))
        {
            open.Decide(null, null, now);
        }

        ExtensionThrough = null;
        Raise(new DealExtensionRefused(Id, PartnerId, step.ApproverId, words, now));
    }

    /// <summary>Whether a longer period can be asked for.</summary>
    /// <returns>The ruling; refused with <c>DealTransitionNotAllowed</c> unless it is approved, <c>DealApprovalPending</c> where one was asked for.</returns>
    public CrmRuling CanAskExtension() => While(DealRegistrationStatus.Approved, DealRegistrationStatus.Approved)
        .Then(ExtensionThrough is null ? CrmRuling.Permitted : CrmRuling.Refused(e => e.DealApprovalPending()));

    /// <summary>Asks for a longer period, which is to be approved.</summary>
    /// <param name="through">The last day of the longer period, at most 24 months after the first.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not approved, or a longer period was asked for.</exception>
    /// <exception cref="ArgumentException">The period does not become longer, or too long.</exception>
    public void AskExtension(LocalDate through, Instant now)
    {
        CanAskExtension().Demand();
        var day = Guard.Storable(through);
        ExtensionThrough = day > Through && IsPeriod(From, day) ? day : throw new ArgumentException($"The period becomes longer, and has at most {MaxMonths} months.", nameof(through));
        Raise(new DealExtensionAsked(Id, PartnerId, day, now));
    }

    /// <summary>Whether its exclusive right is over by the clock.</summary>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>DealTransitionNotAllowed</c> unless it is approved, <c>DealStillExclusive</c> while it holds.</returns>
    public CrmRuling CanExpire(Instant now) => While(DealRegistrationStatus.Expired, DealRegistrationStatus.Approved)
        .Then(now < DueAt ? CrmRuling.Refused(e => e.DealStillExclusive()) : CrmRuling.Permitted);

    /// <summary>Its period is over: the deal is back on the market.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not approved, or its period is not over.</exception>
    public void Expire(Instant now)
    {
        CanExpire(now).Demand();
        Close(DealRegistrationStatus.Expired, now);
        Raise(new DealExpired(Id, PartnerId, now));
    }

    /// <summary>Whether it can become an opportunity.</summary>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>DealTransitionNotAllowed</c> unless it is approved, <c>DealPeriodOver</c> after its period.</returns>
    public CrmRuling CanConvert(Instant now) => While(DealRegistrationStatus.Converted, DealRegistrationStatus.Approved)
        .Then(now < DueAt ? CrmRuling.Permitted : CrmRuling.Refused(e => e.DealPeriodOver()));

    /// <summary>Becomes an opportunity, which from now on keeps others from the deal.</summary>
    /// <param name="opportunityId">The opportunity.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not approved, or its period is over.</exception>
    public void Convert(OpportunityId opportunityId, Instant now)
    {
        CanConvert(now).Demand();
        OpportunityId = Guard.NotEmpty(opportunityId);
        Close(DealRegistrationStatus.Converted, now);
        Raise(new DealConverted(Id, PartnerId, opportunityId, now));
    }

    /// <summary>Whether two registrations are about the same customer, a same product and a same month.</summary>
    /// <param name="other">The other.</param>
    /// <returns>True when they are.</returns>
    public bool Overlaps(DealRegistration other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return CustomerId is not null && CustomerId == other.CustomerId && _lines.Exists(l => other._lines.Exists(o => o.Sku == l.Sku))
            && MonthOf(From) <= MonthOf(other.Through) && MonthOf(other.From) <= MonthOf(ExtensionThrough ?? Through);
    }

    private void Claim()
    {
        foreach (var month in MonthsOf(From, Through))
        {
            _claims.AddRange(_lines.Where(l => !_claims.Exists(c => c.Sku == l.Sku && c.Month == month)).Select(l => new DealClaim(CustomerId!.Value, l.Sku, month)).ToList());
        }
    }
}
