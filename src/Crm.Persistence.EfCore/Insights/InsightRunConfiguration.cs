using Crm.Domain.Insights;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Insights;

internal sealed class InsightRunConfiguration(CrmModel model) : IEntityTypeConfiguration<InsightRun>
{
    public const string Table = "insight_runs";

    public void Configure(EntityTypeBuilder<InsightRun> builder)
    {
        builder.Aggregate<InsightRun, InsightRunId>(model, Table);
        builder.Ignore(r => r.Basis).Ignore(r => r.Outcome).Ignore(r => r.Took);
        builder.Property(r => r.ModelName).HasMaxLength(InsightRun.MaxModelLength);
        builder.LongText(r => r.Definition);
        builder.CrmIndex(model, "ix_insight_runs_started", false, nameof(InsightRun.StartedAt), nameof(InsightRun.Id));
        builder.CrmIndex(model, "ix_insight_runs_day", false, nameof(InsightRun.AsOf));
    }
}
