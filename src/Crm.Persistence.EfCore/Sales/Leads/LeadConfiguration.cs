using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class LeadConfiguration(CrmModel model) : IEntityTypeConfiguration<Lead>
{
    public const string Table = "leads";

    public void Configure(EntityTypeBuilder<Lead> builder)
    {
        builder.Ignore(l => l.Name);
        builder.Ignore(l => l.Address);
        builder.Ignore(l => l.DisplayName);
        builder.Aggregate<Lead, LeadId>(model, Table);
        builder.Property(l => l.GivenName).HasMaxLength(PersonName.MaxPartLength);
        builder.Property(l => l.FamilyName).HasMaxLength(PersonName.MaxPartLength);
        builder.Property(l => l.OrganisationName).HasMaxLength(Lead.MaxOrganisationLength);
        builder.Property(l => l.JobTitle).HasMaxLength(Lead.MaxJobTitleLength);
        builder.Property(l => l.Email).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(l => l.EmailKey).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(l => l.Phone).HasMaxLength(PhoneNumber.MaxLength);
        builder.Property(l => l.Line1).HasMaxLength(PostalAddress.MaxLineLength);
        builder.Property(l => l.Line2).HasMaxLength(PostalAddress.MaxLineLength);
        builder.Property(l => l.PostalCode).HasMaxLength(PostalAddress.MaxPostalCodeLength);
        builder.Property(l => l.City).HasMaxLength(PostalAddress.MaxPlaceLength);
        builder.Property(l => l.Region).HasMaxLength(PostalAddress.MaxPlaceLength);
        builder.Property(l => l.Topic).HasMaxLength(Lead.MaxTopicLength);
        builder.Property(l => l.Description).HasMaxLength(Opportunity.MaxDescriptionLength);
        builder.Property(l => l.Source).HasMaxLength(Opportunity.MaxSourceLength);
        builder.Property(l => l.DisqualifiedFor).HasMaxLength(Lead.MaxReasonLength);
        builder.Property(l => l.OwnerId).HasMaxLength(Actor.MaxIdLength);
        PointAtCustomer(builder, nameof(Lead.CustomerId), "customer");
        PointAtCustomer(builder, nameof(Lead.PersonId), "person");
        PointAtCustomer(builder, nameof(Lead.OrganisationId), "organisation");
        builder.HasOne<LeadQueue>().WithMany().HasForeignKey(l => l.QueueId).OnDelete(DeleteBehavior.Restrict).HasConstraintName(model.Name("fk_leads_lead_queues"));
        builder.HasOne<Opportunity>().WithMany().HasForeignKey(l => l.OpportunityId).OnDelete(DeleteBehavior.Restrict).HasConstraintName(model.Name("fk_leads_opportunities"));
        builder.HasIndex(l => l.QueueId).HasDatabaseName(model.Name("ix_leads_queue_key"));
        builder.HasIndex(l => l.OpportunityId).HasDatabaseName(model.Name("ix_leads_opportunity_key"));
        builder.HasOne<Territory>().WithMany().HasForeignKey(l => l.TerritoryId).OnDelete(DeleteBehavior.Restrict).HasConstraintName(model.Name("fk_leads_territories"));
        builder.HasIndex(l => l.TerritoryId).HasDatabaseName(model.Name("ix_leads_territory_key"));
        builder.HasParts(model, l => l.Points, Table, LeadPointsConfiguration.Table, "LeadId");
        builder.HasParts(model, l => l.Thresholds, Table, LeadThresholdConfiguration.Table, "LeadId");
        builder.HasParts(model, l => l.Contacts, Table, LeadContactConfiguration.Table, "LeadId");
        builder.CrmIndex(model, "ix_leads_received", false, nameof(Lead.ReceivedAt), nameof(Lead.Id));
        builder.CrmIndex(model, "ix_leads_status", false, nameof(Lead.Status), nameof(Lead.ReceivedAt), nameof(Lead.Id));
        builder.CrmIndex(model, "ix_leads_owner", false, nameof(Lead.OwnerId), nameof(Lead.ReceivedAt), nameof(Lead.Id));
        builder.CrmIndex(model, "ix_leads_line", false, nameof(Lead.QueueId), nameof(Lead.OwnerId), nameof(Lead.ReceivedAt), nameof(Lead.Id));
        builder.CrmIndex(model, "ix_leads_territory", false, nameof(Lead.TerritoryId), nameof(Lead.ReceivedAt), nameof(Lead.Id));
        builder.CrmIndex(model, "ix_leads_email", false, nameof(Lead.EmailKey), nameof(Lead.ReceivedAt));
    }

    private void PointAtCustomer(EntityTypeBuilder<Lead> builder, string property, string name)
    {
        builder.HasOne<Customer>().WithMany().HasForeignKey(property).OnDelete(DeleteBehavior.Restrict).HasConstraintName(model.Name($"fk_leads_{name}"));
        builder.HasIndex(property).HasDatabaseName(model.Name($"ix_leads_{name}_key"));
        builder.PointsAtCustomer(property);
    }
}
