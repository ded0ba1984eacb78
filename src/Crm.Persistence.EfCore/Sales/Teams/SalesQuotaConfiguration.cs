using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class SalesQuotaConfiguration(CrmModel model) : IEntityTypeConfiguration<SalesQuotaEntry>
{
    public const string Table = "sales_quotas";

    public void Configure(EntityTypeBuilder<SalesQuotaEntry> builder)
    {
        builder.Ignore(q => q.Period);
        builder.Part(model, Table, "SalespersonId");
        builder.Property<SalespersonId>("SalespersonId").HasConversion<IdConverter<SalespersonId>>();
        builder.HasKey("SalespersonId", nameof(SalesQuotaEntry.Version)).HasName(model.Name("pk_sales_quotas"));
        builder.Property(q => q.Version).ValueGeneratedNever();
        builder.Money(model, q => q.Target, "Target");
    }
}
