using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class SegmentProgressConfiguration(CrmModel model) : IEntityTypeConfiguration<SegmentProgress>
{
    public const string Table = "segment_progress";

    public void Configure(EntityTypeBuilder<SegmentProgress> builder)
    {
        builder.Written(model, Table, isInfrastructure: false);
        builder.HasKey(p => p.SegmentId).HasName(model.Name("pk_segment_progress"));
        builder.Property(p => p.SegmentId).ValueGeneratedNever();
        builder.Property(p => p.Zone).HasMaxLength(SegmentProgress.MaxZoneLength);
        builder.Property(p => p.Problem).HasMaxLength(SegmentProgress.MaxProblemLength);
    }
}
