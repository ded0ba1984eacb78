using Crm.Domain.Marketing;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class SegmentConfiguration(CrmModel model) : IEntityTypeConfiguration<Segment>
{
    public const string Table = "segments";

    public void Configure(EntityTypeBuilder<Segment> builder)
    {
        builder.Aggregate<Segment, SegmentId>(model, Table);
        builder.Ignore(s => s.Criteria);
        builder.Property(s => s.Key).HasMaxLength(Segment.MaxKeyLength);
        builder.Property(s => s.Name).HasMaxLength(Segment.MaxNameLength);
        builder.Property(s => s.Description).HasMaxLength(Segment.MaxDescriptionLength);
        builder.HasParts(model, s => s.Versions, Table, SegmentVersionConfiguration.Table, "SegmentId");
        builder.CrmIndex(model, "ux_segments_key", true, nameof(Segment.Key));
    }
}
