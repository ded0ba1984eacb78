using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class OpportunityContactConfiguration(CrmModel model) : IEntityTypeConfiguration<OpportunityContact>
{
    public const string Table = "opportunity_contacts";

    public void Configure(EntityTypeBuilder<OpportunityContact> builder)
    {
        builder.Part(model, Table, "OpportunityId");
        builder.Property<OpportunityId>("OpportunityId").HasConversion<IdConverter<OpportunityId>>();
        builder.HasKey("OpportunityId", nameof(OpportunityContact.PersonId)).HasName(model.Name("pk_opportunity_contacts"));
        builder.Property(c => c.PersonId).ValueGeneratedNever();
        builder.Property(c => c.Note).HasMaxLength(OpportunityContact.MaxNoteLength);
        builder.PointsAtCustomer(nameof(OpportunityContact.PersonId));
        builder.CrmIndex(model, "ix_opportunity_contacts_person", false, nameof(OpportunityContact.PersonId), "OpportunityId");
    }
}
