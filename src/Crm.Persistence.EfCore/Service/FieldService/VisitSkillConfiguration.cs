using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Service;

internal sealed class VisitSkillConfiguration(CrmModel model) : IEntityTypeConfiguration<VisitSkill>
{
    public const string Table = "visit_skills";

    public void Configure(EntityTypeBuilder<VisitSkill> builder)
    {
        builder.Part(model, Table, "VisitId");
        builder.Property<ServiceVisitId>("VisitId").HasConversion<IdConverter<ServiceVisitId>>();
        builder.HasKey("VisitId", nameof(VisitSkill.Skill)).HasName(model.Name("pk_visit_skills"));
        builder.Property(s => s.Skill).HasMaxLength(SkillLevel.MaxNameLength);
    }
}
