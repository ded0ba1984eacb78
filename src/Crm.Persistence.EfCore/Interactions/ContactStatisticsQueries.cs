using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Interactions;

internal sealed class ContactStatisticsQueries(CrmDb db, ChannelCatalog channels) : IContactStatisticsQueries
{
    private static readonly CallStatus[] s_missed = [CallStatus.Busy, CallStatus.NoAnswer, CallStatus.Failed, CallStatus.Cancelled, CallStatus.Voicemail];

    public async Task<ContactStatistics> ReadAsync(CustomerId id, IReadOnlyList<Audience> audiences, Instant now, CancellationToken cancellationToken)
    {
        var contacts = db.Context.Set<Interaction>().IgnoreAutoIncludes().AsNoTracking()
            .Where(i => (i.CustomerId == id || i.OrganisationId == id) && audiences.Contains(i.Audience) && i.At <= now);
        var rows = await contacts.GroupBy(i => new { i.Channel, i.Direction, i.IsAutomatic })
            .Select(g => new { g.Key.Channel, g.Key.Direction, g.Key.IsAutomatic, Count = g.Count(), First = g.Min(i => i.At), Last = g.Max(i => i.At) })
            .ToListAsync(cancellationToken).ConfigureAwait(false);

        // What both sides say at the same time is answered as it is said, but for a call that nobody took.
        var spoken = channels.All.Where(c => c.IsSynchronous).Select(c => c.Key).ToList();
        var moments = await contacts.Where(i => !i.IsAutomatic && (i.Direction == Direction.Inbound || i.CountsAsResponse))
            .OrderBy(i => i.At).ThenByDescending(i => i.CountsAsResponse).ThenBy(i => i.Id)
            .Select(i => new { i.At, i.Channel, i.CountsAsResponse, Status = i.Call == null ? (CallStatus?)null : i.Call.Status })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var times = ResponseTimes.Of(moments.Select(m => new ContactMoment(
            m.At, !m.CountsAsResponse && (m.Status is { } status ? s_missed.Contains(status) : !spoken.Contains(m.Channel)), m.CountsAsResponse && (m.Status is not { } reached || !s_missed.Contains(reached)))));
        return new ContactStatistics(
            [
                .. rows.Where(r => !r.IsAutomatic).Select(r => new ContactStatistic(r.Channel, r.Direction, r.Count, r.First, r.Last))
                    .OrderByDescending(c => c.LastAt).ThenBy(c => c.Channel.Value, StringComparer.Ordinal).ThenBy(c => c.Direction),
            ],
            rows.Where(r => r.IsAutomatic).Sum(r => r.Count),
            times,
            now);
    }
}
