using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Interactions;

internal sealed class ActivityParticipantConfiguration(CrmModel model) : IEntityTypeConfiguration<ActivityParticipant>
{
    public const string Table = "activity_participants";

    public void Configure(EntityTypeBuilder<ActivityParticipant> builder)
    {
        builder.Part(model, Table, "ActivityId");
        builder.Property<ActivityId>("ActivityId").HasConversion<IdConverter<ActivityId>>();
        builder.HasKey("ActivityId", nameof(ActivityParticipant.Number)).HasName(model.Name("pk_activity_participants"));
        builder.Property(p => p.Number).ValueGeneratedNever();
        builder.Property(p => p.Address).HasMaxLength(Activity.MaxAddressLength);
        builder.Property(p => p.Name).HasMaxLength(Activity.MaxSubjectLength);
        builder.Property(p => p.AgentId).HasMaxLength(Actor.MaxIdLength);
        builder.PointsAtCustomer(nameof(ActivityParticipant.CustomerId));
        builder.HasOne<Customer>().WithMany().HasForeignKey(p => p.CustomerId).OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName(model.Name("fk_activity_participants_customers"));
        builder.HasIndex(p => p.CustomerId).HasDatabaseName(model.Name("ix_activity_participants_customer")).HasFilter("\"CustomerId\" is not null");
    }
}
