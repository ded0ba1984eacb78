using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Service;

internal sealed class TechnicianSlotConfiguration(CrmModel model) : IEntityTypeConfiguration<TechnicianSlot>
{
    public const string Table = "technician_slots";

    public void Configure(EntityTypeBuilder<TechnicianSlot> builder)
    {
        builder.Written(model, Table, isInfrastructure: false);
        builder.HasKey(s => new { s.BookingId, s.Slot }).HasName(model.Name("pk_technician_slots"));
        builder.Property(s => s.Slot).ValueGeneratedNever();
        builder.HasOne<VisitBooking>().WithMany().HasForeignKey(s => s.BookingId).OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName(model.Name("fk_technician_slots_visit_bookings"));

        // No two bookings of a technician overlap.
        builder.CrmIndex(model, "ux_technician_slots_slot", true, nameof(TechnicianSlot.TechnicianId), nameof(TechnicianSlot.Slot));
    }
}
