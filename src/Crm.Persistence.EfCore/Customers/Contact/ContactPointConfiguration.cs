using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class ContactPointConfiguration(CrmModel model) : IEntityTypeConfiguration<ContactPoint>
{
    public const string Table = "contact_points";

    public void Configure(EntityTypeBuilder<ContactPoint> builder)
    {
        builder.Part(model, Table, "CustomerId");
        builder.HasKey(p => p.Id).HasName(model.Name("pk_contact_points"));
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property<CustomerId>("CustomerId").HasConversion<IdConverter<CustomerId>>();
        builder.IsPartOfCustomer();
        builder.Property(p => p.Value).HasMaxLength(320);
        builder.Property(p => p.Key).HasMaxLength(320);
        builder.Property(p => p.Label).HasMaxLength(ContactPoint.MaxLabelLength);
        builder.Property(p => p.InvalidReason).HasMaxLength(ContactPoint.MaxLabelLength);
        builder.HasIndex("CustomerId").HasDatabaseName(model.Name("ix_contact_points_customer"));
        builder.CrmIndex(model, "ix_contact_points_key", false, nameof(ContactPoint.Key));
    }
}
