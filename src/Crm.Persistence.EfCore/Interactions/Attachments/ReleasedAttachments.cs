using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using Crm.Persistence.EfCore.Saving;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Interactions;

internal static class ReleasedAttachments
{
    private const int KeysOfOneEvent = 500;

    /// <summary>Tells, once the transaction is settled, which contents no contact names any more.</summary>
    public static async Task WriteReleasedAsync(this ExplicitRows rows, DbContext context, IReadOnlyList<string> keys, Instant now, CancellationToken cancellationToken)
    {
        var at = now.ToMicroseconds();
        foreach (var chunk in keys.Chunk(KeysOfOneEvent))
        {
            await rows.WriteActAsync(context, nameof(InteractionAttachment), Version7.Create(at), 1, new AttachmentsReleased(chunk, at), cancellationToken).ConfigureAwait(false);
        }
    }
}
