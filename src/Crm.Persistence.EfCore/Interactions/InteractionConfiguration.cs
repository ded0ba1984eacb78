using Crm.Domain.Access;
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
        builder.Property(i => i.AgentId).HasMaxLength(Actor.MaxIdLength);
        builder.Property(i => i.CustomerAddress).HasMaxLength(Interaction.MaxAddressLength);
        builder.Property(i => i.OurAddress).HasMaxLength(Interaction.MaxAddressLength);
        builder.Property(i => i.ExternalId).HasMaxLength(Interaction.MaxExternalIdLength);
        builder.Property(i => i.InReplyTo).HasMaxLength(Interaction.MaxExternalIdLength);
        builder.Property(i => i.ThreadKey).HasMaxLength(Interaction.MaxExternalIdLength);
        builder.HasOne<Customer>().WithMany().HasForeignKey(i => i.CustomerId).OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName(model.Name("fk_interactions_customers"));
        builder.HasOne<Customer>().WithMany().HasForeignKey(i => i.OrganisationId).OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName(model.Name("fk_interactions_organisations"));
        builder.HasIndex(i => new { i.OrganisationId, i.At, i.Channel, i.Direction, i.Audience, i.IsAutomatic, i.CountsAsResponse }).HasDatabaseName(model.Name("ix_interactions_organisation"))
            .HasFilter("\"OrganisationId\" is not null");
        builder.PointsAtCustomer(nameof(Interaction.CustomerId), nameof(Interaction.OrganisationId));
        builder.HasParts(model, i => i.Links, Table, InteractionLinkConfiguration.Table, "InteractionId");
        builder.HasParts(model, i => i.Participants, Table, InteractionParticipantConfiguration.Table, "InteractionId");
        builder.HasParts(model, i => i.Attachments, Table, InteractionAttachmentConfiguration.Table, "InteractionId");
        builder.HasOne(i => i.Call).WithOne().HasForeignKey<CallRecord>("InteractionId").IsRequired().OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName(model.Name("fk_interaction_calls_interactions"));
        builder.Navigation(i => i.Call).AutoInclude();
        builder.HasIndex(i => new { i.CustomerId, i.At, i.Channel, i.Direction, i.Audience, i.IsAutomatic, i.CountsAsResponse }).HasDatabaseName(model.Name("ix_interactions_customer"));
        builder.CrmIndex(model, "ux_interactions_external", true, nameof(Interaction.Channel), nameof(Interaction.ExternalId))
            .HasFilter("\"ExternalId\" is not null");
        builder.CrmIndex(model, "ix_interactions_at", false, nameof(Interaction.At), nameof(Interaction.CustomerId));
        builder.CrmIndex(model, "ix_interactions_thread", false, nameof(Interaction.ThreadKey)).HasFilter("\"ThreadKey\" is not null");
    }
}
