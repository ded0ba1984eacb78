using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class CustomerImportItemRecordConfiguration(CrmModel model) : IEntityTypeConfiguration<CustomerImportItemRecord>
{
    public const string Table = "customer_import_items";

    public void Configure(EntityTypeBuilder<CustomerImportItemRecord> builder)
    {
        builder.Written(model, Table, isInfrastructure: false);
        builder.HasKey(i => new { i.ImportId, i.Row }).HasName(model.Name("pk_customer_import_items"));
        builder.Property(i => i.Row).ValueGeneratedNever();
        builder.Property(i => i.Code).HasMaxLength(40);
        builder.LongText(i => i.Changes);
        builder.HasOne<CustomerImportRecord>().WithMany().HasForeignKey(i => i.ImportId).OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName(model.Name("fk_customer_import_items_imports"));
        builder.StaysInMerges(nameof(CustomerImportItemRecord.CustomerId), "says whom the row made or changed then");
        builder.CrmIndex(model, "ix_customer_import_items_customer", false, nameof(CustomerImportItemRecord.CustomerId));
    }
}
