using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class DuplicateScanConfiguration(CrmModel model) : IEntityTypeConfiguration<DuplicateScan>
{
    public const string Table = "duplicate_scans";

    public void Configure(EntityTypeBuilder<DuplicateScan> builder)
    {
        builder.Aggregate<DuplicateScan, DuplicateScanId>(model, Table);
        builder.Property(s => s.Checkpoint).HasConversion<IdConverter<CustomerId>>();
        builder.StaysInMerges(nameof(DuplicateScan.Checkpoint), "a place in the order of ids");
        builder.CrmIndex(model, "ix_duplicate_scans_begun", false, nameof(DuplicateScan.BegunAt));
    }
}
