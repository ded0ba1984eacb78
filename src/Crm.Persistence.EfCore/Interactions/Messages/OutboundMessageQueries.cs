using System.Linq.Expressions;
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Interactions;

internal sealed class OutboundMessageQueries(CrmDb db) : IOutboundMessageQueries
{
    private const int MostCounted = 10_000;
    private static readonly int s_audiences = Enum.GetValues<Audience>().Length;

    private IQueryable<OutboundMessage> Messages => db.Context.Set<OutboundMessage>().AsNoTracking();

    public async Task<Page<OutboundSummary>> ListAsync(
        OutboundCriteria criteria, CrmReach reach, IReadOnlyList<Audience> audiences, PageRequest page, CancellationToken cancellationToken)
    {
        var query = Messages;
        if (!reach.Everything)
        {
            var readable = reach.Only.Where(s => s.Kind == SubjectKinds.Customer).Select(s => CustomerId.From(s.Id)).ToList();
            query = query.Where(m => readable.Contains(m.CustomerId));
        }

        if (audiences.Count < s_audiences)
        {
            query = query.Where(m => audiences.Contains(m.Audience));
        }

        if (criteria.CustomerId is { } customer)
        {
            query = query.Where(m => m.CustomerId == customer);
        }

        if (criteria.Statuses.Count > 0)
        {
            var statuses = criteria.Statuses;
            query = query.Where(m => statuses.Contains(m.Status));
        }

        if (criteria.Channel is { } channel)
        {
            query = query.Where(m => m.Channel == channel);
        }

        if (page.After is { Id: var last } after && last != Guid.Empty)
        {
            var (at, id) = (after.At, OutboundMessageId.From(last));
            query = query.Where(m => m.QueuedAt <= at && (m.QueuedAt < at || m.Id < id));
        }

        var rows = await query
            .OrderByDescending(m => m.QueuedAt).ThenByDescending(m => m.Id)
            .Take(page.Take + 1)
            .Select(m => new OutboundSummary(m.Id, m.CustomerId, m.Channel, m.Purpose, m.Subject, m.Recipient, m.Status, m.Reason, m.Attempts, m.QueuedAt, m.DueAt, m.SentAt))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ToPage(page, m => new PageKey(m.QueuedAt, m.Id.Value));
    }

    public Task<IReadOnlyList<Instant>> ToAddressAsync(string addressKey, Instant since, OutboundMessageId? except, CancellationToken cancellationToken)
    {
        var key = StorableText.Of(addressKey);
        return CountAsync(m => m.AddressKey == key, since, except, cancellationToken);
    }

    public Task<IReadOnlyList<Instant>> AutomaticAboutAsync(SubjectReference about, Instant since, OutboundMessageId? except, CancellationToken cancellationToken)
    {
        var (kind, id) = (StorableText.Of(about.Kind), about.Id);
        return CountAsync(m => m.AboutId == id && m.AboutKind == kind && m.IsAutomatic, since, except, cancellationToken);
    }

    public Task<Instant?> NextDueAsync(CancellationToken cancellationToken) => Messages
        .Where(m => m.DueAt != null)
        .OrderBy(m => m.DueAt)
        .Select(m => m.DueAt)
        .FirstOrDefaultAsync(cancellationToken);

    // Those that wait longer than the window count when they are sent.
    private async Task<IReadOnlyList<Instant>> CountAsync(Expression<Func<OutboundMessage, bool>> which, Instant since, OutboundMessageId? except, CancellationToken cancellationToken)
    {
        var counted = Messages.Where(which).Where(m => (m.QueuedAt > since || m.SentAt > since) && m.Status != OutboundStatus.Refused && m.Status != OutboundStatus.Withdrawn);
        if (except is { } self)
        {
            // Before it is sent, a message stands behind those that are sent already, not behind those that wait as it does.
            counted = counted.Where(m => m.Id != self && m.SentAt != null);
        }

        return await counted.OrderByDescending(m => m.QueuedAt).Take(MostCounted).Select(m => m.SentAt ?? m.QueuedAt).ToListAsync(cancellationToken).ConfigureAwait(false);
    }
}
