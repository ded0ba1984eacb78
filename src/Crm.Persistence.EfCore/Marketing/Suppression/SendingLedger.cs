using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class SendingLedger(CrmDb crm) : ISendingLedger
{
    private CrmDb Db => crm.For(CrmAreas.Marketing);

    private IQueryable<PlannedSending> Planned => Db.Context.Set<PlannedSending>().AsNoTracking();

    public Task HoldAsync(CancellationToken cancellationToken) =>
        DatabaseLocks.HoldAllAsync(Db.Context, [DatabaseLocks.NameOf($"sendings\n{Db.TenantScope}")], cancellationToken);

    public async Task<IReadOnlyList<string>> MissingSegmentsAsync(IReadOnlyCollection<string> segments, CancellationToken cancellationToken)
    {
        if (segments.Count == 0)
        {
            return [];
        }

        var wanted = segments.Select(StorableText.Of).ToList();
        var known = await Db.Context.Set<Segment>().IgnoreAutoIncludes().AsNoTracking().Where(s => wanted.Contains(s.Key)).Select(s => s.Key).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. wanted.Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    public async Task<IReadOnlySet<CustomerId>> MembersAsync(IReadOnlyCollection<string> segments, IReadOnlyCollection<CustomerId> customers, CancellationToken cancellationToken) =>
        segments.Count == 0 ? new HashSet<CustomerId>()
            : (await Db.Context.Set<SegmentMembership>().AsNoTracking().Lasting().Where(m => segments.Contains(m.SegmentKey) && customers.Contains(m.CustomerId))
                .Select(m => m.CustomerId).ToListAsync(cancellationToken).ConfigureAwait(false)).ToHashSet();

    public async Task<IReadOnlyDictionary<CustomerId, SendingProfile>> ProfilesAsync(IReadOnlyCollection<CustomerId> customers, ChannelKey channel, CancellationToken cancellationToken)
    {
        var (zone, frequency) = (FoldedText.Of(SendingPreferences.TimeZone), FoldedText.Of(SendingPreferences.FrequencyOf(channel)));
        var found = await Db.Context.Set<CustomerPreference>().AsNoTracking()
            .Where(p => (p.Key == zone || p.Key == frequency) && customers.Contains(EF.Property<CustomerId>(p, "CustomerId")))
            .Select(p => new { CustomerId = EF.Property<CustomerId>(p, "CustomerId"), p.Key, p.Value })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return found.GroupBy(p => p.CustomerId)
            .ToDictionary(g => g.Key, g => new SendingProfile(g.FirstOrDefault(p => p.Key == zone)?.Value, g.FirstOrDefault(p => p.Key == frequency)?.Value));
    }

    public async Task<IReadOnlyList<TakenSending>> TakenAsync(
        string scope, IReadOnlyCollection<CustomerId> customers, IReadOnlyCollection<string> addressKeys, CancellationToken cancellationToken)
    {
        var ofCustomers = await Planned.Where(p => p.Scope == scope && customers.Contains(p.CustomerId))
            .Select(p => new TakenSending(p.CustomerId, p.AddressKey)).ToListAsync(cancellationToken).ConfigureAwait(false);
        var atAddresses = addressKeys.Count == 0 ? [] : await Planned.Where(p => p.Scope == scope && addressKeys.Contains(p.AddressKey!))
            .Select(p => new TakenSending(p.CustomerId, p.AddressKey)).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. ofCustomers.Union(atAddresses)];
    }

    public async Task<ILookup<CustomerId, LocalDate>> CountedAsync(IReadOnlyCollection<CustomerId> customers, ChannelKey channel, LocalDate from, CancellationToken cancellationToken) =>
        (await Planned.Where(p => customers.Contains(p.CustomerId) && p.Channel == channel && p.Day >= from && p.IsCounted)
            .Select(p => new { p.CustomerId, p.Day }).ToListAsync(cancellationToken).ConfigureAwait(false)).ToLookup(p => p.CustomerId, p => p.Day);

    public Task WriteAsync(IReadOnlyList<PlannedSending> planned, CancellationToken cancellationToken) => BulkInsert.WriteAsync(Db.Context, planned, cancellationToken);

    public Task<int> ReleaseAsync(string scope, IReadOnlyCollection<CustomerId> customers, CancellationToken cancellationToken) =>
        Db.Context.Set<PlannedSending>().Where(p => p.Scope == scope && customers.Contains(p.CustomerId)).ExecuteDeleteAsync(cancellationToken);
}
