using Crm.Domain.Primitives;

namespace Crm.Domain.Interactions;

/// <summary>Removes contents that no contact names any more from the host's store, once that is settled.</summary>
internal sealed class AttachmentRemoval(IAttachmentStore? store = null) : ICrmEventHandler<AttachmentsReleased>
{
    public async Task HandleAsync(AttachmentsReleased happened, CrmDelivery delivery, CancellationToken cancellationToken)
    {
        if (store is null)
        {
            return;
        }

        foreach (var key in happened.StorageKeys)
        {
            await store.DeleteAsync(key, cancellationToken).ConfigureAwait(false);
        }
    }
}
