namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>An article out of a case still names or reaches a person.</summary>
    /// <param name="number">The case's number.</param>
    /// <param name="named">What does, with commas between.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SolutionNamesPerson(string number, string named) =>
        Error(nameof(SolutionNamesPerson), "The article out of case {0} still names or reaches a person: {1}.", "content", number, named);
}
