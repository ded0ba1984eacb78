using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class LeadQueueConfiguration(CrmModel model) : IEntityTypeConfiguration<LeadQueue>
{
    public const string Table = "lead_queues";

    public void Configure(EntityTypeBuilder<LeadQueue> builder)
    {
        builder.Aggregate<LeadQueue, LeadQueueId>(model, Table);
        builder.Property(q => q.Name).HasMaxLength(LeadQueue.MaxNameLength);
        builder.LongText(q => q.Criteria);
        builder.HasParts(model, q => q.Members, Table, LeadQueueMemberConfiguration.Table, "QueueId");
        builder.CrmIndex(model, "ux_lead_queues_name", true, nameof(LeadQueue.Name));
    }
}
