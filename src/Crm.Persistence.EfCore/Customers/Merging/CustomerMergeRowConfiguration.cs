using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class CustomerMergeRowConfiguration(CrmModel model) : IEntityTypeConfiguration<CustomerMergeRow>
{
    public const string Table = "customer_merge_rows";

    public void Configure(EntityTypeBuilder<CustomerMergeRow> builder)
    {
        builder.Written(model, Table, isInfrastructure: false);
        builder.HasKey(r => new { r.MergeId, r.Ordinal }).HasName(model.Name("pk_customer_merge_rows"));
        builder.Property(r => r.Ordinal).ValueGeneratedNever();
        builder.Property(r => r.Table).HasMaxLength(128);
        builder.Property(r => r.Column).HasMaxLength(128);
        builder.Property(r => r.Key).HasMaxLength(2000);
        builder.LongText(r => r.Before);
        builder.LongText(r => r.After);
        builder.HasOne<CustomerMerge>().WithMany().HasForeignKey(r => r.MergeId).OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName(model.Name("fk_customer_merge_rows_merges"));
    }
}
