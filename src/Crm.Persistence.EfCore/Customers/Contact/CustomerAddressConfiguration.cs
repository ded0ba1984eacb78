using Crm.Domain.Customers;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class CustomerAddressConfiguration(CrmModel model) : IEntityTypeConfiguration<CustomerAddress>
{
    public const string Table = "customer_addresses";

    public void Configure(EntityTypeBuilder<CustomerAddress> builder)
    {
        builder.Part(model, Table, "CustomerId");
        builder.HasKey(a => a.Id).HasName(model.Name("pk_customer_addresses"));
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property<CustomerId>("CustomerId").HasConversion<IdConverter<CustomerId>>();
        builder.IsPartOfCustomer();
        builder.ComplexProperty(a => a.Address, address =>
        {
            address.Property(a => a.Line1).HasMaxLength(PostalAddress.MaxLineLength);
            address.Property(a => a.Line2).HasMaxLength(PostalAddress.MaxLineLength);
            address.Property(a => a.PostalCode).HasMaxLength(PostalAddress.MaxPostalCodeLength);
            address.Property(a => a.City).HasMaxLength(PostalAddress.MaxPlaceLength);
            address.Property(a => a.Region).HasMaxLength(PostalAddress.MaxPlaceLength);
            address.MapValues(string.Empty, model.Database);
        });
        builder.Property(a => a.CityFolded).HasMaxLength(CustomerAddress.MaxFoldedLength).HasAnnotation(CrmAnnotations.Derived, true);
        builder.Property(a => a.PostalCodeFolded).HasMaxLength(CustomerAddress.MaxFoldedLength).HasAnnotation(CrmAnnotations.Derived, true);
        builder.CrmIndex(model, "ix_customer_addresses_city", false, nameof(CustomerAddress.CityFolded), "CustomerId");
        builder.CrmIndex(model, "ix_customer_addresses_postcode", false, nameof(CustomerAddress.PostalCodeFolded), "CustomerId");
        builder.Property(a => a.Label).HasMaxLength(ContactPoint.MaxLabelLength);
        builder.HasIndex("CustomerId").HasDatabaseName(model.Name("ix_customer_addresses_customer"));
    }
}
