using Crm.Domain.Marketing;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class SegmentRunConfiguration(CrmModel model) : IEntityTypeConfiguration<SegmentRun>
{
    public const string Table = "segment_runs";

    public void Configure(EntityTypeBuilder<SegmentRun> builder)
    {
        builder.Aggregate<SegmentRun, SegmentRunId>(model, Table);
        builder.CrmIndex(model, "ix_segment_runs_segment", false, nameof(SegmentRun.SegmentId), nameof(SegmentRun.Moment), nameof(SegmentRun.Id));
    }
}
