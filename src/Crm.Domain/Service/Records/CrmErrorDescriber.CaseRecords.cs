namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>It is noted already that the customer had read this knowledge item.</summary>
    /// <param name="number">The case's number.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CaseArticleAlreadyViewed(string number) =>
        Error(nameof(CaseArticleAlreadyViewed), "It is noted in case {0} already that the customer had read this.", "knowledgeItem", number);

    /// <summary>A case is not its own parent, nor related to itself.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CaseRelatedToItself(string number) => Error(nameof(CaseRelatedToItself), "Case {0} cannot be linked with itself.", "case", number);

    /// <summary>The case is part of another, so it can neither join a second one nor have parts.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CaseHasParent(string number) => Error(nameof(CaseHasParent), "Case {0} is part of another one already.", "parent", number);

    /// <summary>The case has parts, so it cannot be part of another.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CaseHasChildren(string number) => Error(nameof(CaseHasChildren), "Other cases are part of case {0}, so it cannot be part of another one.", "parent", number);

    /// <summary>The case is part of no other.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CaseHasNoParent(string number) => Error(nameof(CaseHasNoParent), "Case {0} is not part of that case.", "parent", number);

    /// <summary>The case has no parts.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CaseHasNoChildren(string number) => Error(nameof(CaseHasNoChildren), "No case is part of case {0}.", "parent", number);

    /// <summary>The cases are related already.</summary>
    /// <param name="number">Number of the one.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CaseAlreadyRelated(string number) => Error(nameof(CaseAlreadyRelated), "Case {0} is related to that case already.", "related", number);

    /// <summary>The cases are not related.</summary>
    /// <param name="number">Number of the one.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CaseNotRelated(string number) => Error(nameof(CaseNotRelated), "Case {0} is not related to that case.", "related", number);

    /// <summary>A case has as many related cases as it can have.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="most">How many it can have.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CaseRelationsFull(string number, int most) => Error(nameof(CaseRelationsFull), "Case {0} is related to {1} cases, and no more are possible.", "related", number, most);

    /// <summary>The case has no such message.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CaseMessageNotFound(string number) => Error(nameof(CaseMessageNotFound), "Case {0} has no such message.", "message", number);

    /// <summary>Nothing would be left of a case that is split at its first message.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CaseSplitAtFirstMessage(string number) =>
        Error(nameof(CaseSplitAtFirstMessage), "Case {0} cannot be split at its first message: nothing would be left of it.", "message", number);

    /// <summary>The customer is not silent in this case, or not yet for long enough.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CaseNotSilent(string number) => Error(nameof(CaseNotSilent), "In case {0} the customer is not silent for long enough.", "case", number);
}
