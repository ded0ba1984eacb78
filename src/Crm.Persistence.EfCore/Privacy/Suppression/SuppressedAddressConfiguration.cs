using Crm.Domain.Privacy;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Privacy;

internal sealed class SuppressedAddressConfiguration(CrmModel model) : IEntityTypeConfiguration<SuppressedAddressRow>
{
    public const string Table = "suppressed_addresses";

    public void Configure(EntityTypeBuilder<SuppressedAddressRow> builder)
    {
        builder.Written(model, Table, isInfrastructure: false);
        builder.HasKey(a => a.Id).HasName(model.Name("pk_suppressed_addresses"));
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Hash).HasMaxLength(64);
        builder.Property(a => a.Reason).HasMaxLength(SuppressionList.MaxReasonLength);
        builder.CrmIndex(model, "ux_suppressed_addresses_hash", true, nameof(SuppressedAddressRow.Hash));
    }
}
