using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Service;

internal sealed class TechnicianSkillConfiguration(CrmModel model) : IEntityTypeConfiguration<TechnicianSkill>
{
    public const string Table = "technician_skills";

    public void Configure(EntityTypeBuilder<TechnicianSkill> builder)
    {
        builder.Part(model, Table, "TechnicianId");
        builder.Property<TechnicianId>("TechnicianId").HasConversion<IdConverter<TechnicianId>>();
        builder.HasKey("TechnicianId", nameof(TechnicianSkill.Skill)).HasName(model.Name("pk_technician_skills"));
        builder.Property(s => s.Skill).HasMaxLength(SkillLevel.MaxNameLength);
    }
}
