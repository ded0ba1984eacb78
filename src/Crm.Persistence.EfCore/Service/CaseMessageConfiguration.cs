using Crm.Domain.Customers;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Service;

internal sealed class CaseMessageConfiguration(CrmModel model) : IEntityTypeConfiguration<CaseMessage>
{
    public const string Table = "case_messages";

    public void Configure(EntityTypeBuilder<CaseMessage> builder)
    {
        builder.Part(model, Table, "CaseId");
        builder.HasKey(m => m.Id).HasName(model.Name("pk_case_messages"));
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property<ServiceCaseId>("CaseId").HasConversion<IdConverter<ServiceCaseId>>();
        builder.Property(m => m.Author).HasMaxLength(Customer.MaxNameLength);
        builder.LongText(m => m.Body);
        builder.HasIndex("CaseId").HasDatabaseName(model.Name("ix_case_messages_case"));
    }
}
