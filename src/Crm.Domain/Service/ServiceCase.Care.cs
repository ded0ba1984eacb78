using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

public sealed partial class ServiceCase
{
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
        if (AssigneeId is not null)
        {
            Begin(now);
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
        SetPriority(Guard.Defined(priority));
        Happened(new CasePriorityChanged(Id, Number, CustomerId, priority, now));
    }

    private void Begin(Instant now)
    {
        if (Status == CaseStatus.New)
        {
            Stand(CaseStatus.Open, CaseCategory.Open, now);
        }
    }
}
