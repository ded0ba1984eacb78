using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Service;

internal sealed class WorkItemConfiguration(CrmModel model) : IEntityTypeConfiguration<WorkItem>
{
    public const string Table = "work_items";

    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        builder.Ignore(i => i.Needs);
        builder.Ignore(i => i.Priority);
        builder.Aggregate<WorkItem, WorkItemId>(model, Table);
        builder.Property(i => i.Topic).HasMaxLength(WorkItemDetails.MaxTopicLength);
        builder.Property(i => i.Demand).HasMaxLength(WorkDemand.MaxLength);
        builder.Property(i => i.UserId).HasMaxLength(Actor.MaxIdLength);
        builder.HasOne<WorkQueue>().WithMany().HasForeignKey(i => i.QueueId).OnDelete(DeleteBehavior.Restrict).HasConstraintName(model.Name("fk_work_items_work_queues"));
        builder.HasOne<Customer>().WithMany().HasForeignKey(i => i.CustomerId).OnDelete(DeleteBehavior.Restrict).HasConstraintName(model.Name("fk_work_items_customers"));
        builder.PointsAtCustomer(nameof(WorkItem.CustomerId));

        // A case or contact is in one queue at a time, for each kind of work.
        builder.CrmIndex(model, "ux_work_items_case", true, nameof(WorkItem.CaseId), nameof(WorkItem.Kind)).HasFilter("\"EndedAt\" is null and \"CaseId\" is not null");
        builder.CrmIndex(model, "ux_work_items_interaction", true, nameof(WorkItem.InteractionId), nameof(WorkItem.Kind)).HasFilter("\"EndedAt\" is null and \"InteractionId\" is not null");
        builder.CrmIndex(model, "ix_work_items_case", false, nameof(WorkItem.CaseId), nameof(WorkItem.EnqueuedAt)).HasFilter("\"CaseId\" is not null");
        builder.CrmIndex(model, "ix_work_items_line", false, nameof(WorkItem.QueueId), nameof(WorkItem.State), nameof(WorkItem.Rank), nameof(WorkItem.EnqueuedAt), nameof(WorkItem.Id));
        builder.CrmIndex(
            model, "ix_work_items_demand", false, nameof(WorkItem.QueueId), nameof(WorkItem.State), nameof(WorkItem.Demand), nameof(WorkItem.Rank), nameof(WorkItem.EnqueuedAt), nameof(WorkItem.Id));
        builder.CrmIndex(model, "ix_work_items_queue", false, nameof(WorkItem.QueueId), nameof(WorkItem.EnqueuedAt));
        builder.CrmIndex(model, "ix_work_items_agent", false, nameof(WorkItem.UserId), nameof(WorkItem.State), nameof(WorkItem.EndedAt));
        builder.CrmIndex(model, "ix_work_items_offered", false, nameof(WorkItem.OfferedUntil)).HasFilter("\"OfferedUntil\" is not null");
        builder.CrmIndex(model, "ix_work_items_customer", false, nameof(WorkItem.CustomerId), nameof(WorkItem.Topic), nameof(WorkItem.EnqueuedAt));
        if (model.IsTenanted)
        {
            builder.HasIndex(i => i.CustomerId).HasDatabaseName(model.Name("ix_work_items_customer_key"));
            builder.HasIndex(i => i.QueueId).HasDatabaseName(model.Name("ix_work_items_queue_key"));
        }
    }
}
