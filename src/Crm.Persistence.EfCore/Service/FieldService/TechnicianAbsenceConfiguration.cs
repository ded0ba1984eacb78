using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Service;

internal sealed class TechnicianAbsenceConfiguration(CrmModel model) : IEntityTypeConfiguration<TechnicianAbsence>
{
    public const string Table = "technician_absences";

    public void Configure(EntityTypeBuilder<TechnicianAbsence> builder)
    {
        builder.Part(model, Table, "TechnicianId");
        builder.HasKey(a => a.Id).HasName(model.Name("pk_technician_absences"));
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property<TechnicianId>("TechnicianId").HasConversion<IdConverter<TechnicianId>>();
        builder.Property(a => a.Reason).HasMaxLength(Technician.MaxReasonLength);
        builder.HasIndex("TechnicianId").HasDatabaseName(model.Name("ix_technician_absences_technician"));
    }
}
