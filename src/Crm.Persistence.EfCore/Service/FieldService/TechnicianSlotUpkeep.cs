using Crm.Domain.Service;
using Crm.Persistence.EfCore.Saving;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Crm.Persistence.EfCore.Service;

/// <summary>
/// Adds the slots that bookings take to the save that changes the bookings, whichever way it came about. Slots follow from a booking's own
/// values, so that nothing is read.
/// </summary>
internal static class TechnicianSlotUpkeep
{
    public static void Derive(DbContext context, SavePass pass)
    {
        foreach (var entry in context.ChangeTracker.Entries<VisitBooking>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList())
        {
            var before = entry.State == EntityState.Added ? [] : Slots(entry.Entity.Id, entry.OriginalValues);
            var after = entry.State == EntityState.Deleted ? [] : Slots(entry.Entity.Id, entry.CurrentValues);
            foreach (var (technician, slot) in before.Except(after))
            {
                var gone = new TechnicianSlot { BookingId = entry.Entity.Id, TechnicianId = technician, Slot = slot };
                context.Entry(gone).State = EntityState.Deleted;
                pass.Changed.Add(gone);
            }

            foreach (var (technician, slot) in after.Except(before))
            {
                var taken = new TechnicianSlot { BookingId = entry.Entity.Id, TechnicianId = technician, Slot = slot };
                context.Add(taken);
                pass.Rows.Add(taken);
            }
        }
    }

    private static HashSet<(TechnicianId Technician, long Slot)> Slots(VisitBookingId id, PropertyValues values)
    {
        var status = values.GetValue<BookingStatus>(nameof(VisitBooking.Status));
        if (status is BookingStatus.Cancelled or BookingStatus.NoShow)
        {
            return [];
        }

        var technician = values.GetValue<TechnicianId>(nameof(VisitBooking.TechnicianId));
        var first = VisitGrid.NumberOf(values.GetValue<NodaTime.Instant>(nameof(VisitBooking.OccupiedFrom)));
        var end = VisitGrid.NumberOf(values.GetValue<NodaTime.Instant>(nameof(VisitBooking.OccupiedUntil)));
        return end - first > VisitGrid.Longest / VisitGrid.Slot
            ? throw new InvalidOperationException($"Booking {id} takes more slots than a booking can.")
            : [.. Enumerable.Range(0, (int)Math.Max(0, end - first)).Select(i => (technician, first + i))];
    }
}
