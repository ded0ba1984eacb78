namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>No such status of cases is registered.</summary>
    /// <param name="status">The status.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CaseStatusUnknown(string status) => Error(nameof(CaseStatusUnknown), "Cases have no status {0}.", "status", status);

    /// <summary>A case is resolved by a solution, and none was given.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CaseSolutionMissing(string number) => Error(nameof(CaseSolutionMissing), "Case {0} cannot be resolved without a solution.", "solution", number);
}
