using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

public sealed partial class Opportunity
{
    /// <summary>Most people of a buying centre.</summary>
    public const int MaxContacts = 100;

    /// <summary>Most competitors.</summary>
    public const int MaxCompetitors = 50;

    private readonly List<OpportunityContact> _contacts = [];
    private readonly List<OpportunityCompetitor> _competitors = [];

    /// <summary>The people who play a part in the purchase.</summary>
    public IReadOnlyList<OpportunityContact> Contacts => _contacts;

    /// <summary>Who else wants to sell.</summary>
    public IReadOnlyList<OpportunityCompetitor> Competitors => _competitors;

    /// <summary>Whether a person can be added to the buying centre.</summary>
    /// <param name="personId">The person.</param>
    /// <returns>The ruling; refused with <c>OpportunityContactPresent</c>, <c>OpportunityPeopleFull</c>.</returns>
    public CrmRuling CanAddContact(CustomerId personId) => Contact(personId) is not null ? CrmRuling.Refused(e => e.OpportunityContactPresent(personId.ToString()))
        : _contacts.Count >= MaxContacts ? CrmRuling.Refused(e => e.OpportunityPeopleFull(Name, MaxContacts))
        : CrmRuling.Permitted;

    /// <summary>Adds a person to the buying centre.</summary>
    /// <param name="contact">The person and the part it plays.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The person is in it, or there are too many.</exception>
    /// <exception cref="ArgumentException">The note is too long, or the role not defined.</exception>
    public void AddContact(BuyingContact contact, Instant now)
    {
        ArgumentNullException.ThrowIfNull(contact);
        CanAddContact(contact.PersonId).Demand();
        _contacts.Add(new OpportunityContact(contact));
        Raise(new OpportunityContactAdded(Id, contact.PersonId, contact.Role, now));
    }

    /// <summary>Whether the part of a person can be changed.</summary>
    /// <param name="personId">The person.</param>
    /// <returns>The ruling; refused with <c>OpportunityContactNotFound</c>.</returns>
    public CrmRuling CanDescribeContact(CustomerId personId) => CanRemoveContact(personId);

    /// <summary>Changes the part that a person plays.</summary>
    /// <param name="contact">The person and the part it plays.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The person is not in the buying centre.</exception>
    /// <exception cref="ArgumentException">The note is too long, or the role not defined.</exception>
    public void DescribeContact(BuyingContact contact, Instant now)
    {
        ArgumentNullException.ThrowIfNull(contact);
        CanDescribeContact(contact.PersonId).Demand();
        Contact(contact.PersonId)!.Take(contact);
        Raise(new OpportunityContactDescribed(Id, contact.PersonId, contact.Role, now));
    }

    /// <summary>Whether a person can be taken out of the buying centre.</summary>
    /// <param name="personId">The person.</param>
    /// <returns>The ruling; refused with <c>OpportunityContactNotFound</c>.</returns>
    public CrmRuling CanRemoveContact(CustomerId personId) =>
        Contact(personId) is null ? CrmRuling.Refused(e => e.OpportunityContactNotFound(personId.ToString())) : CrmRuling.Permitted;

    /// <summary>Takes a person out of the buying centre.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The person is not in it.</exception>
    public void RemoveContact(CustomerId personId, Instant now)
    {
        CanRemoveContact(personId).Demand();
        _contacts.Remove(Contact(personId)!);
        Raise(new OpportunityContactRemoved(Id, personId, now));
    }

    /// <summary>Whether a competitor can be added.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The ruling; refused with <c>CompetitorPresent</c>, <c>OpportunityPeopleFull</c>.</returns>
    public CrmRuling CanAddCompetitor(string name) => Competitor(name) is not null ? CrmRuling.Refused(e => e.CompetitorPresent(name))
        : _competitors.Count >= MaxCompetitors ? CrmRuling.Refused(e => e.OpportunityPeopleFull(Name, MaxCompetitors))
        : CrmRuling.Permitted;

    /// <summary>Adds somebody else who wants to sell.</summary>
    /// <param name="name">The name.</param>
    /// <param name="note">Strengths and weaknesses; null for none known.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is there, or there are too many.</exception>
    /// <exception cref="ArgumentException">A text is out of its bounds.</exception>
    public void AddCompetitor(string name, string? note, Instant now)
    {
        var competitor = new OpportunityCompetitor(name, note);
        CanAddCompetitor(competitor.Name).Demand();
        _competitors.Add(competitor);
        Raise(new OpportunityCompetitorAdded(Id, competitor.Name, now));
    }

    /// <summary>Whether a competitor can be removed.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The ruling; refused with <c>CompetitorNotFound</c>.</returns>
    public CrmRuling CanRemoveCompetitor(string name) => Competitor(name) is null ? CrmRuling.Refused(e => e.CompetitorNotFound(name)) : CrmRuling.Permitted;

    /// <summary>Removes a competitor.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not there.</exception>
    public void RemoveCompetitor(string name, Instant now)
    {
        CanRemoveCompetitor(name).Demand();
        _competitors.Remove(Competitor(name)!);
        Raise(new OpportunityCompetitorRemoved(Id, name, now));
    }

    private OpportunityContact? Contact(CustomerId personId) => _contacts.Find(c => c.PersonId == personId);

    private OpportunityCompetitor? Competitor(string name) => _competitors.Find(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
