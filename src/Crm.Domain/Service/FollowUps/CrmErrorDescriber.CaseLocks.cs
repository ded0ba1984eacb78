namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>The case still needs work.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CaseNotSettled(string number) => Error(nameof(CaseNotSettled), "Case {0} is neither resolved nor closed.", "case", number);

    /// <summary>The case takes no more messages of its customer.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CaseLocked(string number) => Error(nameof(CaseLocked), "Case {0} takes no more messages of its customer.", "case", number);
}
