using Crm.Domain.Access;
using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class TerritoryConfiguration(CrmModel model) : IEntityTypeConfiguration<Territory>
{
    public const string Table = "territories";

    public void Configure(EntityTypeBuilder<Territory> builder)
    {
        builder.Aggregate<Territory, TerritoryId>(model, Table);
        builder.Ignore(t => t.IsFallback);
        builder.Property(t => t.Name).HasMaxLength(Territory.MaxNameLength);
        builder.LongText(t => t.LeadCriteria);
        builder.LongText(t => t.CustomerCriteria);
        builder.LongText(t => t.DealCriteria);
        builder.Property(t => t.OwnerId).HasMaxLength(Actor.MaxIdLength);
        builder.Property(t => t.TeamId).HasMaxLength(Actor.MaxIdLength);
        builder.HasOne<LeadQueue>().WithMany().HasForeignKey(t => t.QueueId).OnDelete(DeleteBehavior.Restrict).HasConstraintName(model.Name("fk_territories_lead_queues"));
        builder.HasIndex(t => t.QueueId).HasDatabaseName(model.Name("ix_territories_queue_key"));
        builder.CrmIndex(model, "ux_territories_name", true, nameof(Territory.Name));
        builder.CrmIndex(model, "ux_territories_fallback", true, nameof(Territory.FallbackMark)).HasFilter("\"FallbackMark\" is not null");
    }
}
