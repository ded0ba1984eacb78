namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>There is no such registration.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError DealRegistrationNotFound(string key) => Error(nameof(DealRegistrationNotFound), "There is no registration {0}.", "registration", key);

    /// <summary>The registration cannot get there from where it stands.</summary>
    /// <param name="from">Name of its status.</param>
    /// <param name="to">Name of the wanted status.</param>
    /// <returns>The error.</returns>
    public virtual CrmError DealTransitionNotAllowed(string from, string to) =>
        Error(nameof(DealTransitionNotAllowed), "The registration cannot go from \"{0}\" to \"{1}\".", "registration", from, to);

    /// <summary>It is not known which customer the prospect is.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError DealCustomerUnknown() => Error(nameof(DealCustomerUnknown), "Say first which customer the prospect is.", "customer");

    /// <summary>Something else is about the same customer, product and period.</summary>
    /// <param name="name">What it is called.</param>
    /// <returns>The error.</returns>
    public virtual CrmError DealConflicts(string name) => Error(nameof(DealConflicts), "{0} is about the same customer, product and period.", "registration", name);

    /// <summary>Approvers are asked already, or a longer period was asked for.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError DealApprovalPending() => Error(nameof(DealApprovalPending), "A decision is pending already.", "registration");

    /// <summary>No approver is asked.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError DealApprovalMissing() => Error(nameof(DealApprovalMissing), "No approver is asked.", "registration");

    /// <summary>It is somebody else's turn.</summary>
    /// <param name="approver">Who wanted to decide.</param>
    /// <returns>The error.</returns>
    public virtual CrmError DealApproverWrong(string approver) => Error(nameof(DealApproverWrong), "It is not the turn of {0} to decide.", "registration", approver);

    /// <summary>The period of the deal is over.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError DealPeriodOver() => Error(nameof(DealPeriodOver), "The period of the deal is over.", "through");

    /// <summary>The period of the deal is not over.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError DealStillExclusive() => Error(nameof(DealStillExclusive), "The period of the deal is not over.", "registration");

    /// <summary>The area of sales is not in use.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError DealWithoutSales() => Error(nameof(DealWithoutSales), "The area of sales is not in use.", "registration");

    /// <summary>The partner has no tier.</summary>
    /// <param name="name">What it is called.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PartnerWithoutTier(string name) => Error(nameof(PartnerWithoutTier), "{0} has no tier and registers no deals.", "partner", name);
}
