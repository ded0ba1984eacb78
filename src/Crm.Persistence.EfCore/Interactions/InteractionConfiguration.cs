using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Interactions;

internal sealed class InteractionConfiguration(CrmModel model) : IEntityTypeConfiguration<Interaction>
{
    public const string Table = "interactions";

    public void Configure(EntityTypeBuilder<Interaction> builder)
    {
        builder.Aggregate<Interaction, InteractionId>(model, Table);
        builder.Property(i => i.Subject).HasMaxLength(Interaction.MaxSubjectLength);
        builder.LongText(i => i.Body);
        builder.Property(i => i.AgentId).HasMaxLength(100);
        builder.Property(i => i.CustomerAddress).HasMaxLength(320);
        builder.Property(i => i.OurAddress).HasMaxLength(320);
        builder.Property(i => i.ExternalId).HasMaxLength(400);
        builder.HasOne<Customer>().WithMany().HasForeignKey(i => i.CustomerId).OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName(model.Name("fk_interactions_customers"));
        builder.HasOne<Customer>().WithMany().HasForeignKey(i => i.OrganisationId).OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName(model.Name("fk_interactions_organisations"));
        builder.HasIndex(i => i.OrganisationId).HasDatabaseName(model.Name("ix_interactions_organisation"));
        builder.PointsAtCustomer(nameof(Interaction.CustomerId), nameof(Interaction.OrganisationId));
        builder.HasParts(model, i => i.Links, Table, InteractionLinkConfiguration.Table, "InteractionId");
        builder.HasIndex(i => i.CustomerId).HasDatabaseName(model.Name("ix_interactions_customer"));
        builder.CrmIndex(model, "ux_interactions_external", true, nameof(Interaction.Channel), nameof(Interaction.ExternalId))
            .HasFilter("\"ExternalId\" is not null");
    }
}
