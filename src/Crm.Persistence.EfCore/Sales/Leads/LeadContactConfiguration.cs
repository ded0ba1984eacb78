using Crm.Domain.Access;
using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class LeadContactConfiguration(CrmModel model) : IEntityTypeConfiguration<LeadContact>
{
    public const string Table = "lead_contacts";

    public void Configure(EntityTypeBuilder<LeadContact> builder)
    {
        builder.Part(model, Table, "LeadId");
        builder.Property<LeadId>("LeadId").HasConversion<IdConverter<LeadId>>();
        builder.HasKey("LeadId", nameof(LeadContact.Ordinal)).HasName(model.Name("pk_lead_contacts"));
        builder.Property(c => c.Ordinal).ValueGeneratedNever();
        builder.Property(c => c.Subject).HasMaxLength(LeadContact.MaxSubjectLength);
        builder.LongText(c => c.Body);
        builder.Property(c => c.AgentId).HasMaxLength(Actor.MaxIdLength);
        builder.Property(c => c.Address).HasMaxLength(LeadContact.MaxAddressLength);
    }
}
