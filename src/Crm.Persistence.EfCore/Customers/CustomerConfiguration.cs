using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class CustomerConfiguration(CrmModel model) : IEntityTypeConfiguration<Customer>
{
    public const string Table = "customers";

    public void Configure(EntityTypeBuilder<Customer> builder)
    {
        builder.Aggregate<Customer, CustomerId>(model, Table);
        builder.Property<string>("CustomerKind").HasMaxLength(16);
        builder.HasDiscriminator<string>("CustomerKind")
            .HasValue<Person>(nameof(Person))
            .HasValue<Organisation>(nameof(Organisation));
        builder.Property(c => c.DisplayName).HasMaxLength(Customer.MaxNameLength);
        builder.Property(c => c.NameFolded).HasMaxLength(Customer.MaxNameLength);
        builder.Property<long?>(CustomerKeyConfiguration.Fingerprint).HasAnnotation(CrmAnnotations.Derived, true);
        builder.HasParts(model, c => c.ContactPoints, Table, ContactPointConfiguration.Table, "CustomerId");
        builder.HasParts(model, c => c.Addresses, Table, CustomerAddressConfiguration.Table, "CustomerId");
        builder.HasParts(model, c => c.References, Table, CustomerReferenceConfiguration.Table, "CustomerId");
        builder.HasParts(model, c => c.Lifecycle, Table, LifecycleChangeConfiguration.Table, "CustomerId");
        builder.HasParts(model, c => c.Tags, Table, CustomerTagConfiguration.Table, "CustomerId");
        builder.HasParts(model, c => c.Preferences, Table, CustomerPreferenceConfiguration.Table, "CustomerId");
        builder.HasParts(model, c => c.CustomFields, Table, CustomerFieldConfiguration.Table, "CustomerId");
        builder.Property(c => c.SpecialistId).HasMaxLength(Actor.MaxIdLength);
        builder.Property(c => c.SpecialistName).HasMaxLength(200);
        builder.Property(c => c.TeamId).HasMaxLength(Actor.MaxIdLength);
        builder.CrmIndex(model, "ix_customers_created", false, nameof(Customer.CreatedAt), nameof(Customer.Id));
        builder.CrmIndex(model, "ix_customers_name", false, nameof(Customer.NameFolded));
    }
}
