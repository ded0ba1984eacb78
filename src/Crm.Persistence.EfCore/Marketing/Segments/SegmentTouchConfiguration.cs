using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class SegmentTouchConfiguration(CrmModel model) : IEntityTypeConfiguration<SegmentTouch>
{
    public const string Table = "segment_touches";

    public void Configure(EntityTypeBuilder<SegmentTouch> builder)
    {
        builder.Written(model, Table, isInfrastructure: false);
        builder.HasKey(t => t.Id).HasName(model.Name("pk_segment_touches"));
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.StaysInMerges(nameof(SegmentTouch.CustomerId), "a merge touches the survivor itself, and of the absorbed customer nothing is asked any more");
    }
}
