using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class OpportunityConfiguration(CrmModel model) : IEntityTypeConfiguration<Opportunity>
{
    public const string Table = "opportunities";

    public void Configure(EntityTypeBuilder<Opportunity> builder)
    {
        builder.Aggregate<Opportunity, OpportunityId>(model, Table);
        builder.Property(o => o.Name).HasMaxLength(Opportunity.MaxNameLength);
        builder.Property(o => o.Source).HasMaxLength(Opportunity.MaxSourceLength);
        builder.Property(o => o.Description).HasMaxLength(Opportunity.MaxDescriptionLength);
        builder.Property(o => o.Stage).HasMaxLength(PipelineStage.MaxKeyLength);
        builder.Property(o => o.FurthestStage).HasMaxLength(PipelineStage.MaxKeyLength);
        builder.Property(o => o.OwnerId).HasMaxLength(Actor.MaxIdLength);
        builder.Property(o => o.TeamId).HasMaxLength(Actor.MaxIdLength);
        builder.Property(o => o.NextStep).HasMaxLength(Opportunity.MaxNextStepLength);
        builder.Property(o => o.LossReason).HasMaxLength(LossReasonCatalog.MaxKeyLength);
        builder.Property(o => o.LossText).HasMaxLength(Opportunity.MaxLossTextLength);
        builder.Property(o => o.Probability).Quantity(model);
        builder.Property(o => o.StageProbability).Quantity(model);
        if (model.Database != CrmDatabase.Sqlite)
        {
            builder.Property(o => o.ManualProbability).HasPrecision(19, 4);
        }

        builder.Money(model, o => o.Amount, "Amount", isRequired: false);
        builder.Money(model, o => o.BaseAmount, "BaseAmount", isRequired: false);
        builder.HasOne<Customer>().WithMany().HasForeignKey(o => o.CustomerId).OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName(model.Name("fk_opportunities_customers"));
        builder.HasOne<PipelineStage>().WithMany().HasForeignKey(nameof(Opportunity.PipelineId), nameof(Opportunity.Stage)).OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName(model.Name("fk_opportunities_pipeline_stages"));
        builder.HasOne<Territory>().WithMany().HasForeignKey(o => o.TerritoryId).OnDelete(DeleteBehavior.Restrict).HasConstraintName(model.Name("fk_opportunities_territories"));
        builder.HasIndex(o => o.TerritoryId).HasDatabaseName(model.Name("ix_opportunities_territory_key"));
        builder.HasParts(model, o => o.Contacts, Table, OpportunityContactConfiguration.Table, "OpportunityId");
        builder.HasParts(model, o => o.Competitors, Table, OpportunityCompetitorConfiguration.Table, "OpportunityId");
        builder.HasParts(model, o => o.Visits, Table, OpportunityStageVisitConfiguration.Table, "OpportunityId");
        builder.HasParts(model, o => o.Log, Table, OpportunityLogEntryConfiguration.Table, "OpportunityId");
        builder.PointsAtCustomer(nameof(Opportunity.CustomerId));
        builder.CrmIndex(model, "ix_opportunities_board", false, nameof(Opportunity.PipelineId), nameof(Opportunity.Stage), nameof(Opportunity.StageSince), nameof(Opportunity.Id));
        builder.CrmIndex(model, "ix_opportunities_customer", false, nameof(Opportunity.CustomerId), nameof(Opportunity.OpenedAt), nameof(Opportunity.Id));
        builder.CrmIndex(model, "ix_opportunities_owner", false, nameof(Opportunity.OwnerId), nameof(Opportunity.Category), nameof(Opportunity.OpenedAt), nameof(Opportunity.Id));
        builder.CrmIndex(model, "ix_opportunities_territory", false, nameof(Opportunity.TerritoryId), nameof(Opportunity.OpenedAt), nameof(Opportunity.Id));
        builder.CrmIndex(model, "ix_opportunities_open", false, nameof(Opportunity.OpenedAt), nameof(Opportunity.Id)).HasFilter("\"ClosedAt\" is null");
        builder.CrmIndex(model, "ix_opportunities_closed", false, nameof(Opportunity.PipelineId), nameof(Opportunity.ClosedAt));
        if (model.IsTenanted)
        {
            builder.HasIndex(o => o.CustomerId).HasDatabaseName(model.Name("ix_opportunities_customer_key"));
            builder.HasIndex(nameof(Opportunity.PipelineId), nameof(Opportunity.Stage)).HasDatabaseName(model.Name("ix_opportunities_stage_key"));
        }
    }
}
