namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>There is no such statement of a customer.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError StatementNotFound(string key) => Error(nameof(StatementNotFound), "There is no statement {0}.", "statement", key);

    /// <summary>A statement of this kind does not go from one status to the other.</summary>
    /// <param name="kind">Name of its kind.</param>
    /// <param name="from">Name of its status.</param>
    /// <param name="to">Name of the wanted status.</param>
    /// <returns>The error.</returns>
    public virtual CrmError StatementTransitionNotAllowed(string kind, string from, string to) =>
        Error(nameof(StatementTransitionNotAllowed), "A statement of this kind ({0}) cannot go from {1} to {2}.", "statement", kind, from, to);

    /// <summary>The customer took no part in the interaction.</summary>
    /// <param name="key">The interaction.</param>
    /// <returns>The error.</returns>
    public virtual CrmError InteractionOfOthers(string key) => Error(nameof(InteractionOfOthers), "The customer took no part in interaction {0}.", "interaction", key);
}
