namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>The customer is probably recorded already.</summary>
    /// <param name="name">The name of the recorded customer.</param>
    /// <param name="percent">How probable it is.</param>
    /// <param name="candidate">The id of the recorded customer.</param>
    /// <returns>The error; its target is the id.</returns>
    public virtual CrmError DuplicateFound(string name, int percent, string candidate) =>
        Error(nameof(DuplicateFound), "{0} is probably the same customer ({1} %).", candidate, name, percent);

    /// <summary>The customer is probably recorded already, as somebody whom the actor may not read.</summary>
    /// <param name="count">How many such customers there are.</param>
    /// <returns>The error.</returns>
    public virtual CrmError DuplicateHidden(int count) =>
        Error(nameof(DuplicateHidden), "Customers that you may not see are probably the same ({0}).", "customer", count);

    /// <summary>There is no such pair of duplicates.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError DuplicatePairNotFound(string key) => Error(nameof(DuplicatePairNotFound), "There is no pair of duplicates {0}.", "pair", key);

    /// <summary>Somebody decided about the pair before.</summary>
    /// <param name="key">The pair.</param>
    /// <returns>The error.</returns>
    public virtual CrmError DuplicatePairDecided(string key) => Error(nameof(DuplicatePairDecided), "Somebody said before that the pair {0} is no duplicate.", "pair", key);

    /// <summary>Nobody decided about the pair yet.</summary>
    /// <param name="key">The pair.</param>
    /// <returns>The error.</returns>
    public virtual CrmError DuplicatePairOpen(string key) => Error(nameof(DuplicatePairOpen), "The pair {0} is still open.", "pair", key);

    /// <summary>The scan is finished.</summary>
    /// <param name="key">The scan.</param>
    /// <returns>The error.</returns>
    public virtual CrmError DuplicateScanOver(string key) => Error(nameof(DuplicateScanOver), "The scan {0} is finished.", "scan", key);

    /// <summary>The rules of duplicates are no JSON.</summary>
    /// <param name="line">The line where reading stopped, from 1.</param>
    /// <returns>The error.</returns>
    public virtual CrmError DuplicateRulesUnreadable(int line) =>
        Error(nameof(DuplicateRulesUnreadable), "The rules of duplicates are no valid JSON; see line {0}.", "rules", line);

    /// <summary>There is no such rule of duplicates.</summary>
    /// <param name="rule">Where it stands, such as <c>fields.shoeSize</c>.</param>
    /// <returns>The error.</returns>
    public virtual CrmError DuplicateRuleUnknown(string rule) => Error(nameof(DuplicateRuleUnknown), "There is no rule of duplicates {0}.", rule, rule);

    /// <summary>A rule of duplicates has a value that makes no sense.</summary>
    /// <param name="rule">Where it stands, such as <c>fields.email.frequency</c>.</param>
    /// <param name="value">The value.</param>
    /// <param name="expected">What it can be.</param>
    /// <returns>The error.</returns>
    public virtual CrmError DuplicateRuleInvalid(string rule, string value, string expected) =>
        Error(nameof(DuplicateRuleInvalid), "The rule of duplicates {0} cannot be {1}; it can be {2}.", rule, rule, value, expected);
}
