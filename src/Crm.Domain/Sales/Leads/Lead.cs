using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Somebody who may become a customer: what came in, before anybody knows whether something will come of it.</summary>
public sealed partial class Lead : AggregateRoot<LeadId>
{
    /// <summary>Longest name of an organisation.</summary>
    public const int MaxOrganisationLength = 600;

    /// <summary>Longest job title.</summary>
    public const int MaxJobTitleLength = 300;

    /// <summary>Longest topic; longer than the name of an opportunity, since what comes in is kept as it came.</summary>
    public const int MaxTopicLength = 1_000;

    /// <summary>Longest reason for disqualifying.</summary>
    public const int MaxReasonLength = 300;

    private Lead()
    {
    }

    /// <summary>Takes a lead in.</summary>
    /// <param name="id">The id.</param>
    /// <param name="details">What is known.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">Nothing is known by which anybody could be found, or a text is out of its bounds.</exception>
    public Lead(LeadId id, LeadDetails details, Instant now)
        : base(id)
    {
        Take(details);
        ReceivedAt = Guard.Storable(now);
        Raise(new LeadReceived(Id, DisplayName, Source, CustomerId, now));
    }

    /// <summary>The given name.</summary>
    public string? GivenName { get; private set; }

    /// <summary>The family name.</summary>
    public string? FamilyName { get; private set; }

    /// <summary>The organisation's name.</summary>
    public string? OrganisationName { get; private set; }

    /// <summary>What the person does there.</summary>
    public string? JobTitle { get; private set; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; private set; }

    /// <summary>The e-mail address, normalised for comparing.</summary>
    public string? EmailKey { get; private set; }

    /// <summary>The telephone number, in international form.</summary>
    public string? Phone { get; private set; }

    /// <summary>Street and number.</summary>
    public string? Line1 { get; private set; }

    /// <summary>The second line of the address.</summary>
    public string? Line2 { get; private set; }

    /// <summary>Postal code.</summary>
    public string? PostalCode { get; private set; }

    /// <summary>City.</summary>
    public string? City { get; private set; }

    /// <summary>Region.</summary>
    public string? Region { get; private set; }

    /// <summary>Country.</summary>
    public Country? Country { get; private set; }

    /// <summary>The language that the person prefers.</summary>
    public LanguageTag? Language { get; private set; }

    /// <summary>What it is about.</summary>
    public string? Topic { get; private set; }

    /// <summary>What else is known.</summary>
    public string? Description { get; private set; }

    /// <summary>Where it came from.</summary>
    public string? Source { get; private set; }

    /// <summary>The customer that it came from, where that is known.</summary>
    public CustomerId? CustomerId { get; private set; }

    /// <summary>When it came in.</summary>
    public Instant ReceivedAt { get; private set; }

    /// <summary>The person's name; null where none is known.</summary>
    public PersonName? Name => GivenName is null && FamilyName is null ? null : new PersonName(GivenName, FamilyName);

    /// <summary>The postal address; null where none is known.</summary>
    public PostalAddress? Address => Line1 is null && Line2 is null && PostalCode is null && City is null && Region is null && Country is null
        ? null
        : new PostalAddress(Line1, Line2, PostalCode, City, Region, Country);

    /// <summary>What people call it: the person, else the organisation, else how it is reached.</summary>
    public string DisplayName => Name?.Full ?? OrganisationName ?? Email ?? Phone ?? Id.ToString();

    /// <summary>This lead as a subject of timelines and links.</summary>
    /// <returns>The reference.</returns>
    public SubjectReference ToSubject() => Id.ToSubject();

    /// <summary>Whether what is known can be changed.</summary>
    /// <returns>The ruling; refused with <c>LeadConverted</c>.</returns>
    public CrmRuling CanDescribe() => WhileUnconverted();

    /// <summary>Sets anew what is known.</summary>
    /// <param name="details">What is known.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is converted.</exception>
    /// <exception cref="ArgumentException">Nothing is known by which anybody could be found, or a text is out of its bounds.</exception>
    public void Describe(LeadDetails details, Instant now)
    {
        CanDescribe().Demand();
        Take(details);
        Raise(new LeadDescribed(Id, DisplayName, now));
    }

    private CrmRuling WhileUnconverted() => Status == LeadStatus.Converted ? CrmRuling.Refused(e => e.LeadConverted(DisplayName)) : CrmRuling.Permitted;

    private void Take(LeadDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        if (details.Name is null && string.IsNullOrWhiteSpace(details.Organisation) && details.Email is null && details.Phone is null)
        {
            throw new ArgumentException("A lead has at least a name, an organisation, an e-mail address or a number.", nameof(details));
        }

        var organisation = Guard.OptionalLine(details.Organisation, MaxOrganisationLength, nameof(details));
        var (title, topic) = (Guard.OptionalLine(details.JobTitle, MaxJobTitleLength, nameof(details)), Guard.OptionalLine(details.Topic, MaxTopicLength, nameof(details)));
        var source = Guard.OptionalLine(details.Source, Opportunity.MaxSourceLength, nameof(details));
        var description = string.IsNullOrWhiteSpace(details.Description) ? null : Guard.Text(details.Description, Opportunity.MaxDescriptionLength, nameof(details));
        (GivenName, FamilyName, OrganisationName, JobTitle) = (details.Name?.Given, details.Name?.Family, organisation, title);
        (Email, EmailKey, Phone) = (details.Email?.ToString(), details.Email?.Normalized, details.Phone?.ToString());
        var address = details.Address;
        (Line1, Line2, PostalCode, City, Region, Country) = (address?.Line1, address?.Line2, address?.PostalCode, address?.City, address?.Region, address?.Country);
        (Language, Topic, Description, Source, CustomerId) = (details.Language, topic, description, source, details.CustomerId);
    }
}
