using Crm.Domain.Access;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Service;

internal sealed class TechnicianConfiguration(CrmModel model) : IEntityTypeConfiguration<Technician>
{
    public const string Table = "technicians";

    public void Configure(EntityTypeBuilder<Technician> builder)
    {
        builder.Ignore(t => t.Home);
        builder.Ignore(t => t.Hours);
        builder.Ignore(t => t.Calendar);
        builder.Aggregate<Technician, TechnicianId>(model, Table);
        builder.Property(t => t.UserId).HasMaxLength(Actor.MaxIdLength);
        builder.Property(t => t.Name).HasMaxLength(Technician.MaxNameLength);
        builder.Property(t => t.Email).HasMaxLength(254);
        builder.LongText(t => t.Definition);
        builder.HasParts(model, t => t.Skills, Table, TechnicianSkillConfiguration.Table, "TechnicianId");
        builder.HasParts(model, t => t.Absences, Table, TechnicianAbsenceConfiguration.Table, "TechnicianId");
        builder.CrmIndex(model, "ux_technicians_user", true, nameof(Technician.UserId));
    }
}
