using Crm.Domain.Customers;
using Crm.Domain.Values;

namespace Crm.Domain.Sales;

/// <summary>What is known of a lead. There is at least a name, an organisation, an e-mail address or a number.</summary>
public sealed record LeadDetails
{
    /// <summary>The person's name.</summary>
    public PersonName? Name { get; init; }

    /// <summary>The organisation's name, at most <see cref="Lead.MaxOrganisationLength"/> characters.</summary>
    public string? Organisation { get; init; }

    /// <summary>What the person does there, at most <see cref="Lead.MaxJobTitleLength"/> characters.</summary>
    public string? JobTitle { get; init; }

    /// <summary>The e-mail address.</summary>
    public EmailAddress? Email { get; init; }

    /// <summary>The telephone number.</summary>
    public PhoneNumber? Phone { get; init; }

    /// <summary>The postal address.</summary>
    public PostalAddress? Address { get; init; }

    /// <summary>The language that the person prefers.</summary>
    public LanguageTag? Language { get; init; }

    /// <summary>What it is about, in one line of at most <see cref="Lead.MaxTopicLength"/> characters.</summary>
    public string? Topic { get; init; }

    /// <summary>What else is known, at most <see cref="Opportunity.MaxDescriptionLength"/> characters.</summary>
    public string? Description { get; init; }

    /// <summary>Where it came from, such as <c>web</c> or <c>trade-fair</c>; at most <see cref="Opportunity.MaxSourceLength"/> characters.</summary>
    public string? Source { get; init; }

    /// <summary>The customer that it came from, where that is known already.</summary>
    public CustomerId? CustomerId { get; init; }
}
