using Crm.Domain.Customers;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class CustomerReferenceConfiguration(CrmModel model) : IEntityTypeConfiguration<CustomerReference>
{
    public const string Table = "customer_references";

    public void Configure(EntityTypeBuilder<CustomerReference> builder)
    {
        builder.Part(model, Table, "CustomerId");
        builder.Property<CustomerId>("CustomerId").HasConversion<IdConverter<CustomerId>>();
        builder.IsPartOfCustomer();
        builder.Property(r => r.System).HasMaxLength(ExternalReference.MaxSystemLength);
        builder.Property(r => r.Value).HasMaxLength(ExternalReference.MaxValueLength);
        builder.HasKey("CustomerId", nameof(CustomerReference.System), nameof(CustomerReference.Value)).HasName(model.Name("pk_customer_references"));
        builder.CrmIndex(model, "ux_customer_references_value", true, nameof(CustomerReference.System), nameof(CustomerReference.Value));
    }
}
