using Crm.Domain.Primitives;

namespace Crm.Domain.Interactions;

/// <summary>Records contacts through the contact history.</summary>
internal sealed class RecordedContacts(ContactHistory history) : IRecordedContacts
{
    public async Task<CrmResult<InteractionId>> RecordAsync(ContactDetails contact, CancellationToken cancellationToken)
    {
        var recorded = await history.RecordAsync(contact, cancellationToken).ConfigureAwait(false);
        return recorded.TryGetValue(out var interaction) ? interaction.Id : CrmResult<InteractionId>.Failed(recorded.Errors);
    }
}
