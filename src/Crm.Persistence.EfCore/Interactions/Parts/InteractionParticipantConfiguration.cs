using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Interactions;

internal sealed class InteractionParticipantConfiguration(CrmModel model) : IEntityTypeConfiguration<InteractionParticipant>
{
    public const string Table = "interaction_participants";

    public void Configure(EntityTypeBuilder<InteractionParticipant> builder)
    {
        builder.Part(model, Table, "InteractionId");
        builder.Property<InteractionId>("InteractionId").HasConversion<IdConverter<InteractionId>>();
        builder.HasKey("InteractionId", nameof(InteractionParticipant.Number)).HasName(model.Name("pk_interaction_participants"));
        builder.Property(p => p.Number).ValueGeneratedNever();
        builder.Property(p => p.Address).HasMaxLength(Interaction.MaxAddressLength);
        builder.Property(p => p.Name).HasMaxLength(Interaction.MaxSubjectLength);
        builder.Property(p => p.AgentId).HasMaxLength(Actor.MaxIdLength);
        builder.HasOne<Customer>().WithMany().HasForeignKey(p => p.CustomerId).OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName(model.Name("fk_interaction_participants_customers"));
        builder.PointsAtCustomer(nameof(InteractionParticipant.CustomerId));
        builder.HasIndex(p => p.CustomerId).HasDatabaseName(model.Name("ix_interaction_participants_customer")).HasFilter("\"CustomerId\" is not null");
    }
}
