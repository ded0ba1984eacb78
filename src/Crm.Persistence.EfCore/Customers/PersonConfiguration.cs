using Crm.Domain.Customers;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class PersonConfiguration(CrmModel model) : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.HasAnnotation(CrmAnnotations.Entity, true);
        builder.Property(p => p.BirthDate).HasConversion<LocalDateConverter>();
        builder.Property(p => p.GivenFolded).HasMaxLength(Person.MaxFoldedPartLength).HasAnnotation(CrmAnnotations.Derived, true);
        builder.Property(p => p.FamilyFolded).HasMaxLength(Person.MaxFoldedPartLength).HasAnnotation(CrmAnnotations.Derived, true);
        builder.HasParts(model, p => p.Memberships, CustomerConfiguration.Table, MembershipConfiguration.Table, "CustomerId");
        builder.ComplexProperty(p => p.Name, name =>
        {
            name.Property(n => n.Given);
            name.Property(n => n.Family);
            name.Property(n => n.Prefix);
            name.Property(n => n.Middle);
            name.Property(n => n.Suffix);
            name.Property(n => n.Nickname);
            foreach (var part in name.Metadata.ComplexType.GetProperties())
            {
                part.SetMaxLength(PersonName.MaxPartLength);
            }

            name.MapValues("Name", model.Database);
        });
    }
}
