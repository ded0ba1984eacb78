namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>The JSON of a rule has another form.</summary>
    /// <param name="path">Where, as a JSON path.</param>
    /// <param name="reason">What is wrong.</param>
    /// <returns>The error.</returns>
    public virtual CrmError RuleMalformed(string path, string reason) => Error(nameof(RuleMalformed), "The rule cannot be read at {0}: {1}", path, path, reason);

    /// <summary>There is no such event.</summary>
    /// <param name="path">Where, as a JSON path.</param>
    /// <param name="name">Its stored name.</param>
    /// <returns>The error.</returns>
    public virtual CrmError RuleEventUnknown(string path, string name) => Error(nameof(RuleEventUnknown), "There is no event {1} (at {0}).", path, path, name);

    /// <summary>The event leads to no record of this kind.</summary>
    /// <param name="path">Where, as a JSON path.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="name">Stored name of the event.</param>
    /// <returns>The error.</returns>
    public virtual CrmError RuleRecordUnknown(string path, string kind, string name) =>
        Error(nameof(RuleRecordUnknown), "The event {2} leads to no record of the kind {1} (at {0}).", path, path, kind, name);

    /// <summary>There is no such action for the event's records.</summary>
    /// <param name="path">Where, as a JSON path.</param>
    /// <param name="name">Name of the action.</param>
    /// <param name="known">The actions that there are.</param>
    /// <returns>The error.</returns>
    public virtual CrmError RuleActionUnknown(string path, string name, string known) =>
        Error(nameof(RuleActionUnknown), "There is no action {1} for this event (at {0}). There are: {2}.", path, path, name, known);

    /// <summary>An action lacks a value.</summary>
    /// <param name="path">Where, as a JSON path.</param>
    /// <param name="action">Name of the action.</param>
    /// <param name="name">Name of the value.</param>
    /// <returns>The error.</returns>
    public virtual CrmError RuleValueMissing(string path, string action, string name) => Error(nameof(RuleValueMissing), "The action {1} needs {2} (at {0}).", path, path, action, name);

    /// <summary>An action does not take a value.</summary>
    /// <param name="path">Where, as a JSON path.</param>
    /// <param name="action">Name of the action.</param>
    /// <param name="name">Name of the value.</param>
    /// <returns>The error.</returns>
    public virtual CrmError RuleValueUnknown(string path, string action, string name) => Error(nameof(RuleValueUnknown), "The action {1} takes no {2} (at {0}).", path, path, action, name);

    /// <summary>A value of an action does not suit.</summary>
    /// <param name="path">Where, as a JSON path.</param>
    /// <param name="name">Name of the value.</param>
    /// <param name="expected">What was expected.</param>
    /// <returns>The error.</returns>
    public virtual CrmError RuleValueInvalid(string path, string name, string expected) =>
        Error(nameof(RuleValueInvalid), "The value of {1} (at {0}) does not suit: {2} was expected.", path, path, name, expected);

    /// <summary>The host has no such handler.</summary>
    /// <param name="path">Where, as a JSON path.</param>
    /// <param name="handler">Its key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError RuleHandlerUnknown(string path, string handler) => Error(nameof(RuleHandlerUnknown), "There is no handler {1} (at {0}).", path, path, handler);

    /// <summary>There is no such rule.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError RuleNotFound(string key) => Error(nameof(RuleNotFound), "There is no rule {0}.", "rule", key);

    /// <summary>Another rule has this key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError RuleKeyTaken(string key) => Error(nameof(RuleKeyTaken), "There is a rule {0} already.", "key", key);

    /// <summary>The rule is written in code and cannot be changed here.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError RuleIsCode(string key) => Error(nameof(RuleIsCode), "The rule {0} is written in code and cannot be changed here.", "rule", key);

    /// <summary>The rule is on.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError RuleAlreadyEnabled(string key) => Error(nameof(RuleAlreadyEnabled), "The rule {0} is on already.", "rule", key);

    /// <summary>The rule is off.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError RuleAlreadyDisabled(string key) => Error(nameof(RuleAlreadyDisabled), "The rule {0} is off already.", "rule", key);

    /// <summary>What a rule does triggers it again. It runs once in a chain, and the repetition is refused.</summary>
    /// <param name="chain">The keys of the rules on the way.</param>
    /// <returns>The warning.</returns>
    public virtual CrmError RuleTriggersItself(string chain) => Error(nameof(RuleTriggersItself), "What the rule does triggers it again: {0}.", "actions", chain);

    /// <summary>A rule was about to run a second time in one chain of rules.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError RuleFiredInChain(string key) => Error(nameof(RuleFiredInChain), "The rule {0} has led to this event itself.", "rule", key);

    /// <summary>Too many rules follow from each other.</summary>
    /// <param name="key">Key of the rule that would be next.</param>
    /// <param name="depth">How many have run.</param>
    /// <returns>The error.</returns>
    public virtual CrmError RuleChainTooDeep(string key, int depth) => Error(nameof(RuleChainTooDeep), "{1} rules have led to this event, so the rule {0} does not run.", "rule", key, depth);

    /// <summary>The event leads to no record that the action could change.</summary>
    /// <param name="action">Name of the action.</param>
    /// <param name="kind">The kind of record.</param>
    /// <returns>The error.</returns>
    public virtual CrmError RuleRecordMissing(string action, string kind) => Error(nameof(RuleRecordMissing), "There is no record of the kind {1} for the action {0}.", "record", action, kind);

    /// <summary>There is no such run.</summary>
    /// <param name="key">Rule and event.</param>
    /// <returns>The error.</returns>
    public virtual CrmError RuleRunNotFound(string key) => Error(nameof(RuleRunNotFound), "There is no run {0}.", "run", key);

    /// <summary>Only parked runs are replayed.</summary>
    /// <param name="key">Rule and event.</param>
    /// <returns>The error.</returns>
    public virtual CrmError RuleRunNotParked(string key) => Error(nameof(RuleRunNotParked), "The run {0} is not parked.", "run", key);

    /// <summary>There is no such process.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="known">Those that there are.</param>
    /// <returns>The error.</returns>
    public virtual CrmError LeadTimeProcessUnknown(string name, string known) =>
        Error(nameof(LeadTimeProcessUnknown), "There is no process {0}. There are: {1}.", "process", name, known);

    /// <summary>The stored event is not kept any more.</summary>
    /// <param name="key">The event.</param>
    /// <returns>The error.</returns>
    public virtual CrmError StoredEventGone(string key) => Error(nameof(StoredEventGone), "The event {0} is not kept any more.", "event", key);
}
