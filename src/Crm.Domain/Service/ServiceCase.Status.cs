using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

public sealed partial class ServiceCase
{
    /// <summary>The statuses that may follow now.</summary>
    public IReadOnlyList<CaseStatus> PermittedTransitions => CaseTransitions.From(Status);

    /// <summary>Whether an agent can take or be given the case.</summary>
    /// <returns>The ruling; refused with <c>CaseMerged</c>, <c>CaseClosed</c>.</returns>
    public CrmRuling CanAssign() => CanReply();

    /// <summary>Gives the case to an agent; a new case is open from then on.</summary>
    /// <param name="agentId">The agent; null puts it back.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The case is closed, or was merged into another.</exception>
    public void Assign(string? agentId, Instant now)
    {
        CanAssign().Demand();
        AssigneeId = Guard.OptionalLine(agentId, 100);
        if (AssigneeId is not null && Status == CaseStatus.New)
        {
            Status = CaseStatus.Open;
        }

        Happened(new CaseAssigned(Id, Number, CustomerId, AssigneeId, now));
    }

    /// <summary>Whether the case can be made more or less urgent.</summary>
    /// <returns>The ruling; refused with <c>CaseMerged</c>, <c>CaseClosed</c>.</returns>
    public CrmRuling CanPrioritise() => CanReply();

    /// <summary>Sets how urgent the case is.</summary>
    /// <param name="priority">The priority.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The case is closed, or was merged into another.</exception>
    public void Prioritise(CasePriority priority, Instant now)
    {
        CanPrioritise().Demand();
        Priority = Guard.Defined(priority);
        Happened(new CasePriorityChanged(Id, Number, CustomerId, priority, now));
    }

    /// <summary>Whether the case can wait for the customer.</summary>
    /// <returns>The ruling; refused with <c>CaseTransitionNotAllowed</c>.</returns>
    public CrmRuling CanWait() => CanMoveTo(CaseStatus.WaitingOnCustomer);

    /// <summary>Waits for the customer.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The status does not allow it.</exception>
    public void Wait(Instant now)
    {
        CanWait().Demand();
        Move(CaseStatus.WaitingOnCustomer, now);
    }

    /// <summary>Whether a solution can be given.</summary>
    /// <returns>The ruling; refused with <c>CaseTransitionNotAllowed</c>.</returns>
    public CrmRuling CanResolve() => CanMoveTo(CaseStatus.Resolved);

    /// <summary>Gives the solution.</summary>
    /// <param name="solution">The solution; not empty.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException"><paramref name="solution"/> is empty or too long.</exception>
    /// <exception cref="CrmRuleException">The status does not allow it.</exception>
    public void Resolve(string solution, Instant now)
    {
        CanResolve().Demand();
        ArgumentException.ThrowIfNullOrWhiteSpace(solution);
        Solution = Guard.Text(solution, MaxMessageLength);
        ResolvedAt = now;
        Move(CaseStatus.Resolved, now);
    }

    /// <summary>Whether the case can be closed.</summary>
    /// <returns>The ruling; refused with <c>CaseTransitionNotAllowed</c>.</returns>
    public CrmRuling CanClose() => CanMoveTo(CaseStatus.Closed);

    /// <summary>Closes a resolved case.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The status does not allow it.</exception>
    public void Close(Instant now)
    {
        CanClose().Demand();
        ClosedAt = now;
        Move(CaseStatus.Closed, now);
    }

    /// <summary>Whether the case can be reopened.</summary>
    /// <returns>The ruling; refused with <c>CaseMerged</c>, <c>CaseNotResolved</c>.</returns>
    public CrmRuling CanReopen() => CanChange().Then(Status is CaseStatus.Resolved or CaseStatus.Closed
        ? CrmRuling.Permitted
        : CrmRuling.Refused(e => e.CaseNotResolved(Number.Value, e.NameOf(Status))));

    /// <summary>Opens a resolved or closed case again; the solution that did not hold stays readable.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The case is neither resolved nor closed, or was merged into another.</exception>
    public void Reopen(Instant now)
    {
        CanReopen().Demand();
        ResolvedAt = ClosedAt = null;
        Move(CaseStatus.Open, now);
    }

    private CrmRuling CanMoveTo(CaseStatus next) => CaseTransitions.Allows(Status, next)
        ? CrmRuling.Permitted
        : CrmRuling.Refused(e => e.CaseTransitionNotAllowed(Number.Value, e.NameOf(Status), e.NameOf(next)));

    private void Move(CaseStatus next, Instant now)
    {
        var before = Status;
        Status = next;
        Happened(new CaseStatusChanged(Id, Number, CustomerId, OrganisationId, before, next, now));
    }
}
