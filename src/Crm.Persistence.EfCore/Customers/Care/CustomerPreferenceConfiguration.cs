using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class CustomerPreferenceConfiguration(CrmModel model) : IEntityTypeConfiguration<CustomerPreference>
{
    public const string Table = "customer_preferences";

    public void Configure(EntityTypeBuilder<CustomerPreference> builder)
    {
        builder.Part(model, Table, "CustomerId");
        builder.Property<CustomerId>("CustomerId").HasConversion<IdConverter<CustomerId>>();
        builder.IsPartOfCustomer();
        builder.Property(p => p.Key).HasMaxLength(CustomerPreference.MaxKeyLength);
        builder.Property(p => p.Value).HasMaxLength(CustomerPreference.MaxValueLength);
        builder.Property(p => p.ValueFolded).HasMaxLength(CustomerPreference.MaxValueLength).HasAnnotation(CrmAnnotations.Derived, true);
        builder.Property(p => p.Source).HasMaxLength(CustomerPreference.MaxKeyLength);
        builder.HasKey("CustomerId", nameof(CustomerPreference.Key)).HasName(model.Name("pk_customer_preferences"));
    }
}
