using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class SalesJudgementConfiguration(CrmModel model) : IEntityTypeConfiguration<SalesJudgementEntry>
{
    public const string Table = "sales_judgements";

    public void Configure(EntityTypeBuilder<SalesJudgementEntry> builder)
    {
        builder.Ignore(j => j.Period);
        builder.Part(model, Table, "SalespersonId");
        builder.Property<SalespersonId>("SalespersonId").HasConversion<IdConverter<SalespersonId>>();
        builder.HasKey("SalespersonId", nameof(SalesJudgementEntry.Version)).HasName(model.Name("pk_sales_judgements"));
        builder.Property(j => j.Version).ValueGeneratedNever();
        builder.Money(model, j => j.Amount, "Amount");
    }
}
