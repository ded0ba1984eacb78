using Crm.Domain.Access;
using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class LeadQueueMemberConfiguration(CrmModel model) : IEntityTypeConfiguration<LeadQueueMember>
{
    public const string Table = "lead_queue_members";

    public void Configure(EntityTypeBuilder<LeadQueueMember> builder)
    {
        builder.Part(model, Table, "QueueId");
        builder.Property<LeadQueueId>("QueueId").HasConversion<IdConverter<LeadQueueId>>();
        builder.HasKey("QueueId", nameof(LeadQueueMember.UserId)).HasName(model.Name("pk_lead_queue_members"));
        builder.Property(m => m.UserId).HasMaxLength(Actor.MaxIdLength);
    }
}
