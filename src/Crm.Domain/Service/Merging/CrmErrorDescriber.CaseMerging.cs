namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>The case was merged into another and no longer changes.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CaseMerged(string number) => Error(nameof(CaseMerged), "Case {0} was merged into another one. Change that one.", "case", number);

    /// <summary>A case cannot be merged into itself, nor into one that ends in it.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CaseMergedWithItself(string number) => Error(nameof(CaseMergedWithItself), "Case {0} cannot be merged with itself.", "case", number);

    /// <summary>Cases of different customers are not merged, or one would read what the other wrote.</summary>
    /// <param name="number">Number of the one.</param>
    /// <param name="other">Number of the other.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CaseCustomersDiffer(string number, string other) =>
        Error(nameof(CaseCustomersDiffer), "Cases {0} and {1} are of different customers and cannot be merged.", "case", number, other);

    /// <summary>A case was not merged into the one that is to go on for it.</summary>
    /// <param name="number">Number of the one that should have ended.</param>
    /// <param name="other">Number of the one that should go on.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CaseNotMerged(string number, string other) => Error(nameof(CaseNotMerged), "Case {0} was not merged into {1}.", "case", number, other);
}
