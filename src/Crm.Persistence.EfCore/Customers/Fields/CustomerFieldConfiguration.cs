using Crm.Domain.Customers;
using Crm.Persistence.EfCore.CustomFields;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class CustomerFieldConfiguration(CrmModel model) : IEntityTypeConfiguration<CustomerField>
{
    public const string Table = "customer_fields";

    public void Configure(EntityTypeBuilder<CustomerField> builder)
    {
        builder.HasCustomFieldSlots<CustomerField, CustomerId>(model, Table, "CustomerId");
        builder.IsPartOfCustomer();
    }
}
