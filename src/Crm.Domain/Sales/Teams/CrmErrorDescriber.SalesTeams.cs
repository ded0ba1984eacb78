namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>Somebody would lead themselves, over others or directly.</summary>
    /// <param name="user">Who is to be led.</param>
    /// <param name="leader">By whom.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SalesHierarchyCircle(string user, string leader) =>
        Error(nameof(SalesHierarchyCircle), "{0} cannot be led by {1}: somebody would lead themselves.", "leader", user, leader);

    /// <summary>Nothing is known of the person as a seller.</summary>
    /// <param name="user">Who.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SalespersonNotFound(string user) =>
        Error(nameof(SalespersonNotFound), "{0} has neither a leader nor a quota nor a judgement.", "user", user);

    /// <summary>The person has no such quota.</summary>
    /// <param name="user">Who.</param>
    /// <param name="period">The period.</param>
    /// <param name="currency">The currency.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SalesQuotaNotFound(string user, string period, string currency) =>
        Error(nameof(SalesQuotaNotFound), "{0} has no quota in {2} for {1}.", "period", user, period, currency);

    /// <summary>The person gave no such judgement.</summary>
    /// <param name="user">Who.</param>
    /// <param name="category">The name of the category.</param>
    /// <param name="period">The period.</param>
    /// <param name="currency">The currency.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SalesJudgementNotFound(string user, string category, string period, string currency) =>
        Error(nameof(SalesJudgementNotFound), "{0} gave no judgement of {1} in {3} for {2}.", "period", user, category, period, currency);
}
