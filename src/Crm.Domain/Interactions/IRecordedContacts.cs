using Crm.Domain.Primitives;

namespace Crm.Domain.Interactions;

/// <summary>Records contacts for areas that only point at them, by the rules of <see cref="ContactHistory.RecordAsync"/>.</summary>
public interface IRecordedContacts
{
    /// <summary>Records a contact. Nothing is saved.</summary>
    /// <param name="contact">What is known.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The interaction, or what <see cref="ContactHistory.RecordAsync"/> refuses.</returns>
    Task<CrmResult<InteractionId>> RecordAsync(ContactDetails contact, CancellationToken cancellationToken);
}
