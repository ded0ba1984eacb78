using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>People of organisations.</summary>
internal sealed class Colleagues(ICustomerStore customers, ISenderStore senders) : IColleagues
{
    public async Task<CustomerId?> FindOrRecordAsync(CustomerId organisationId, PersonName name, EmailAddress email, Instant now, CancellationToken cancellationToken)
    {
        var owners = (await senders.FindAsync([SenderAddress.Of(email)], cancellationToken).ConfigureAwait(false)).Select(c => c.Match.CustomerId).Distinct().ToList();
        if (owners is [var owner])
        {
            return await customers.FindAsync(owner, cancellationToken).ConfigureAwait(false) is Person known && known.Memberships.Any(m => m.IsActive && m.OrganisationId == organisationId) ? owner : null;
        }

        if (owners.Count > 1)
        {
            return null;
        }

        var person = new Person(CustomerId.New(now), name, now);
        person.AddEmail(email, now);
        person.Join(new MembershipDetails(organisationId), now);
        customers.Add(person);
        return person.Id;
    }
}
