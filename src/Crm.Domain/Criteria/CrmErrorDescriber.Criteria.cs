namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>The JSON of criteria has another form.</summary>
    /// <param name="path">Where, as a JSON path.</param>
    /// <param name="reason">What is wrong.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CriteriaMalformed(string path, string reason) => Error(nameof(CriteriaMalformed), "The criteria cannot be read at {0}: {1}", path, path, reason);

    /// <summary>The criteria have too many parts, or too deep ones.</summary>
    /// <param name="path">Where, as a JSON path.</param>
    /// <param name="nodes">Most groups and conditions.</param>
    /// <param name="depth">Most levels.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CriteriaTooLarge(string path, int nodes, int depth) =>
        Error(nameof(CriteriaTooLarge), "The criteria are too large at {0}: at most {1} groups and conditions on {2} levels are taken.", path, path, nodes, depth);

    /// <summary>There is no such field.</summary>
    /// <param name="path">Where, as a JSON path.</param>
    /// <param name="field">The field.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CriteriaFieldUnknown(string path, string field) => Error(nameof(CriteriaFieldUnknown), "There is no field {1} (at {0}).", path, path, field);

    /// <summary>The field belongs to an area that is not in use here.</summary>
    /// <param name="path">Where, as a JSON path.</param>
    /// <param name="field">The field.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CriteriaFieldNotMapped(string path, string field) =>
        Error(nameof(CriteriaFieldNotMapped), "The field {1} (at {0}) belongs to an area that is not in use here.", path, path, field);

    /// <summary>The field does not take this operator.</summary>
    /// <param name="path">Where, as a JSON path.</param>
    /// <param name="field">The field.</param>
    /// <param name="name">The operator.</param>
    /// <param name="operators">The operators that it takes.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CriteriaOperatorNotAllowed(string path, string field, string name, string operators) =>
        Error(nameof(CriteriaOperatorNotAllowed), "The field {1} (at {0}) does not take the operator {2}, but: {3}.", path, path, field, name, operators);

    /// <summary>The value does not suit the field and the operator.</summary>
    /// <param name="path">Where, as a JSON path.</param>
    /// <param name="field">The field.</param>
    /// <param name="expected">What was expected.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CriteriaValueInvalid(string path, string field, string expected) =>
        Error(nameof(CriteriaValueInvalid), "The field {1} (at {0}) expects another value: {2}.", path, path, field, expected);

    /// <summary>Only fields over related facts take a window of days and a condition on the facts.</summary>
    /// <param name="path">Where, as a JSON path.</param>
    /// <param name="field">The field.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CriteriaWindowNotAllowed(string path, string field) =>
        Error(nameof(CriteriaWindowNotAllowed), "The field {1} (at {0}) takes neither days nor where, or not these.", path, path, field);
}
