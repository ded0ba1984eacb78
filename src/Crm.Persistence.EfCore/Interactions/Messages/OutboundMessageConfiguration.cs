using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Interactions;

internal sealed class OutboundMessageConfiguration(CrmModel model) : IEntityTypeConfiguration<OutboundMessage>
{
    public const string Table = "outbound_messages";

    public void Configure(EntityTypeBuilder<OutboundMessage> builder)
    {
        builder.Aggregate<OutboundMessage, OutboundMessageId>(model, Table);
        builder.Ignore(m => m.About);
        builder.Property(m => m.Purpose).HasMaxLength(MessageTemplate.MaxPurposeLength);
        builder.Property(m => m.AboutKind).HasMaxLength(32);
        builder.Property(m => m.TemplateKey).HasMaxLength(MessageTemplate.MaxKeyLength);
        builder.Property(m => m.Subject).HasMaxLength(Interaction.MaxSubjectLength);
        builder.LongText(m => m.Text);
        builder.LongText(m => m.Html);
        builder.Property(m => m.Recipient).HasMaxLength(200);
        builder.Property(m => m.Address).HasMaxLength(OutboundMessage.MaxAddressLength);
        builder.Property(m => m.AddressKey).HasMaxLength(OutboundMessage.MaxKeyLength);
        builder.Property(m => m.MessageId).HasMaxLength(OutboundMessage.MaxKeyLength);
        builder.Property(m => m.InReplyTo).HasMaxLength(OutboundMessage.MaxKeyLength);
        builder.Property(m => m.AgentId).HasMaxLength(Actor.MaxIdLength);
        builder.Property(m => m.Reason).HasMaxLength(OutboundMessage.MaxReasonLength);
        builder.Property(m => m.SenderReference).HasMaxLength(OutboundMessage.MaxKeyLength);
        builder.HasOne<Customer>().WithMany().HasForeignKey(m => m.CustomerId).OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName(model.Name("fk_outbound_messages_customers"));
        builder.PointsAtCustomer(nameof(OutboundMessage.CustomerId));
        builder.PointsAtSubject(nameof(OutboundMessage.AboutKind), nameof(OutboundMessage.AboutId));
        builder.CrmIndex(model, "ix_outbound_messages_queued", false, nameof(OutboundMessage.QueuedAt), nameof(OutboundMessage.Id));
        builder.CrmIndex(model, "ix_outbound_messages_customer", false, nameof(OutboundMessage.CustomerId), nameof(OutboundMessage.QueuedAt), nameof(OutboundMessage.Id));
        builder.CrmIndex(model, "ix_outbound_messages_address", false, nameof(OutboundMessage.AddressKey), nameof(OutboundMessage.QueuedAt));
        builder.CrmIndex(model, "ix_outbound_messages_about", false, nameof(OutboundMessage.AboutId), nameof(OutboundMessage.QueuedAt)).HasFilter("\"AboutId\" is not null");
        builder.CrmIndex(model, "ix_outbound_messages_due", false, nameof(OutboundMessage.DueAt), nameof(OutboundMessage.Id)).HasFilter("\"DueAt\" is not null");
        builder.CrmIndex(model, "ux_outbound_messages_message_id", true, nameof(OutboundMessage.MessageId));
        if (model.IsTenanted)
        {
            builder.HasIndex(m => m.CustomerId).HasDatabaseName(model.Name("ix_outbound_messages_customer_key"));
        }
    }
}
