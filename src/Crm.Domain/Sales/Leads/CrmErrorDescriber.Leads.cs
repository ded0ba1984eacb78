namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>The lead came from a customer that is known: contacts are recorded with the customer, about the lead.</summary>
    /// <param name="name">What people call it.</param>
    /// <returns>The error.</returns>
    public virtual CrmError LeadIsOfCustomer(string name) =>
        Error(nameof(LeadIsOfCustomer), "Lead {0} came from a known customer. Record the contact with the customer, about the lead.", "lead", name);

    /// <summary>The lead has as many contacts as it can keep.</summary>
    /// <param name="name">What people call it.</param>
    /// <param name="most">How many.</param>
    /// <returns>The error.</returns>
    public virtual CrmError LeadContactsFull(string name, int most) =>
        Error(nameof(LeadContactsFull), "Lead {0} has {1} contacts already. Make a customer of it.", "lead", name, most);

    /// <summary>There is no such lead.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError LeadNotFound(string key) =>
        Error(nameof(LeadNotFound), "There is no lead {0}.", "lead", key);

    /// <summary>The lead is converted.</summary>
    /// <param name="name">What people call it.</param>
    /// <returns>The error.</returns>
    public virtual CrmError LeadConverted(string name) =>
        Error(nameof(LeadConverted), "Lead {0} is converted and not changed any more.", "lead", name);

    /// <summary>The lead cannot get there from where it stands.</summary>
    /// <param name="name">What people call it.</param>
    /// <param name="from">Where it stands.</param>
    /// <param name="to">Where it was to go.</param>
    /// <returns>The error.</returns>
    public virtual CrmError LeadTransitionNotAllowed(string name, string from, string to) =>
        Error(nameof(LeadTransitionNotAllowed), "Lead {0} cannot go from \"{1}\" to \"{2}\".", "lead", name, from, to);

    /// <summary>Nobody answers for the lead, and nobody was named.</summary>
    /// <param name="name">What people call it.</param>
    /// <returns>The error.</returns>
    public virtual CrmError LeadOwnerMissing(string name) =>
        Error(nameof(LeadOwnerMissing), "Nobody answers for lead {0}. Name an owner of what it becomes.", "owner", name);

    /// <summary>The lead names neither a person nor an organisation.</summary>
    /// <param name="name">What people call it.</param>
    /// <returns>The error.</returns>
    public virtual CrmError LeadNamesNobody(string name) =>
        Error(nameof(LeadNamesNobody), "Lead {0} names neither a person nor an organisation. Name one, or choose a recorded customer.", "lead", name);

    /// <summary>A value of the lead is longer than what it is to become can hold.</summary>
    /// <param name="field">The field.</param>
    /// <param name="most">Most characters.</param>
    /// <returns>The error.</returns>
    public virtual CrmError LeadValueTooLong(string field, int most) =>
        Error(nameof(LeadValueTooLong), "{0} is longer than {1} characters. Shorten it, or name another.", "lead", field, most);

    /// <summary>There is no such action.</summary>
    /// <param name="action">Key of the action.</param>
    /// <returns>The error.</returns>
    public virtual CrmError LeadActionUnknown(string action) =>
        Error(nameof(LeadActionUnknown), "Leads get no points for an action {0}.", "action", action);

    /// <summary>The action counts once, and did.</summary>
    /// <param name="name">What people call it.</param>
    /// <param name="action">Key of the action.</param>
    /// <returns>The error.</returns>
    public virtual CrmError LeadScoredOnce(string name, string action) =>
        Error(nameof(LeadScoredOnce), "Lead {0} got its points for {1} already.", "action", name, action);

    /// <summary>A member of staff did it.</summary>
    /// <param name="name">What people call it.</param>
    /// <returns>The error.</returns>
    public virtual CrmError LeadScoredByStaff(string name) =>
        Error(nameof(LeadScoredByStaff), "Lead {0} gets no points for what members of staff do.", "by", name);

    /// <summary>The opportunity is of another customer.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The error.</returns>
    public virtual CrmError OpportunityOfAnotherCustomer(string name) =>
        Error(nameof(OpportunityOfAnotherCustomer), "Opportunity {0} is of another customer.", "opportunity", name);
}
