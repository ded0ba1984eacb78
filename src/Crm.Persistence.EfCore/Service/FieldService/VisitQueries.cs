using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Service;

internal sealed class VisitQueries(CrmDb crm) : IVisitQueries
{
    private readonly CrmDb _db = crm.For(CrmAreas.Service);

    private IQueryable<ServiceVisit> Visits => _db.Context.Set<ServiceVisit>().IgnoreAutoIncludes().AsNoTracking();

    public async Task<Page<VisitSummary>> ListAsync(VisitCriteria criteria, CrmReach reach, PageRequest page, CancellationToken cancellationToken)
    {
        var query = Visits;
        if (!reach.Everything)
        {
            var readable = reach.Only.Where(s => s.Kind == SubjectKinds.Customer).Select(s => CustomerId.From(s.Id)).ToList();
            query = query.Where(v => readable.Contains(v.CustomerId) && v.Status != VisitStatus.Draft);
        }

        if (criteria.CustomerId is { } customer)
        {
            query = query.Where(v => v.CustomerId == customer);
        }

        if (criteria.CaseId is { } about)
        {
            query = query.Where(v => v.CaseId == about);
        }

        if (criteria.Status is { } status)
        {
            query = query.Where(v => v.Status == status);
        }

        if (page.After is { } after)
        {
            var (at, id) = (after.At, ServiceVisitId.From(after.Id));
            query = query.Where(v => v.WindowUntil >= at && (v.WindowUntil > at || v.Id > id));
        }

        var rows = await query.OrderBy(v => v.WindowUntil).ThenBy(v => v.Id).Take(page.Take + 1)
            .Select(v => new VisitSummary(v.Id, v.Number, v.CustomerId, v.CaseId, v.Subject, v.Status, v.Priority, v.WindowFrom, v.WindowUntil))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ToPage(page, v => new PageKey(v.WindowUntil, v.Id.Value));
    }

    public async Task<IReadOnlyList<PlannedBooking>> DayAsync(TechnicianId technicianId, Instant from, Instant until, CancellationToken cancellationToken) =>
        await _db.Context.Set<VisitBooking>().AsNoTracking()
            .Where(b => b.TechnicianId == technicianId && b.OccupiedUntil > from && b.OccupiedFrom < until && b.Status != BookingStatus.Cancelled)
            .Join(Visits, b => EF.Property<ServiceVisitId>(b, "VisitId"), v => v.Id, (b, v) => new { Booking = b, Visit = v })
            .OrderBy(r => r.Booking.PlannedStart).ThenBy(r => r.Booking.Id)
            .Select(r => new PlannedBooking(
                r.Visit.Id, r.Visit.Number, r.Visit.CustomerId, r.Visit.Subject, r.Booking.Id, r.Booking.TechnicianId, r.Booking.Status, r.Booking.PlannedStart, r.Booking.PlannedEnd,
                r.Booking.OccupiedFrom, r.Booking.OccupiedUntil))
            .ToListAsync(cancellationToken).ConfigureAwait(false);

    public async Task<VisitOverview> OverviewAsync(Instant now, Instant from, Instant until, CancellationToken cancellationToken)
    {
        var open = await Visits.Where(v => v.Status == VisitStatus.Draft || v.Status == VisitStatus.Requested || v.Status == VisitStatus.Scheduled)
            .GroupBy(v => v.Status).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var overdue = await Visits.CountAsync(v => v.Status == VisitStatus.Requested && v.WindowUntil < now, cancellationToken).ConfigureAwait(false);
        var bookings = await _db.Context.Set<VisitBooking>().Where(b => b.PlannedStart >= from && b.PlannedStart < until)
            .GroupBy(b => b.Status).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken).ConfigureAwait(false);
        return new(open.ToDictionary(c => c.Key, c => c.Count), overdue, bookings.ToDictionary(c => c.Key, c => c.Count));
    }
}
