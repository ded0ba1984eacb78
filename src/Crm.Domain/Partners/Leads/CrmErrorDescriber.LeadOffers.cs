namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>A partner is asked, and has time left.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError LeadOfferPending() => Error(nameof(LeadOfferPending), "A partner is asked about the lead and has time left.", "lead");

    /// <summary>A partner took the lead.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError LeadOfferTaken() => Error(nameof(LeadOfferTaken), "A partner took the lead.", "lead");

    /// <summary>The partner did not want the lead.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError LeadOfferDeclined() => Error(nameof(LeadOfferDeclined), "The partner declined this lead. It is not asked again.", "partner");

    /// <summary>The partner is not asked about the lead, or nobody is.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError LeadOfferNotFound(string key) => Error(nameof(LeadOfferNotFound), "Lead {0} is not on offer.", "lead", key);

    /// <summary>The time to answer is over.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError LeadOfferOver() => Error(nameof(LeadOfferOver), "The time to answer is over.", "lead");

    /// <summary>A lead of which nothing will come, or that is converted, is not offered.</summary>
    /// <param name="status">Name of its status.</param>
    /// <returns>The error.</returns>
    public virtual CrmError LeadNotOffered(string status) => Error(nameof(LeadNotOffered), "The lead is not offered: {0}.", "lead", status);

    /// <summary>No partner is left for the lead.</summary>
    /// <param name="name">What it is called.</param>
    /// <returns>The error.</returns>
    public virtual CrmError NoPartnerFits(string name) => Error(nameof(NoPartnerFits), "No partner is left for {0}.", "partner", name);
}
