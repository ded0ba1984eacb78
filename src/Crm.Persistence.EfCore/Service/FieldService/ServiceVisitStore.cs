using Crm.Domain.Service;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Service;

internal sealed class ServiceVisitStore(CrmDb crm) : IServiceVisitStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Service);

    private DbSet<ServiceVisit> Visits => _db.Context.Set<ServiceVisit>();

    public Task<ServiceVisit?> FindAsync(ServiceVisitId id, CancellationToken cancellationToken) => _db.LoadAsync<ServiceVisit, ServiceVisitId>(id, cancellationToken);

    public Task<ServiceVisit?> FindByNumberAsync(VisitNumber number, CancellationToken cancellationToken) => _db.LoadAsync<ServiceVisit>(v => v.Number == number, cancellationToken);

    public async Task<IReadOnlyList<ServiceVisit>> FindAllAsync(IReadOnlyCollection<ServiceVisitId> ids, CancellationToken cancellationToken)
    {
        var asked = ids.ToList();
        return await Visits.AsSplitQuery().Where(v => asked.Contains(v.Id)).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<ServiceVisit>> RequestedAsync(Instant from, Instant until, int take, CancellationToken cancellationToken) =>
        await Visits.AsNoTracking().AsSplitQuery().Where(v => v.Status == VisitStatus.Requested && v.WindowUntil >= from && v.WindowFrom < until)
            .OrderBy(v => v.WindowUntil).ThenBy(v => v.Id).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<BusyTime>> BusyAsync(IReadOnlyCollection<TechnicianId> technicians, Instant from, Instant until, CancellationToken cancellationToken)
    {
        var asked = technicians.ToList();
        var stored = await _db.Context.Set<VisitBooking>().AsNoTracking()
            .Where(b => asked.Contains(b.TechnicianId) && b.OccupiedUntil > from && b.OccupiedFrom < until && b.Status != BookingStatus.Cancelled && b.Status != BookingStatus.NoShow)
            .Join(Visits.IgnoreAutoIncludes(), b => EF.Property<ServiceVisitId>(b, "VisitId"), v => v.Id, (b, v) => new { Booking = b, v.Id, v.Latitude, v.Longitude })
            .ToListAsync(cancellationToken).ConfigureAwait(false);

        // What this unit of work has changed counts as it now is.
        var tracked = _db.Context.ChangeTracker.Entries<ServiceVisit>().Where(e => e.State is EntityState.Added or EntityState.Modified).Select(e => e.Entity).ToList();
        var own = tracked.Select(v => v.Id).ToHashSet();
        return
        [
            .. stored.Where(s => !own.Contains(s.Id)).Select(s => Busy(s.Booking, s.Id, s.Latitude is { } north && s.Longitude is { } east ? new GeoPoint(north, east) : null))
                .Concat(tracked.SelectMany(v => v.Bookings.Where(b => b.Occupies && asked.Contains(b.TechnicianId) && b.OccupiedUntil > from && b.OccupiedFrom < until).Select(b => Busy(b, v.Id, v.Place))))
                .OrderBy(b => b.From).ThenBy(b => b.VisitId),
        ];
    }

    public void Add(ServiceVisit visit) => _db.Context.Add(visit);

    private static BusyTime Busy(VisitBooking booking, ServiceVisitId visit, GeoPoint? place) =>
        new(booking.TechnicianId, visit, booking.PlannedStart, booking.PlannedEnd, booking.OccupiedFrom, booking.OccupiedUntil, place);
}
