namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>There is no such partner.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PartnerNotFound(string key) => Error(nameof(PartnerNotFound), "There is no partner {0}.", "partner", key);

    /// <summary>A person cannot be a partner.</summary>
    /// <param name="name">What it is called.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PartnerNotAnOrganisation(string name) =>
        Error(nameof(PartnerNotAnOrganisation), "{0} is a person. Partners are organisations.", "customer", name);

    /// <summary>The organisation is a partner already.</summary>
    /// <param name="name">What it is called.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PartnerAlreadyRegistered(string name) => Error(nameof(PartnerAlreadyRegistered), "{0} is a partner already.", "customer", name);

    /// <summary>Another partner has the name.</summary>
    /// <param name="name">What it is called.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PartnerNameTaken(string name) => Error(nameof(PartnerNameTaken), "There is a partner {0} already.", "name", name);

    /// <summary>The partner is active.</summary>
    /// <param name="name">What it is called.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PartnerActive(string name) => Error(nameof(PartnerActive), "Partner {0} is active.", "partner", name);

    /// <summary>The partner is not active, or its validity is over or has not begun.</summary>
    /// <param name="name">What it is called.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PartnerInactive(string name) => Error(nameof(PartnerInactive), "Partner {0} is not active.", "partner", name);

    /// <summary>There is no such tier.</summary>
    /// <param name="tier">Key of the tier.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PartnerTierUnknown(string tier) => Error(nameof(PartnerTierUnknown), "There is no tier {0}.", "tier", tier);

    /// <summary>A later change of the tier is known.</summary>
    /// <param name="name">What it is called.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PartnerTierInPast(string name) =>
        Error(nameof(PartnerTierInPast), "The tier of {0} changes later already. What was true stays true.", "from", name);

    /// <summary>The partner has as many accounts as it can have.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="most">How many.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PartnerAccountsFull(string name, int most) => Error(nameof(PartnerAccountsFull), "{0} has {1} accounts already.", "partner", name, most);

    /// <summary>The partner has no such account, or it ended.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PartnerAccountNotFound(string key) => Error(nameof(PartnerAccountNotFound), "There is no account {0}.", "account", key);

    /// <summary>The token opens no invitation.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError PartnerTokenUnknown() => Error(nameof(PartnerTokenUnknown), "This invitation cannot be accepted.", "token");

    /// <summary>The principal has an account with a partner already.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError PartnerPrincipalTaken() => Error(nameof(PartnerPrincipalTaken), "You have an account with a partner already.", "principalId");

    /// <summary>Partners do not change this field.</summary>
    /// <param name="field">Name of the field.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PartnerFieldClosed(string field) => Error(nameof(PartnerFieldClosed), "Partners do not change this: {0}.", "field", field);
}
