using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Service;

internal sealed class WorkQueueConfiguration(CrmModel model) : IEntityTypeConfiguration<WorkQueue>
{
    public const string Table = "work_queues";

    public void Configure(EntityTypeBuilder<WorkQueue> builder)
    {
        builder.Ignore(q => q.Skills);
        builder.Aggregate<WorkQueue, WorkQueueId>(model, Table);
        builder.Property(q => q.Name).HasMaxLength(WorkQueue.MaxNameLength);
        builder.Property(q => q.Strategy).HasMaxLength(QueueSettings.MaxStrategyLength);
        builder.Property(q => q.SkillText).HasMaxLength(WorkDemand.MaxLength);
        builder.LongText(q => q.Criteria);
        builder.HasParts(model, q => q.Members, Table, QueueMemberConfiguration.Table, "QueueId");
        builder.CrmIndex(model, "ux_work_queues_name", true, nameof(WorkQueue.Name));
    }
}
