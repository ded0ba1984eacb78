using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Service;

internal sealed class VisitBookingConfiguration(CrmModel model) : IEntityTypeConfiguration<VisitBooking>
{
    public const string Table = "visit_bookings";

    public void Configure(EntityTypeBuilder<VisitBooking> builder)
    {
        builder.Ignore(b => b.IsActive);
        builder.Ignore(b => b.Occupies);
        builder.Part(model, Table, "VisitId");
        builder.HasKey(b => b.Id).HasName(model.Name("pk_visit_bookings"));
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property<ServiceVisitId>("VisitId").HasConversion<IdConverter<ServiceVisitId>>();
        builder.Property(b => b.Reason).HasMaxLength(ServiceVisit.MaxReasonLength);
        builder.LongText(b => b.Report);
        builder.HasOne<Technician>().WithMany().HasForeignKey(b => b.TechnicianId).OnDelete(DeleteBehavior.Restrict).HasConstraintName(model.Name("fk_visit_bookings_technicians"));
        builder.HasIndex("VisitId").HasDatabaseName(model.Name("ix_visit_bookings_visit"));
        builder.HasIndex(b => new { b.TechnicianId, b.OccupiedUntil }).HasDatabaseName(model.Name("ix_visit_bookings_technician"));
        builder.CrmIndex(model, "ix_visit_bookings_start", false, nameof(VisitBooking.PlannedStart));
    }
}
