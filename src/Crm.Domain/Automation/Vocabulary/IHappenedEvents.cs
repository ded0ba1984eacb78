using Crm.Domain.Criteria;
using Crm.Domain.Primitives;

namespace Crm.Domain.Automation;

/// <summary>Stored events for areas that wait for them: what can be asked of their values, and which customer they lead to.</summary>
internal interface IHappenedEvents
{
    bool Knows(string name);

    bool LeadsToCustomer(string name);

    IReadOnlyList<CrmError> Check(string name, Criterion where, CriteriaMoment moment);

    /// <summary>Reads an event; null when there is no such event, or it is about no customer that is known.</summary>
    Task<CustomerEvent?> ReadAsync(HappenedEvent happened, CriteriaMoment moment, CancellationToken cancellationToken);
}
