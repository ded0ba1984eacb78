using Crm.Domain.Criteria;
using Crm.Domain.Primitives;

namespace Crm.Domain.Automation;

/// <summary>The records of one kind as rules see them: what conditions may ask of them. A scoped service of the area that keeps them.</summary>
public interface IRuleSubject
{
    /// <summary>The kind; see <see cref="SubjectKinds"/>. Fields in conditions begin with it and a dot.</summary>
    string Kind { get; }

    /// <summary>The type of the records' ids, by which events name them.</summary>
    Type IdType { get; }

    /// <summary>Whether a record leads to a customer, of whom conditions may ask as well.</summary>
    bool LeadsToCustomer { get; }

    /// <summary>Checks one condition.</summary>
    /// <param name="condition">The condition; its field is named without the kind.</param>
    /// <param name="moment">When it is asked.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <returns>What is wrong, with paths that begin with <c>$</c>; empty when nothing is.</returns>
    Task<IReadOnlyList<CrmError>> CheckAsync(Condition condition, CriteriaMoment moment, CancellationToken cancellationToken);

    /// <summary>Finds a record.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The record; null when there is none any more.</returns>
    Task<RuleRecord?> FindAsync(Guid id, CancellationToken cancellationToken);
}
