using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>Finds or records people of an organisation for its own administrators, who may bind nobody to it who is not there.</summary>
public interface IColleagues
{
    /// <summary>The current member of an organisation with an address; a new person, where nobody has the address. Never saves.</summary>
    /// <param name="organisationId">The organisation.</param>
    /// <param name="name">The name of a new person; a known one keeps its own.</param>
    /// <param name="email">The address.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The person; null where somebody else has the address.</returns>
    Task<CustomerId?> FindOrRecordAsync(CustomerId organisationId, PersonName name, EmailAddress email, Instant now, CancellationToken cancellationToken);
}
