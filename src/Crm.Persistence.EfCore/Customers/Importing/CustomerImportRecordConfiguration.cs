using Crm.Domain.Access;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class CustomerImportRecordConfiguration(CrmModel model) : IEntityTypeConfiguration<CustomerImportRecord>
{
    public const string Table = "customer_imports";

    public void Configure(EntityTypeBuilder<CustomerImportRecord> builder)
    {
        builder.Written(model, Table, isInfrastructure: false);
        builder.HasKey(i => i.Id).HasName(model.Name("pk_customer_imports"));
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Name).HasMaxLength(200);
        builder.Property(i => i.Fingerprint).HasMaxLength(64);
        builder.Property(i => i.System).HasMaxLength(ExternalReference.MaxSystemLength);
        builder.Property(i => i.Layout).HasMaxLength(40);
        builder.Property(i => i.ActorId).HasMaxLength(Actor.MaxIdLength);
        builder.Property(i => i.ActorName).HasMaxLength(200);
        builder.CrmIndex(model, "ix_customer_imports_fingerprint", false, nameof(CustomerImportRecord.Fingerprint), nameof(CustomerImportRecord.Id));
    }
}
