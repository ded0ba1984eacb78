namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>There is no such entitlement.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError EntitlementNotFound(string key) => Error(nameof(EntitlementNotFound), "There is no entitlement {0}.", "entitlement", key);

    /// <summary>The entitlement is another customer's.</summary>
    /// <param name="key">The entitlement.</param>
    /// <returns>The error.</returns>
    public virtual CrmError EntitlementForOtherCustomer(string key) =>
        Error(nameof(EntitlementForOtherCustomer), "Entitlement {0} belongs to another customer.", "entitlement", key);

    /// <summary>The entitlement is for another product.</summary>
    /// <param name="key">The entitlement.</param>
    /// <param name="sku">The product that it is for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError EntitlementForOtherProduct(string key, string sku) =>
        Error(nameof(EntitlementForOtherProduct), "Entitlement {0} is for product {1} alone.", "entitlement", key, sku);

    /// <summary>The day is outside the entitlement's period.</summary>
    /// <param name="key">The entitlement.</param>
    /// <param name="from">Its first day.</param>
    /// <param name="until">Its last day.</param>
    /// <returns>The error.</returns>
    public virtual CrmError EntitlementNotValid(string key, string from, string until) =>
        Error(nameof(EntitlementNotValid), "Entitlement {0} is valid from {1} to {2}.", "entitlement", key, from, until);

    /// <summary>Nothing is left of the entitlement.</summary>
    /// <param name="key">The entitlement.</param>
    /// <returns>The error.</returns>
    public virtual CrmError EntitlementExhausted(string key) => Error(nameof(EntitlementExhausted), "Nothing is left of entitlement {0}.", "entitlement", key);

    /// <summary>The entitlement is suspended.</summary>
    /// <param name="key">The entitlement.</param>
    /// <returns>The error.</returns>
    public virtual CrmError EntitlementSuspended(string key) => Error(nameof(EntitlementSuspended), "Entitlement {0} is suspended.", "entitlement", key);

    /// <summary>The entitlement is not suspended.</summary>
    /// <param name="key">The entitlement.</param>
    /// <returns>The error.</returns>
    public virtual CrmError EntitlementNotSuspended(string key) => Error(nameof(EntitlementNotSuspended), "Entitlement {0} is not suspended.", "entitlement", key);

    /// <summary>The entitlement was revoked.</summary>
    /// <param name="key">The entitlement.</param>
    /// <returns>The error.</returns>
    public virtual CrmError EntitlementRevoked(string key) => Error(nameof(EntitlementRevoked), "Entitlement {0} was revoked.", "entitlement", key);

    /// <summary>More would be given back than was used.</summary>
    /// <param name="key">The entitlement.</param>
    /// <returns>The error.</returns>
    public virtual CrmError EntitlementUseExceeded(string key) =>
        Error(nameof(EntitlementUseExceeded), "So much was not used of entitlement {0}.", "amount", key);

    /// <summary>A renewal begins before the period that it follows has ended.</summary>
    /// <param name="key">The entitlement that it follows.</param>
    /// <param name="until">Its last day.</param>
    /// <returns>The error.</returns>
    public virtual CrmError EntitlementPeriodsOverlap(string key, string until) =>
        Error(nameof(EntitlementPeriodsOverlap), "A renewal of entitlement {0} begins after {1}.", "from", key, until);

    /// <summary>The case has no entitlement.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CaseNotCovered(string number) => Error(nameof(CaseNotCovered), "Case {0} has no entitlement.", "case", number);

    /// <summary>The case has an entitlement already.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CaseCoveredAlready(string number) => Error(nameof(CaseCoveredAlready), "Case {0} has an entitlement already.", "entitlement", number);

    /// <summary>The entitlement counts cases, not hours.</summary>
    /// <param name="key">The entitlement.</param>
    /// <returns>The error.</returns>
    public virtual CrmError EntitlementCountsCases(string key) =>
        Error(nameof(EntitlementCountsCases), "Entitlement {0} counts cases; hours are not reported on it.", "entitlement", key);
}
