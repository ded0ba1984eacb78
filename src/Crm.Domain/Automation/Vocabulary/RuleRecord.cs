using Crm.Domain.Criteria;
using Crm.Domain.Primitives;

namespace Crm.Domain.Automation;

/// <summary>A record that an event leads to, as conditions ask of it.</summary>
/// <param name="Subject">The record.</param>
/// <param name="Customer">The customer that it belongs to; null for none.</param>
/// <param name="Asks">Whether a condition, whose field is named without the kind, holds for it.</param>
public sealed record RuleRecord(SubjectReference Subject, SubjectReference? Customer, Func<Condition, CriteriaMoment, CancellationToken, Task<CrmResult<bool>>> Asks)
{
    /// <summary>A record whose conditions are asked in memory.</summary>
    /// <param name="subject">The record.</param>
    /// <param name="customer">The customer that it belongs to.</param>
    /// <param name="holds">Compiles a condition and asks it.</param>
    /// <returns>The record.</returns>
    internal static RuleRecord InMemory(SubjectReference subject, SubjectReference? customer, Func<Condition, CriteriaMoment, CrmResult<bool>> holds) =>
        new(subject, customer, (condition, moment, _) => Task.FromResult(holds(condition, moment)));
}
