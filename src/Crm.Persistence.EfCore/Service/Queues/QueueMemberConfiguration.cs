using Crm.Domain.Access;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Service;

internal sealed class QueueMemberConfiguration(CrmModel model) : IEntityTypeConfiguration<QueueMember>
{
    public const string Table = "work_queue_members";

    public void Configure(EntityTypeBuilder<QueueMember> builder)
    {
        builder.Part(model, Table, "QueueId");
        builder.Property<WorkQueueId>("QueueId").HasConversion<IdConverter<WorkQueueId>>();
        builder.HasKey("QueueId", nameof(QueueMember.UserId)).HasName(model.Name("pk_work_queue_members"));
        builder.Property(m => m.UserId).HasMaxLength(Actor.MaxIdLength);
        builder.CrmIndex(model, "ix_work_queue_members_agent", false, nameof(QueueMember.UserId));
    }
}
