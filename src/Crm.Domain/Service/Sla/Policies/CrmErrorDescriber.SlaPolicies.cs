namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>There is no such policy.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SlaPolicyNotFound(string key) => Error(nameof(SlaPolicyNotFound), "There is no service level policy {0}.", "policy", key);

    /// <summary>Another policy has the name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SlaPolicyNameTaken(string name) => Error(nameof(SlaPolicyNameTaken), "There is a service level policy {0} already.", "name", name);

    /// <summary>There are as many policies as there can be.</summary>
    /// <param name="most">How many.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SlaPoliciesTooMany(int most) => Error(nameof(SlaPoliciesTooMany), "There are {0} service level policies already.", "policy", most);

    /// <summary>The policy has as many versions as it can have.</summary>
    /// <param name="name">The policy.</param>
    /// <param name="most">How many.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SlaPolicyFull(string name, int most) => Error(nameof(SlaPolicyFull), "Policy {0} has {1} versions already.", "policy", name, most);

    /// <summary>The policy is the default one.</summary>
    /// <param name="name">The policy.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SlaPolicyIsDefault(string name) => Error(nameof(SlaPolicyIsDefault), "Policy {0} is the default one.", "policy", name);

    /// <summary>The policy is not the default one.</summary>
    /// <param name="name">The policy.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SlaPolicyIsNotDefault(string name) => Error(nameof(SlaPolicyIsNotDefault), "Policy {0} is not the default one.", "policy", name);

    /// <summary>The policy is retired.</summary>
    /// <param name="name">The policy.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SlaPolicyRetired(string name) => Error(nameof(SlaPolicyRetired), "Policy {0} is retired.", "policy", name);

    /// <summary>The policy is not retired.</summary>
    /// <param name="name">The policy.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SlaPolicyNotRetired(string name) => Error(nameof(SlaPolicyNotRetired), "Policy {0} is not retired.", "policy", name);

    /// <summary>A policy does not say what it promises for a priority.</summary>
    /// <param name="priority">Name of the priority.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SlaPolicyPriorityMissing(string priority) =>
        Error(nameof(SlaPolicyPriorityMissing), "A policy says for every priority what it promises, even if it is nothing; this one is missing: {0}.", "targets", priority);

    /// <summary>The first answer could be due after the solution.</summary>
    /// <param name="priority">Name of the priority.</param>
    /// <param name="response">The time of the first answer.</param>
    /// <param name="resolution">The time of the solution.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SlaResponseAfterResolution(string priority, string response, string resolution) =>
        Error(nameof(SlaResponseAfterResolution), "{0}: the first answer ({1}) may not take longer than the solution ({2}).", "targets", priority, response, resolution);

    /// <summary>Two levels of escalation have one name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The error.</returns>
    public virtual CrmError EscalationLevelRepeated(string name) => Error(nameof(EscalationLevelRepeated), "There are two levels of escalation named {0}.", "levels", name);

    /// <summary>A new order does not name every policy once.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError SlaPolicyOrderIncomplete() => Error(nameof(SlaPolicyOrderIncomplete), "A new order names every policy that is not retired, each once.", "order");
}
