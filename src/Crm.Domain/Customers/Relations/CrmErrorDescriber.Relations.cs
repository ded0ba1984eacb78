using System.Globalization;

namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>The act is for organisations, and this is a person.</summary>
    /// <param name="key">The customer.</param>
    /// <returns>The error.</returns>
    public virtual CrmError NotAnOrganisation(string key) => Error(nameof(NotAnOrganisation), "Customer {0} is not an organisation.", "customer", key);

    /// <summary>The person is an active member of this organisation already.</summary>
    /// <param name="key">The organisation.</param>
    /// <returns>The error.</returns>
    public virtual CrmError MembershipAlreadyActive(string key) =>
        Error(nameof(MembershipAlreadyActive), "The person is a member of organisation {0} already.", "organisation", key);

    /// <summary>The person has no such membership.</summary>
    /// <param name="key">The membership.</param>
    /// <returns>The error.</returns>
    public virtual CrmError MembershipNotFound(string key) => Error(nameof(MembershipNotFound), "The person has no membership {0}.", "membership", key);

    /// <summary>The membership ended.</summary>
    /// <param name="key">The membership.</param>
    /// <returns>The error.</returns>
    public virtual CrmError MembershipNotActive(string key) => Error(nameof(MembershipNotActive), "Membership {0} has ended.", "membership", key);

    /// <summary>A membership's last day lies before its first.</summary>
    /// <param name="key">The membership.</param>
    /// <returns>The error.</returns>
    public virtual CrmError MembershipEndsBeforeItBegins(string key) =>
        Error(nameof(MembershipEndsBeforeItBegins), "Membership {0} cannot end before it begins.", "until", key);

    /// <summary>The organisation would lie above itself.</summary>
    /// <param name="key">The organisation.</param>
    /// <returns>The error.</returns>
    public virtual CrmError OrganisationCycle(string key) => Error(nameof(OrganisationCycle), "Organisation {0} would belong to itself.", "parent", key);

    /// <summary>The tree would have more levels than one may have.</summary>
    /// <param name="levels">How many it may have.</param>
    /// <returns>The error.</returns>
    public virtual CrmError OrganisationTreeTooDeep(int levels) =>
        Error(nameof(OrganisationTreeTooDeep), "An organisation tree has at most {0} levels.", "parent", levels.ToString(CultureInfo.CurrentCulture));
}
