using Crm.Domain.Access;
using Crm.Domain.Marketing;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class SegmentVersionConfiguration(CrmModel model) : IEntityTypeConfiguration<SegmentVersion>
{
    public const string Table = "segment_versions";

    public void Configure(EntityTypeBuilder<SegmentVersion> builder)
    {
        builder.Property<SegmentId>("SegmentId").HasConversion<IdConverter<SegmentId>>();
        builder.Part(model, Table, "SegmentId");
        builder.HasKey("SegmentId", nameof(SegmentVersion.Number)).HasName(model.Name("pk_segment_versions"));
        builder.Property(v => v.Number).ValueGeneratedNever();
        builder.LongText(v => v.Criteria);
        builder.Property(v => v.ActorId).HasMaxLength(Actor.MaxIdLength);
        builder.Property(v => v.ActorName).HasMaxLength(200);
    }
}
