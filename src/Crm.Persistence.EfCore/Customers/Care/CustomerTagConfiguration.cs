using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class CustomerTagConfiguration(CrmModel model) : IEntityTypeConfiguration<CustomerTag>
{
    public const string Table = "customer_tags";

    public void Configure(EntityTypeBuilder<CustomerTag> builder)
    {
        builder.Part(model, Table, "CustomerId");
        builder.Property<CustomerId>("CustomerId").HasConversion<IdConverter<CustomerId>>();
        builder.IsPartOfCustomer();
        builder.Property(t => t.Name).HasMaxLength(CustomerTag.MaxLength);
        builder.HasKey("CustomerId", nameof(CustomerTag.Name)).HasName(model.Name("pk_customer_tags"));
        builder.CrmIndex(model, "ix_customer_tags_name", false, nameof(CustomerTag.Name));
    }
}
