using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Marketing;

/// <summary>Events of messages and orders come here whether campaigns are in use or not.</summary>
internal sealed class CampaignResponseStore(CrmDb crm) : ICampaignResponseStore
{
    private bool IsMapped => crm.Maps(CrmAreas.Marketing);

    private DbContext Context => crm.For(CrmAreas.Marketing).Context;

    public async Task<CampaignRecipient?> FindAsync(CampaignRecipientId id, CancellationToken cancellationToken) =>
        await crm.For(CrmAreas.Marketing).LoadAsync<CampaignRecipient, CampaignRecipientId>(id, cancellationToken).ConfigureAwait(false);

    public async Task<CampaignRecipient?> OfMessageAsync(OutboundMessageId messageId, CancellationToken cancellationToken)
    {
        OutboundMessageId? wanted = messageId;
        return IsMapped ? await Context.Set<CampaignRecipient>().SingleOrDefaultAsync(r => r.MessageId == wanted, cancellationToken).ConfigureAwait(false) : null;
    }

    public async Task<CampaignRecipient?> AnsweredByAsync(InteractionId interactionId, CancellationToken cancellationToken)
    {
        var named = IsMapped ? await Context.Set<Interaction>().AsNoTracking().Where(i => i.Id == interactionId).Select(i => i.InReplyTo).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false) : null;
        if (named is null)
        {
            return null;
        }

        // What was answered is written down with or without angle brackets, what was sent always with them.
        var messageId = $"<{named.Trim('<', '>')}>";
        var answered = await Context.Set<OutboundMessage>().AsNoTracking().Where(m => m.MessageId == messageId).Select(m => (OutboundMessageId?)m.Id).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return answered is { } message ? await OfMessageAsync(message, cancellationToken).ConfigureAwait(false) : null;
    }

    public async Task<bool> KnowsAsync(string key, CancellationToken cancellationToken)
    {
        var stored = StorableText.Of(key);
        return Context.ChangeTracker.Entries<CampaignResponse>().Any(e => e.Entity.Key == key)
            || await Context.Set<CampaignResponse>().AsNoTracking().AnyAsync(r => r.Key == stored, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<CampaignResponse>> WaitingAsync(CampaignRecipientId id, CancellationToken cancellationToken)
    {
        await Context.Set<CampaignResponse>().Where(r => r.RecipientId == id && r.Outcome != CampaignResponseOutcome.Applied).LoadAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. Context.ChangeTracker.Entries<CampaignResponse>().Select(e => e.Entity)
                .Where(r => r.RecipientId == id && r.Outcome != CampaignResponseOutcome.Applied).OrderBy(r => r.At).ThenBy(r => r.Id),
        ];
    }

    public async Task<IReadOnlyList<CampaignRecipientId>> SentAsync(CustomerId customerId, Instant from, Instant to, CancellationToken cancellationToken) => IsMapped
        ? await Context.Set<CampaignRecipient>().AsNoTracking().Where(r => r.CustomerId == customerId && r.SentAt >= from && r.SentAt <= to)
            .OrderBy(r => r.SentAt).ThenBy(r => r.Id).Select(r => r.Id).ToListAsync(cancellationToken).ConfigureAwait(false)
        : [];

    public void Add(CampaignResponse response) => Context.Add(response);
}
