using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class OpportunityCompetitorConfiguration(CrmModel model) : IEntityTypeConfiguration<OpportunityCompetitor>
{
    public const string Table = "opportunity_competitors";

    public void Configure(EntityTypeBuilder<OpportunityCompetitor> builder)
    {
        builder.Part(model, Table, "OpportunityId");
        builder.Property<OpportunityId>("OpportunityId").HasConversion<IdConverter<OpportunityId>>();
        builder.HasKey("OpportunityId", nameof(OpportunityCompetitor.Name)).HasName(model.Name("pk_opportunity_competitors"));
        builder.Property(c => c.Name).HasMaxLength(OpportunityCompetitor.MaxNameLength);
        builder.Property(c => c.Note).HasMaxLength(OpportunityCompetitor.MaxNoteLength);
    }
}
